import type { MonotoneMap } from '../../numerics/fixed-point/least-fixed-point.ts';
import type { Impacts } from './impacts.ts';

/**
 * Share of a borrower's distress that its lenders feel: h exp(α(h - 1)); α = 0 is linear, large α
 * comes near to passing on wiped-out borrowers alone.
 */
export const feltDistress = (stress: number, alpha: number): number =>
  alpha === 0 ? stress : stress * Math.exp(alpha * (stress - 1));

/**
 * The map h_i <- min(1, s_i + Σ_j Λ_ij felt(h_j)) for a climb from the shock s. Increments that are
 * passed on round by round add up to it: h_i(t+1) = min(1, h_i(t) + Σ_j Λ_ij (felt h_j(t) - felt
 * h_j(t-1))), so the order of updates doesn't matter and the climb ends where the rounds end.
 *
 * @param shock  size, shares of the buffers in [0, 1]
 */
export const stressMap = (impacts: Impacts, shock: Float64Array, alpha: number): MonotoneMap => {
  const { size, start, borrower, impact, lendersStart, lenders } = impacts;
  const moved = new Uint8Array(size);
  const felt = new Float64Array(size);
  const wakeLendersTo = (firm: number): void => {
    const end = lendersStart[firm + 1]!;
    for (let at = lendersStart[firm]!; at < end; at++) moved[lenders[at]!] = 1;
  };
  const feel = (state: Float64Array): void => {
    for (let i = 0; i < size; i++) felt[i] = feltDistress(state[i]!, alpha);
  };
  const stressOf = (firm: number): number => {
    let sum = shock[firm]!;
    for (let at = start[firm]!; at < start[firm + 1]!; at++)
      sum += impact[at]! * felt[borrower[at]!]!;
    return Math.min(1, sum);
  };
  let isFresh = true;
  const sweep = (state: Float64Array): void => {
    if (isFresh) {
      feel(state);
      for (let i = 0; i < size; i++) if (state[i]! > 0) wakeLendersTo(i);
      isFresh = false;
    }
    for (let i = 0; i < size; i++) {
      if (moved[i] === 0) continue;
      moved[i] = 0;
      if (state[i] === 1) continue;
      const stress = stressOf(i);
      if (stress <= state[i]!) continue;
      state[i] = stress;
      felt[i] = feltDistress(stress, alpha);
      wakeLendersTo(i);
    }
  };
  const imageOf = (state: Float64Array, image: Float64Array): void => {
    feel(state);
    for (let i = 0; i < size; i++) image[i] = stressOf(i);
    isFresh = true;
  };
  const wake = (): void => {
    isFresh = true;
  };
  return { size, sweep, imageOf, wake };
};
