import { type Algebra, NOTHING } from './algebra.ts';

/** What a step does with its two nodes; leaves and constants are no steps. */
export const STEP = {
  leaf: 0,
  add: 1,
  subtract: 2,
  multiply: 3,
  divide: 4,
  power: 5,
  max: 6,
  min: 7,
} as const;

/** A number on a tape: its place there. */
export type Node = number & { readonly node: unique symbol };

/** Where two numbers meet of which the larger or the smaller goes on: the slope has two sides here. */
export interface Tie {
  readonly node: Node;
  readonly first: Node;
  readonly second: Node;
  readonly larger: boolean;
  /** Yardstick of the two. */
  readonly size: number;
}

/** Numbers closer than this share of their yardstick are a tie. */
const TIE = 1e-9;

/**
 * A calculation written down step by step with the slope of every step, so that it can be followed
 * backwards (Griewank and Walther, Evaluating Derivatives, 2008, chapter 3). What depends on constants
 * alone is a constant and adds no steps.
 */
export interface Tape extends Algebra<Node> {
  /** Nodes so far; the arrays may be longer, and are others once more has been written. */
  readonly size: number;
  readonly value: Float64Array;
  /** The two nodes that a step is made of; itself for leaves. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly firstSlope: Float64Array;
  readonly secondSlope: Float64Array;
  /** One of `STEP`. */
  readonly step: Uint8Array;
  readonly ties: readonly Tie[];
  /** A number that may be set to another one: slopes are asked for in it. */
  leaf(value: number): Node;
}

const START = 1 << 14;

const twice = <Numbers extends Float64Array | Int32Array | Uint8Array>(
  numbers: Numbers,
  room: Numbers,
): Numbers => {
  room.set(numbers);
  return room;
};

export const newTape = (): Tape => {
  let size = 0;
  let value = new Float64Array(START);
  let first = new Int32Array(START);
  let second = new Int32Array(START);
  let firstSlope = new Float64Array(START);
  let secondSlope = new Float64Array(START);
  let step = new Uint8Array(START);
  let fixed = new Uint8Array(START);
  const ties: Tie[] = [];
  const push = (v: number, isFixed: boolean): Node => {
    if (size === value.length) {
      value = twice(value, new Float64Array(2 * size));
      first = twice(first, new Int32Array(2 * size));
      second = twice(second, new Int32Array(2 * size));
      firstSlope = twice(firstSlope, new Float64Array(2 * size));
      secondSlope = twice(secondSlope, new Float64Array(2 * size));
      step = twice(step, new Uint8Array(2 * size));
      fixed = twice(fixed, new Uint8Array(2 * size));
    }
    const node = size as Node;
    size += 1;
    value[node] = v;
    first[node] = node;
    second[node] = node;
    if (isFixed) fixed[node] = 1;
    return node;
  };
  const zero = push(0, true);
  const one = push(1, true);
  const constant = (v: number): Node => (v === 0 ? zero : v === 1 ? one : push(v, true));
  const write = (
    kind: keyof typeof STEP,
    v: number,
    [a, slopeA]: readonly [Node, number],
    [b, slopeB]: readonly [Node, number],
  ): Node => {
    if (fixed[a] && fixed[b]) return constant(v);
    const node = push(v, false);
    step[node] = STEP[kind];
    first[node] = a;
    second[node] = b;
    firstSlope[node] = slopeA;
    secondSlope[node] = slopeB;
    return node;
  };
  const add = (a: Node, b: Node): Node => {
    if (a === zero) return b;
    return b === zero ? a : write('add', value[a]! + value[b]!, [a, 1], [b, 1]);
  };
  const multiply = (a: Node, b: Node): Node => {
    if (a === zero || b === zero) return zero;
    if (a === one) return b;
    return b === one ? a : write('multiply', value[a]! * value[b]!, [a, value[b]!], [b, value[a]!]);
  };
  const divide = (a: Node, b: Node): Node => {
    if (a === zero || b === one) return a;
    const ratio = value[a]! / value[b]!;
    return write('divide', ratio, [a, 1 / value[b]!], [b, -ratio / value[b]!]);
  };
  const choose = (a: Node, b: Node, larger: boolean, measure?: number): Node => {
    const [va, vb] = [value[a]!, value[b]!];
    const takesFirst = larger ? va >= vb : va <= vb;
    const node = write(
      larger ? 'max' : 'min',
      takesFirst ? va : vb,
      [a, takesFirst ? 1 : 0],
      [b, takesFirst ? 0 : 1],
    );
    const yardstick = measure ?? (Math.max(Math.abs(va), Math.abs(vb)) || 1);
    if (!fixed[node] && a !== b && Math.abs(va - vb) <= TIE * yardstick) {
      ties.push({ node, first: a, second: b, larger, size: yardstick });
    }
    return node;
  };
  return {
    get size() {
      return size;
    },
    get value() {
      return value;
    },
    get first() {
      return first;
    },
    get second() {
      return second;
    },
    get firstSlope() {
      return firstSlope;
    },
    get secondSlope() {
      return secondSlope;
    },
    get step() {
      return step;
    },
    ties,
    zero,
    one,
    constant,
    numberOf: (node) => value[node]!,
    leaf: (v) => push(v, false),
    add,
    subtract: (a, b) =>
      b === zero ? a : write('subtract', value[a]! - value[b]!, [a, 1], [b, -1]),
    multiply,
    divide,
    power: (base, exponent) => {
      const [b, e] = [value[base]!, value[exponent]!];
      if (b <= NOTHING) return e === 0 ? one : zero;
      if (exponent === one) return base;
      const raised = b ** e;
      return write('power', raised, [base, e * b ** (e - 1)], [exponent, raised * Math.log(b)]);
    },
    max: (a, b, yardstick) => choose(a, b, true, yardstick),
    min: (a, b, yardstick) => choose(a, b, false, yardstick),
    worst: (a, b) => {
      if (a === zero || a === b) return b;
      return b === zero ? a : choose(a, b, true, 1);
    },
    reach: (part, whole, yardstick = 1) => {
      if (value[whole]! <= 0) return zero;
      const size = Math.max(1, yardstick / value[whole]!);
      return choose(one, choose(zero, divide(part, whole), true, size), false, size);
    },
    sum: (nodes) => {
      let total = zero;
      for (const node of nodes) total = add(total, node);
      return total;
    },
  };
};

/** Carry weights back from nodes `high - 1 .. low` to what they are made of; `weight` is changed. */
export const sweepBack = (tape: Tape, weight: Float64Array, high: number, low: number): void => {
  const { first, second, firstSlope, secondSlope } = tape;
  for (let node = high - 1; node >= low; node--) {
    const carried = weight[node]!;
    if (carried === 0 || first[node] === node) continue;
    weight[first[node]!]! += carried * firstSlope[node]!;
    weight[second[node]!]! += carried * secondSlope[node]!;
  }
};
