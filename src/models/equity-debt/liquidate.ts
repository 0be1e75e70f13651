import { fallToGreatest } from '../../numerics/fixed-point/clamped-fixed-point.ts';
import type { ClampedMap } from '../../numerics/fixed-point/clamped-map.ts';
import type { Csr } from '../../numerics/sparse/csr.ts';
import type { Capital } from './capital.ts';

export interface Liquidation {
  /** What is paid on every class of debt, then equity: class × size + firm. */
  readonly claims: Float64Array;
  readonly converged: boolean;
  readonly residual: number;
  readonly iterations: number;
}

/** Every firm's row once per claim on it: what the firm owns is the same for all of them. */
const rowPerClaim = ({ start, column, weight }: Csr, claims: number): Csr => {
  const size = start.length - 1;
  const perFirm = column.length;
  const all = {
    start: new Int32Array(size * claims + 1),
    column: new Int32Array(perFirm * claims),
    weight: new Float64Array(perFirm * claims),
  };
  for (let k = 0; k < claims; k++) {
    all.start.set(
      start.map((at) => at + k * perFirm),
      k * size,
    );
    all.column.set(column, k * perFirm);
    all.weight.set(weight, k * perFirm);
  }
  return all;
};

/** c_(k,i) = min(d_(k,i), max(0, assets - more senior debt)): each claim takes what those before leave. */
const claimsMap = ({ size, assets, classes, holdings }: Capital): ClampedMap => {
  const claims = classes.length + 1;
  const base = new Float64Array(size * claims);
  const top = new Float64Array(size * claims).fill(Number.POSITIVE_INFINITY);
  const left = assets.slice();
  for (let k = 0; k < claims; k++) {
    base.set(left, k * size);
    if (k === classes.length) break;
    top.set(classes[k]!, k * size);
    for (let i = 0; i < size; i++) left[i]! -= classes[k]![i]!;
  }
  return { rows: rowPerClaim(holdings, claims), base, top };
};

/**
 * What all claims are worth at once, the greatest solution. It starts above it: all debt is paid in
 * full, and equity is what follows from that (a contraction, so any start would do for this part).
 */
export const liquidate = (capital: Capital): Liquidation => {
  const { size, classes, equityHoldings } = capital;
  const map = claimsMap(capital);
  const claims = map.top.map((most) => (most === Number.POSITIVE_INFINITY ? 0 : most));
  const first = classes.length * size;
  const { start, column, weight } = map.rows;
  const equityBase = map.base.slice(first).map((base, i) => {
    let sum = base;
    for (let at = start[first + i]!; at < start[first + i + 1]!; at++) {
      sum += weight[at]! * claims[column[at]!]!;
    }
    return sum;
  });
  const equity = new Float64Array(size);
  const top = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const whenPaid = fallToGreatest({ rows: equityHoldings, base: equityBase, top }, equity);
  claims.set(equity, first);
  const { sweeps, ...fall } = fallToGreatest(map, claims);
  return { claims, ...fall, iterations: whenPaid.sweeps + sweeps };
};
