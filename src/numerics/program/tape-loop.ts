import { largestOf, solveByBicgstab } from '../linear/bicgstab.ts';
import { luFactor, luSolve } from '../linear/lu.ts';
import { type Csr, compressRows } from '../sparse/csr.ts';
import { type Node, sweepBack, type Tape } from './tape.ts';

/** A number that is given back by the calculation that it goes into: x = F(x). */
export interface Unknown {
  /** x as it goes in. */
  readonly leaf: Node;
  /** F(x) as it comes out; equal to x at the fixed point. */
  readonly result: Node;
  /** What `result` is made of lies from here on, or before the loop. */
  readonly since: number;
  /** Yardstick of x. */
  readonly size: number;
}

/** A fixed point on a tape: leaves `start .. start + n - 1`, then the steps up to `end`. */
export interface Loop {
  readonly start: number;
  readonly end: number;
  readonly unknowns: readonly Unknown[];
}

/**
 * The slopes of all results in all unknowns, transposed and in the yardsticks of the unknowns:
 * entry (c, r) = dF_r/dx_c · size_c / size_r. It is the linear piece of the map that is active at the
 * fixed point: every larger-of and smaller-of stands for the side that goes on.
 */
const transposedSlopes = (tape: Tape, { start, unknowns }: Loop, weight: Float64Array): Csr => {
  const row: number[] = [];
  const column: number[] = [];
  const slope: number[] = [];
  const { first, second, firstSlope, secondSlope } = tape;
  const touched = new Set<number>();
  const give = (to: number, amount: number): void => {
    if (amount === 0 || to < start) return;
    weight[to]! += amount;
    if (to < start + unknowns.length) touched.add(to - start);
  };
  unknowns.forEach(({ result, since, size }, r) => {
    give(result, 1);
    for (let node: number = result; node >= since; node--) {
      const carried = weight[node]!;
      if (carried === 0) continue;
      weight[node] = 0;
      give(first[node]!, carried * firstSlope[node]!);
      give(second[node]!, carried * secondSlope[node]!);
    }
    for (const c of touched) {
      row.push(c);
      column.push(r);
      slope.push((weight[start + c]! * unknowns[c]!.size) / size);
      weight[start + c] = 0;
    }
    touched.clear();
  });
  return compressRows(
    Int32Array.from(row),
    Int32Array.from(column),
    Float64Array.from(slope),
    unknowns.length,
  );
};

/** Largest number of unknowns that elimination is tried on. */
const DENSE = 2000;
/** Largest violation of an equation, as a share of the right side, that counts as solved. */
const SOLVED = 1e-9;

const denseSolution = (m: Csr, right: Float64Array): Float64Array | undefined => {
  const size = right.length;
  if (size > DENSE) return undefined;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i]! += 1;
    for (let at = m.start[i]!; at < m.start[i + 1]!; at++) {
      matrix[i * size + m.column[at]!]! -= m.weight[at]!;
    }
  }
  const lu = luFactor(matrix, size);
  return lu === undefined ? undefined : luSolve(lu, right);
};

const violation = (m: Csr, right: Float64Array, x: Float64Array): number => {
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    let sum = right[i]! - x[i]!;
    for (let at = m.start[i]!; at < m.start[i + 1]!; at++) sum += m.weight[at]! * x[m.column[at]!]!;
    largest = Math.max(largest, Math.abs(sum));
  }
  return largest;
};

/** A loop with its slopes written out, ready for any number of weights. */
export interface OpenLoop {
  readonly loop: Loop;
  readonly slopes: Csr;
}

export const openLoop = (tape: Tape, loop: Loop): OpenLoop => ({
  loop,
  slopes: transposedSlopes(tape, loop, new Float64Array(tape.size)),
});

/**
 * Carry weights back through a loop: solve (I - dF/dx)^T lambda = weights of the unknowns, and hand
 * lambda on to all that the results are made of before the loop.
 *
 * @param weight  of every node; those of the loop's own nodes are used up
 * @returns       largest violation as a share of the right side; infinite where there is no solution
 */
export const backThroughLoop = (
  tape: Tape,
  { loop, slopes }: OpenLoop,
  weight: Float64Array,
): number => {
  const { start, end, unknowns } = loop;
  const size = unknowns.length;
  sweepBack(tape, weight, end, start + size);
  const right = Float64Array.from(unknowns, (one, c) => weight[start + c]! * one.size);
  weight.fill(0, start, end);
  const scale = largestOf(right);
  if (scale === 0) return 0;
  const lambda = right.slice();
  let left = solveByBicgstab(slopes, right, lambda, 1e-14 * scale, 4 * size + 40) / scale;
  if (!(left <= SOLVED)) {
    const dense = denseSolution(slopes, right);
    if (dense === undefined) return Number.POSITIVE_INFINITY;
    lambda.set(dense);
    left = violation(slopes, right, lambda) / scale;
    if (!(left <= SOLVED)) return Number.POSITIVE_INFINITY;
  }
  unknowns.forEach(({ result, size: own }, r) => {
    weight[result]! += lambda[r]! / own;
  });
  sweepBack(tape, weight, end, start + size);
  weight.fill(0, start, end);
  return left;
};
