import { type Node, sweepBack, type Tape } from './tape.ts';
import { backThroughLoop, type Loop, type OpenLoop } from './tape-loop.ts';

/** Slopes in every node of a tape, and how well the fixed points' equations hold (see `backThroughLoop`). */
export interface Slopes {
  readonly slope: Float64Array;
  readonly residual: number;
}

/**
 * The slopes of sum(weight x node) in every leaf of the tape, by one pass back and one linear solve per
 * loop, whatever the number of leaves (adjoint of an implicit function).
 *
 * @param loops    fixed points in the order of the tape, not nested; leaves within them are unknowns
 * @param weights  what is asked about
 */
export const slopesOf = (
  tape: Tape,
  loops: readonly OpenLoop[],
  weights: ReadonlyMap<Node, number>,
): Slopes => {
  const slope = new Float64Array(tape.size);
  for (const [node, weight] of weights) slope[node]! += weight;
  let high = slope.length;
  let residual = 0;
  for (const open of loops.toReversed()) {
    sweepBack(tape, slope, high, open.loop.end);
    residual = Math.max(residual, backThroughLoop(tape, open, slope));
    high = open.loop.start;
  }
  sweepBack(tape, slope, high, 0);
  return { slope, residual };
};

const PASSES = 20_000;
const SETTLED = 1e-13;

/**
 * What a node does when a leaf rises (`direction` 1) or falls (-1) a little, per unit: the one-sided
 * slope, also where two numbers tie. A tie moves as the larger (or the smaller) of the two moves.
 *
 * @returns null where the passes over a loop don't settle
 */
export const slopeOnSide = (
  tape: Tape,
  loops: readonly Loop[],
  leaf: Node,
  direction: 1 | -1,
  target: Node,
): number | null => {
  const { first, second, firstSlope, secondSlope } = tape;
  const move = new Float64Array(tape.size);
  move[leaf] = direction;
  const tieAt = new Map(tape.ties.map((tie) => [tie.node as number, tie]));
  const sweep = (low: number, high: number): void => {
    for (let node = low; node < high; node++) {
      const [a, b] = [first[node]!, second[node]!];
      if (a === node) continue;
      const tie = tieAt.get(node);
      if (tie === undefined)
        move[node] = firstSlope[node]! * move[a]! + secondSlope[node]! * move[b]!;
      else move[node] = tie.larger ? Math.max(move[a]!, move[b]!) : Math.min(move[a]!, move[b]!);
    }
  };
  const settle = ({ start, end, unknowns }: Loop): boolean => {
    for (let pass = 0; pass < PASSES; pass++) {
      sweep(start + unknowns.length, end);
      let change = 0;
      let largest = 0;
      unknowns.forEach(({ leaf: own, result, size }) => {
        const next = move[result]!;
        change = Math.max(change, Math.abs(next - move[own]!) / size);
        largest = Math.max(largest, Math.abs(next) / size);
        move[own] = next;
      });
      if (change <= SETTLED * largest) return true;
    }
    return false;
  };
  let from = 0;
  for (const loop of loops) {
    sweep(from, loop.start);
    if (!settle(loop)) return null;
    from = loop.end;
  }
  sweep(from, move.length);
  return move[target]! * direction;
};
