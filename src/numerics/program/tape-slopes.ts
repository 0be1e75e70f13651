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

/** Where a tie stands on a tape: its number plus 1, 0 for every other node. */
const tieNumbers = (tape: Tape): Int32Array => {
  const numbers = new Int32Array(tape.size);
  tape.ties.forEach(({ node }, at) => {
    numbers[node] = at + 1;
  });
  return numbers;
};

/**
 * What a node does when a leaf rises (`direction` 1) or falls (-1) a little, per unit: the one-sided
 * slope, also where two numbers tie. A tie moves as the larger (or the smaller) of the two moves.
 *
 * @returns null where the passes over a loop don't settle
 */
export type SlopeOnSide = (leaf: Node, direction: 1 | -1) => number | null;

/** One-sided slopes of `target`; the tape must be complete. */
export const slopesOnSides = (tape: Tape, loops: readonly Loop[], target: Node): SlopeOnSide => {
  const { first, second, firstSlope, secondSlope, ties } = tape;
  const tieAt = tieNumbers(tape);
  const move = new Float64Array(tape.size);
  const sweep = (low: number, high: number): void => {
    for (let node = low; node < high; node++) {
      const [a, b] = [first[node]!, second[node]!];
      if (a === node) continue;
      const one = move[a]!;
      const other = move[b]!;
      const tie = tieAt[node]!;
      if (tie === 0) move[node] = firstSlope[node]! * one + secondSlope[node]! * other;
      else move[node] = ties[tie - 1]!.larger ? Math.max(one, other) : Math.min(one, other);
    }
  };
  const settle = ({ start, end, unknowns }: Loop): boolean => {
    for (let pass = 0; pass < PASSES; pass++) {
      sweep(start + unknowns.length, end);
      let change = 0;
      let largest = 0;
      for (const { leaf, result, size } of unknowns) {
        const next = move[result]!;
        change = Math.max(change, Math.abs(next - move[leaf]!) / size);
        largest = Math.max(largest, Math.abs(next) / size);
        move[leaf] = next;
      }
      if (change <= SETTLED * largest) return true;
    }
    return false;
  };
  return (leaf, direction) => {
    move.fill(0);
    move[leaf] = direction;
    let from = 0;
    for (const loop of loops) {
      sweep(from, loop.start);
      if (!settle(loop)) return null;
      from = loop.end;
    }
    sweep(from, move.length);
    return move[target]! * direction;
  };
};
