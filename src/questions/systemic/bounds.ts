import { allClaims } from '../../models/on-web/claims.ts';
import { buffersUsd, firstLossShare } from '../../models/on-web/first-loss.ts';
import type { HitWeb } from '../../models/on-web/hit-web.ts';
import { luFactor, luSolve, luSolveTransposed } from '../../numerics/linear/lu.ts';

export interface Bounds {
  /** Per struck firm, dollars that all others can lose at most. */
  readonly importanceUsd: Float64Array;
  /** Per firm, mean share that strikes at others can take at most. */
  readonly vulnerability: Float64Array;
}

/** A full matrix is factorised. */
const MOST_FIRMS = 3000;

/** I - W, W_ij = what i has at stake with j over i's value; no row for a firm without value. */
const identityLessLeverage = (hit: HitWeb, buffers: readonly number[]): Float64Array => {
  const size = buffers.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  for (const [holder, issuer, usd] of allClaims(hit.web)) {
    if (buffers[holder]! > 0) matrix[holder * size + issuer]! -= usd / buffers[holder]!;
  }
  return matrix;
};

/**
 * What any DebtRank can say at most of every single strike, without a sweep.
 *
 * Without its cap at 1 linear DebtRank is h = h0 + W h, so h = N h0 with N = (I - W)^-1, and with
 * h0(s) the shares that the strike at s takes itself:
 *
 *   importance of s     <= (N'v)·h0(s) - v_s h0_s(s)          one solve with W' for all s
 *   vulnerability of i  <= (N sum over s of h0(s) - h0(i))_i / strikes    one solve with W
 *
 * Capped (linear), stopped after a firm's first distress (single hit) and damped (nonlinear) variants
 * each take no more.
 *
 * @param hits      every firm's strike, in the order of the firms
 * @param answered  strikes that the sweep has an answer for: those that the mean is over
 * @returns     a text where there is none: some group passes a loss on in full
 *
 * Bardoscia, Battiston, Caccioli and Caldarelli, DebtRank: a microscopic foundation, PLOS ONE 10 (2015).
 */
export const debtrankBounds = (
  hits: readonly HitWeb[],
  answered: readonly boolean[],
): Bounds | string => {
  const size = hits.length;
  if (size === 0) return 'no firms';
  if (size > MOST_FIRMS) return `more than ${MOST_FIRMS} firms`;
  const buffers = buffersUsd(hits[0]!);
  const factors = luFactor(identityLessLeverage(hits[0]!, buffers), size);
  // Only where chains die out does a positive vector shrink in every entry.
  const growth = factors && luSolve(factors, new Float64Array(size).fill(1));
  if (factors === undefined || growth?.some((x) => !(x >= 1))) {
    return 'some group of firms passes a loss on in full, so chains have no sum';
  }
  const worthOfLoss = luSolveTransposed(factors, Float64Array.from(buffers));
  const struckShares = hits.map(firstLossShare);
  const all = new Float64Array(size);
  struckShares.forEach((shares, s) => {
    if (!answered[s]) return;
    for (let i = 0; i < size; i++) all[i]! += shares[i]!;
  });
  const strikes = answered.filter(Boolean).length;
  const suffered = luSolve(factors, all);
  return {
    importanceUsd: Float64Array.from(struckShares, (shares, s) => {
      let usd = -buffers[s]! * shares[s]!;
      for (let i = 0; i < size; i++) usd += worthOfLoss[i]! * shares[i]!;
      return Math.max(0, usd);
    }),
    vulnerability: Float64Array.from(suffered, (share, i) => {
      const own = answered[i] ? 1 : 0;
      return Math.max(0, share - own * struckShares[i]![i]!) / Math.max(1, strikes - own);
    }),
  };
};
