import type { Csr } from './csr.ts';

/** Firms with few ties first: their rows stay sparse, and steps that meet a zero are left out. */
const fewTiesFirst = ({ start, column }: Csr, size: number): Int32Array => {
  const ties = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    ties[i]! += start[i + 1]! - start[i]!;
    for (let at = start[i]!; at < start[i + 1]!; at++) ties[column[at]!]! += 1;
  }
  return Int32Array.from({ length: size }, (_, i) => i).sort((i, j) => ties[i]! - ties[j]!);
};

/** Gauss-Jordan in place, pivots on the diagonal; false where a pivot is not above `least`. */
const invertInPlace = (a: Float64Array, size: number, least: number): boolean => {
  for (let k = 0; k < size; k++) {
    const top = k * size;
    const pivot = a[top + k]!;
    if (!(pivot > least)) return false;
    a[top + k] = 1;
    for (let j = 0; j < size; j++) a[top + j]! /= pivot;
    for (let i = 0; i < size; i++) {
      const row = i * size;
      const factor = a[row + k]!;
      if (factor === 0 || i === k) continue;
      a[row + k] = 0;
      for (let j = 0; j < size; j++) a[row + j]! -= factor * a[top + j]!;
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
