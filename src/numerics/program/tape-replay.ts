import { type Node, STEP, type Tape } from './tape.ts';
import type { Loop } from './tape-loop.ts';

/** A tape played again with other leaves. */
export interface Replay {
  /** Values by node; set leaves here, then `play`, then read. Starts as the tape was written. */
  readonly value: Float64Array;
  /** Steps that are played: those that hang on a changed leaf and that an answer hangs on. */
  readonly steps: number;
  /** Whether a node hangs on a changed leaf; what doesn't keeps the value that it was written with. */
  readonly moves: (node: Node) => boolean;
  /** Works every step out anew; false where the loop did not settle. */
  readonly play: () => boolean;
}

const PASSES = 10_000;
/** A loop is at rest when nothing moves by more than this share of itself. */
const REST = 1e-15;

interface Part {
  readonly target: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly step: Uint8Array;
}

/** Nodes that some changed leaf moves; the leaves of a moving loop among them. */
const movedBy = (tape: Tape, changed: Iterable<Node>, loop: Loop): Uint8Array => {
  const moved = new Uint8Array(tape.size);
  for (const leaf of changed) moved[leaf] = 1;
  const sweep = (low: number, high: number): void => {
    for (let node = low; node < high; node++) {
      if (tape.first[node] === node) continue;
      moved[node] = moved[tape.first[node]!]! | moved[tape.second[node]!]!;
    }
  };
  sweep(0, loop.start);
  for (let grew = true; grew; ) {
    sweep(loop.start, loop.end);
    grew = false;
    for (const { leaf, result } of loop.unknowns) {
      if (moved[result] && !moved[leaf]) {
        moved[leaf] = 1;
        grew = true;
      }
    }
  }
  sweep(loop.end, tape.size);
  return moved;
};

/** Nodes that an answer hangs on, through the loop too. */
const neededBy = (tape: Tape, answers: Iterable<Node>, loop: Loop): Uint8Array => {
  const needed = new Uint8Array(tape.size);
  for (const answer of answers) needed[answer] = 1;
  const sweep = (high: number, low: number): void => {
    for (let node = high - 1; node >= low; node--) {
      if (!needed[node]) continue;
      needed[tape.first[node]!] = 1;
      needed[tape.second[node]!] = 1;
    }
  };
  sweep(tape.size, loop.end);
  for (let grew = true; grew; ) {
    sweep(loop.end, loop.start);
    grew = false;
    for (const { leaf, result } of loop.unknowns) {
      if (needed[leaf] && !needed[result]) {
        needed[result] = 1;
        grew = true;
      }
    }
  }
  sweep(loop.start, 0);
  return needed;
};

const playPart = (value: Float64Array, { target, first, second, step }: Part): void => {
  for (let at = 0; at < target.length; at++) {
    const a = value[first[at]!]!;
    const b = value[second[at]!]!;
    let result: number;
    switch (step[at]) {
      case STEP.add:
        result = a + b;
        break;
      case STEP.subtract:
        result = a - b;
        break;
      case STEP.multiply:
        result = a * b;
        break;
      case STEP.divide:
        result = a / b;
        break;
      case STEP.power:
        result = a ** b;
        break;
      case STEP.max:
        result = a >= b ? a : b;
        break;
      default:
        result = a <= b ? a : b;
    }
    value[target[at]!] = result;
  }
};

/**
 * A tape made ready to be played again and again with other numbers in some of its leaves, without
 * what never changes and what nobody asks for. Which steps there are stays as written.
 *
 * @param changed  the leaves that will be set, before the loop
 * @param answers  the nodes that will be read
 * @param loop     the fixed point on the tape, if there is one: found again by passes from the values
 *                 that it had when written, so that no play depends on the one before
 */
export const replayOf = (
  tape: Tape,
  changed: readonly Node[],
  answers: readonly Node[],
  loop: Loop = { start: tape.size, end: tape.size, unknowns: [] },
): Replay => {
  const value = tape.value.slice(0, tape.size);
  const moved = movedBy(tape, changed, loop);
  const needed = neededBy(tape, answers, loop);
  const partOf = (low: number, high: number): Part => {
    const nodes: number[] = [];
    for (let node = low; node < high; node++) {
      if (moved[node] && needed[node] && tape.first[node] !== node) nodes.push(node);
    }
    return {
      target: Int32Array.from(nodes),
      first: Int32Array.from(nodes, (node) => tape.first[node]!),
      second: Int32Array.from(nodes, (node) => tape.second[node]!),
      step: Uint8Array.from(nodes, (node) => tape.step[node]!),
    };
  };
  const before = partOf(0, loop.start);
  const within = partOf(loop.start, loop.end);
  const after = partOf(loop.end, tape.size);
  const unknowns = loop.unknowns.filter(({ leaf }) => moved[leaf] && needed[leaf]);
  const written = Float64Array.from(unknowns, ({ leaf }) => value[leaf]!);
  const settle = (): boolean => {
    unknowns.forEach(({ leaf }, at) => {
      value[leaf] = written[at]!;
    });
    for (let pass = 0; pass < PASSES; pass++) {
      playPart(value, within);
      let atRest = true;
      for (const { leaf, result } of unknowns) {
        const next = value[result]!;
        if (Math.abs(next - value[leaf]!) > REST * Math.abs(next)) atRest = false;
        value[leaf] = next;
      }
      if (atRest) return true;
    }
    return false;
  };
  return {
    value,
    steps: before.target.length + within.target.length + after.target.length,
    moves: (node) => moved[node] === 1,
    play: () => {
      playPart(value, before);
      const settled = unknowns.length === 0 || settle();
      playPart(value, after);
      return settled;
    },
  };
};
