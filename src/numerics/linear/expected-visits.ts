import type { Csr } from '../sparse/csr.ts';

/** Firms with few ties first: their rows stay sparse, and steps that meet a zero are left out. */
const fewTiesFirst = ({ start, column }: Csr, size: number): Int32Array => {
  const ties = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    ties[i]! += start[i + 1]! - start[i]!;
    for (let at = start[i]!; at < start[i + 1]!; at++) ties[column[at]!]! += 1;
  }
  return Int32Array.from({ length: size }, (_, i) => i).sort((i, j) => ties[i]! - ties[j]!);
};

/** Pivots that are taken at once, so that every other row is read and written once for all of them. */
const BLOCK = 4;

/** Row `row` less its entries in the pivot columns `first .. end - 1` times the rows of those pivots. */
const clearColumns = (
  a: Float64Array,
  size: number,
  [first, end]: readonly [number, number],
  row: number,
): void => {
  const at = row * size;
  const factors = a.slice(at + first, at + end);
  a.fill(0, at + first, at + end);
  for (let k = first; k < end; k++) {
    const factor = factors[k - first]!;
    if (factor === 0) continue;
    for (let j = 0; j < size; j++) a[at + j]! -= factor * a[k * size + j]!;
  }
};

/** Gauss-Jordan among the rows of a block; false where a pivot is not above `least`. */
const clearBlock = (
  a: Float64Array,
  size: number,
  [first, end]: readonly [number, number],
  least: number,
): boolean => {
  for (let k = first; k < end; k++) {
    const pivot = a[k * size + k]!;
    if (!(pivot > least)) return false;
    a[k * size + k] = 1;
    for (let j = k * size; j < (k + 1) * size; j++) a[j]! /= pivot;
    for (let row = first; row < end; row++) if (row !== k) clearColumns(a, size, [k, k + 1], row);
  }
  return true;
};

/** The same for four pivots from `first`, in one go. */
const clearFour = (a: Float64Array, size: number, first: number, row: number): void => {
  const at = row * size;
  const [k0, k1, k2, k3] = [at + first, at + first + 1, at + first + 2, at + first + 3];
  const [f0, f1, f2, f3] = [a[k0]!, a[k1]!, a[k2]!, a[k3]!];
  if (f0 === 0 && f1 === 0 && f2 === 0 && f3 === 0) return;
  a[k0] = 0;
  a[k1] = 0;
  a[k2] = 0;
  a[k3] = 0;
  const r0 = first * size;
  const [r1, r2, r3] = [r0 + size, r0 + 2 * size, r0 + 3 * size];
  for (let j = 0; j < size; j++) {
    a[at + j]! -= f0 * a[r0 + j]! + f1 * a[r1 + j]! + f2 * a[r2 + j]! + f3 * a[r3 + j]!;
  }
};

/** Gauss-Jordan in place, pivots on the diagonal; false where a pivot is not above `least`. */
const invertInPlace = (a: Float64Array, size: number, least: number): boolean => {
  for (let first = 0; first < size; first += BLOCK) {
    const end = Math.min(size, first + BLOCK);
    if (!clearBlock(a, size, [first, end], least)) return false;
    for (let row = 0; row < size; row++) {
      if (row >= first && row < end) continue;
      if (end - first === BLOCK) clearFour(a, size, first, row);
      else clearColumns(a, size, [first, end], row);
    }
  }
  return true;
};

/**
 * N = (I - P)^-1 = I + P + P² + ... of a non-negative matrix: how often a walk by P from i comes to j,
 * or all echoes of a loss. I - P needs no row swaps: its pivots are above 0 exactly where the series
 * converges (a non-singular M-matrix). Cost n³ multiplications, fewer where P is sparse.
 *
 * @param p  n×n, entries at least 0
 * @returns  n×n by rows; undefined where the spectral radius of P is 1 or more, up to rounding
 */
export const expectedVisits = (p: Csr, size: number): Float64Array | undefined => {
  const order = fewTiesFirst(p, size);
  const place = new Int32Array(size);
  order.forEach((i, at) => {
    place[i] = at;
  });
  const a = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = place[i]! * size;
    a[row + place[i]!]! += 1;
    for (let at = p.start[i]!; at < p.start[i + 1]!; at++) {
      a[row + place[p.column[at]!]!]! -= p.weight[at]!;
    }
  }
  if (!invertInPlace(a, size, size * Number.EPSILON)) return undefined;
  const visits = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = place[i]! * size;
    for (let j = 0; j < size; j++) visits[i * size + j] = a[row + place[j]!]!;
  }
  return visits;
};
