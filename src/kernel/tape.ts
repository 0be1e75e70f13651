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
export interface Tape {
  readonly value: readonly number[];
  /** The two numbers that a step is made of; itself for leaves. */
  readonly first: readonly Node[];
  readonly second: readonly Node[];
  readonly firstSlope: readonly number[];
  readonly secondSlope: readonly number[];
  readonly ties: readonly Tie[];
  readonly zero: Node;
  readonly one: Node;
  isConstant(node: Node): boolean;
  constant(value: number): Node;
  leaf(value: number): Node;
  add(first: Node, second: Node): Node;
  subtract(first: Node, second: Node): Node;
  multiply(first: Node, second: Node): Node;
  divide(first: Node, second: Node): Node;
  /** `base` above 0. */
  power(base: Node, exponent: Node): Node;
  /** The larger; `size` is what small differences are measured by. */
  max(first: Node, second: Node, size?: number): Node;
  min(first: Node, second: Node, size?: number): Node;
  sum(nodes: Iterable<Node>): Node;
}

export const newTape = (): Tape => {
  const value: number[] = [];
  const first: Node[] = [];
  const second: Node[] = [];
  const firstSlope: number[] = [];
  const secondSlope: number[] = [];
  const fixed: boolean[] = [];
  const ties: Tie[] = [];
  const push = (v: number, isFixed: boolean): Node => {
    const node = value.length as Node;
    value.push(v);
    first.push(node);
    second.push(node);
    firstSlope.push(0);
    secondSlope.push(0);
    fixed.push(isFixed);
    return node;
  };
  const zero = push(0, true);
  const one = push(1, true);
  const constant = (v: number): Node => (v === 0 ? zero : v === 1 ? one : push(v, true));
  const step = (v: number, a: Node, slopeA: number, b: Node, slopeB: number): Node => {
    if (fixed[a] && fixed[b]) return constant(v);
    const node = push(v, false);
    first[node] = a;
    second[node] = b;
    firstSlope[node] = slopeA;
    secondSlope[node] = slopeB;
    return node;
  };
  const add = (a: Node, b: Node): Node => {
    if (a === zero) return b;
    return b === zero ? a : step(value[a]! + value[b]!, a, 1, b, 1);
  };
  const multiply = (a: Node, b: Node): Node => {
    if (a === zero || b === zero) return zero;
    if (a === one) return b;
    return b === one ? a : step(value[a]! * value[b]!, a, value[b]!, b, value[a]!);
  };
  const choose = (a: Node, b: Node, larger: boolean, given?: number): Node => {
    const [va, vb] = [value[a]!, value[b]!];
    const takesFirst = larger ? va >= vb : va <= vb;
    const node = step(takesFirst ? va : vb, a, takesFirst ? 1 : 0, b, takesFirst ? 0 : 1);
    const size = given ?? Math.max(Math.abs(va), Math.abs(vb), Number.MIN_VALUE);
    if (!fixed[node] && a !== b && Math.abs(va - vb) <= TIE * size) {
      ties.push({ node, first: a, second: b, larger, size });
    }
    return node;
  };
  return {
    value,
    first,
    second,
    firstSlope,
    secondSlope,
    ties,
    zero,
    one,
    isConstant: (node) => fixed[node]!,
    constant,
    leaf: (v) => push(v, false),
    add,
    subtract: (a, b) => (b === zero ? a : step(value[a]! - value[b]!, a, 1, b, -1)),
    multiply,
    divide: (a, b) => {
      if (a === zero || b === one) return a;
      const ratio = value[a]! / value[b]!;
      return step(ratio, a, 1 / value[b]!, b, -ratio / value[b]!);
    },
    power: (base, exponent) => {
      if (exponent === one) return base;
      const [b, e] = [value[base]!, value[exponent]!];
      const raised = b ** e;
      return step(raised, base, e * b ** (e - 1), exponent, raised * Math.log(b));
    },
    max: (a, b, size) => choose(a, b, true, size),
    min: (a, b, size) => choose(a, b, false, size),
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
