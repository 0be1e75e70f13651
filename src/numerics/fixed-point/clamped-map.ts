import type { Csr } from '../sparse/csr.ts';

/**
 * The monotone map F_r(x) = min(top_r, max(0, base_r + Σ_c weight_rc x_c)).
 * Weights are 0 or more; a top may be infinite; an infinite base holds its row at its top.
 */
export interface ClampedMap {
  readonly rows: Csr;
  readonly base: Float64Array;
  readonly top: Float64Array;
}

/** The argument of row r before it is clamped. */
export const unclamped = ({ rows, base }: ClampedMap, x: Float64Array, row: number): number => {
  const { start, column, weight } = rows;
  const end = start[row + 1]!;
  let at = start[row]!;
  let sum = base[row]!;
  let other = 0;
  for (; at + 1 < end; at += 2) {
    sum += weight[at]! * x[column[at]!]!;
    other += weight[at + 1]! * x[column[at + 1]!]!;
  }
  return at < end ? sum + other + weight[at]! * x[column[at]!]! : sum + other;
};

export const clamped = (map: ClampedMap, x: Float64Array, row: number): number =>
  Math.min(map.top[row]!, Math.max(0, unclamped(map, x, row)));

/**
 * One Gauss-Seidel pass, in place.
 *
 * @param floor  entries below it count as being of its size
 * @returns      the largest step, each relative to the entry that took it
 */
export const sweepClamped = (map: ClampedMap, x: Float64Array, floor: number): number => {
  let largest = 0;
  for (let row = 0; row < x.length; row++) {
    const before = x[row]!;
    const after = clamped(map, x, row);
    if (after === before) continue;
    x[row] = after;
    const step = Math.abs(after - before) / (after > floor ? after : floor);
    if (step > largest) largest = step;
  }
  return largest;
};

/** Largest distance between x and F(x). */
export const clampedResidual = (map: ClampedMap, x: Float64Array): number => {
  let largest = 0;
  for (let row = 0; row < x.length; row++) {
    largest = Math.max(largest, Math.abs(x[row]! - clamped(map, x, row)));
  }
  return largest;
};
