import { type Lu, luFactor, luSolve } from '../linear/lu.ts';
import { type ClampedMap, clamped, sweepClamped, unclamped } from './clamped-map.ts';

/** A row leaves its top only for a drop that rounding can't make. */
const ROUNDING = 64 * Number.EPSILON;

const factorActive = ({ rows }: ClampedMap, active: Int32Array, place: Int32Array) => {
  const size = active.length;
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const row = active[k]!;
    matrix[k * size + k]! += 1;
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      const column = place[rows.column[at]!]!;
      if (column >= 0) matrix[k * size + column]! -= rows.weight[at]!;
    }
  }
  return luFactor(matrix, size);
};

interface Piece {
  readonly active: Int32Array;
  readonly lu: Lu;
}

/**
 * Let the rows that what stands and what is active bring above 0 become active, with a value that
 * is no higher than their solution.
 *
 * @returns  the number of active rows
 */
const activate = (
  map: ClampedMap,
  fallen: Uint8Array,
  active: Uint8Array,
  x: Float64Array,
): number => {
  let count = 0;
  for (let before = -1; before < count; ) {
    before = count;
    count = 0;
    for (let row = 0; row < x.length; row++) {
      if (fallen[row] === 0) continue;
      const value = unclamped(map, x, row);
      if (value > 0) active[row] = 1;
      if (active[row] === 0) continue;
      x[row] = Math.max(x[row]!, value);
      count += 1;
    }
  }
  return count;
};

/**
 * The least x with x = max(0, base + B x) on the fallen rows, the others standing still: rows become
 * active in growing sets, one linear system for each set (policy iteration, which only climbs).
 *
 * @param x  in: what the rows that stand have; out: the solution
 */
const solveFallen = (map: ClampedMap, fallen: Uint8Array, x: Float64Array): Piece | undefined => {
  for (let row = 0; row < x.length; row++) if (fallen[row] === 1) x[row] = 0;
  const still = x.slice();
  const isActive = new Uint8Array(x.length);
  for (let piece: Piece | undefined; ; ) {
    const count = activate(map, fallen, isActive, x);
    if (count === piece?.active.length) return piece;
    const active = new Int32Array(count);
    const place = new Int32Array(x.length).fill(-1);
    for (let row = 0, k = 0; row < x.length; row++) {
      if (isActive[row] === 0) continue;
      active[k] = row;
      place[row] = k;
      k += 1;
    }
    const lu = factorActive(map, active, place);
    if (lu === undefined) return undefined;
    piece = { active, lu };
    const right = Float64Array.from(active, (row) => unclamped(map, still, row));
    luSolve(lu, right).forEach((value, k) => {
      x[active[k]!] = Math.max(0, value);
    });
  }
};

/**
 * No entry of x is further from the fixed point than this: (I - B)⁻¹ (|x - F(x)| + 2 ε x), as B >= 0;
 * the second part is what rounding of the weights can do where nearly everything returns.
 */
const boundOf = (map: ClampedMap, { active, lu }: Piece, x: Float64Array): number => {
  const residual = Float64Array.from(
    active,
    (row) => Math.abs(x[row]! - clamped(map, x, row)) + 2 * Number.EPSILON * x[row]!,
  );
  return luSolve(lu, residual).reduce((most, error) => Math.max(most, Math.abs(error)), 0);
};

/** Mark the rows that a place above the fixed point brings below their top; true if one is new. */
const markFallen = (map: ClampedMap, x: Float64Array, fallen: Uint8Array): boolean => {
  let fresh = false;
  for (let row = 0; row < x.length; row++) {
    if (fallen[row] === 1 || unclamped(map, x, row) >= map.top[row]! * (1 - ROUNDING)) continue;
    fallen[row] = 1;
    fresh = true;
  }
  return fresh;
};

/**
 * The greatest fixed point of a clamped map by growing the set of rows that have left their top and
 * solving exactly for each set (Eisenberg and Noe's fictitious default algorithm, with a floor);
 * sweeps between two systems let the set grow by more than a row. Cost of a system O(d³), d rows
 * between floor and top.
 *
 * @param x  in: a place above the greatest fixed point that the map doesn't raise; out: that point
 * @returns  a bound on the error of x, or undefined where a system is singular (x is then unchanged)
 */
export const clampedExact = (map: ClampedMap, x: Float64Array): number | undefined => {
  const fallen = new Uint8Array(x.length);
  const y = x.slice();
  markFallen(map, y, fallen);
  for (;;) {
    for (let row = 0; row < y.length; row++) if (fallen[row] === 0) y[row] = map.top[row]!;
    const piece = solveFallen(map, fallen, y);
    if (piece === undefined) return undefined;
    if (!markFallen(map, y, fallen)) {
      x.set(y);
      return boundOf(map, piece, x);
    }
    do sweepClamped(map, y, 0);
    while (markFallen(map, y, fallen));
  }
};
