import type { Csr } from '../sparse/csr.ts';

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
};

/** One pass in place (Gauss-Seidel) of x <- M x + b; without b, b is 0. */
const passOver = ({ start, column, weight }: Csr, x: Float64Array, b?: Float64Array): void => {
  let at = 0;
  for (let i = 0; i < x.length; i++) {
    const end = start[i + 1]!;
    let sum = b === undefined ? 0 : b[i]!;
    for (; at < end; at++) sum += weight[at]! * x[column[at]!]!;
    x[i] = sum;
  }
};

/** result = (I - M) x with the part of M below the diagonal solved for: x less a pass over it. */
const applyTo = (m: Csr, x: Float64Array, result: Float64Array): void => {
  result.set(x);
  passOver(m, result);
  for (let i = 0; i < x.length; i++) result[i] = x[i]! - result[i]!;
};

const violation = ({ start, column, weight }: Csr, b: Float64Array, x: Float64Array): number => {
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    let sum = b[i]!;
    for (let at = start[i]!; at < start[i + 1]!; at++) sum += weight[at]! * x[column[at]!]!;
    const gap = Math.abs(sum - x[i]!);
    if (!(gap <= largest)) largest = gap;
  }
  return largest;
};

export const largestOf = (values: Float64Array): number => {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
};

/**
 * Solve (I - M) x = b by stabilised bi-conjugate gradients (van der Vorst 1992). Each
 * step costs two products with M, taken as passes in place; no guarantee for every M, so the caller looks at what comes back.
 *
 * @param x         n, where to start; overwritten by the answer
 * @param smallest  largest residual that is small enough
 * @returns         largest entry of b - (I - M) x, recomputed at the end
 */
export const solveByBicgstab = (
  m: Csr,
  b: Float64Array,
  x: Float64Array,
  smallest: number,
  maxSteps: number,
): number => {
  const size = b.length;
  const r = new Float64Array(size);
  const p = new Float64Array(size);
  const v = new Float64Array(size);
  const s = new Float64Array(size);
  const t = new Float64Array(size);
  const restart = (): number => {
    r.set(x);
    passOver(m, r, b);
    for (let i = 0; i < size; i++) r[i]! -= x[i]!;
    p.set(r);
    return largestOf(r);
  };
  let left = restart();
  let shadow = r.slice();
  let rho = dot(shadow, r);
  for (let step = 0; step < maxSteps && left > smallest; step++) {
    applyTo(m, p, v);
    const alpha = rho / dot(shadow, v);
    for (let i = 0; i < size; i++) s[i] = r[i]! - alpha * v[i]!;
    applyTo(m, s, t);
    const tt = dot(t, t);
    const omega = tt > 0 ? dot(t, s) / tt : 0;
    for (let i = 0; i < size; i++) {
      x[i]! += alpha * p[i]! + omega * s[i]!;
      r[i] = s[i]! - omega * t[i]!;
    }
    left = largestOf(r);
    const next = dot(shadow, r);
    const beta = (next / rho) * (alpha / omega);
    rho = next;
    if (left <= smallest || !Number.isFinite(beta)) {
      // what is carried along drifts from what is true: look, and go on from there if need be
      left = restart();
      if (!Number.isFinite(left)) return left;
      shadow = r.slice();
      rho = dot(shadow, r);
      continue;
    }
    for (let i = 0; i < size; i++) p[i] = r[i]! + beta * (p[i]! - omega * v[i]!);
  }
  return violation(m, b, x);
};
