import type { Balance } from './balance.ts';
import type { Recoveries, Valuation } from './valuations.ts';

export interface Revalued {
  readonly equity: Float64Array;
  /** Worth of one unit of claim on each firm. */
  readonly worth: Float64Array;
  readonly converged: boolean;
  readonly residual: number;
  readonly iterations: number;
}

const MAX_SWEEPS = 200_000;
const ROUNDING = 4 * Number.EPSILON;
/** Equity of this share of a balance sheet or less is none: what rounding leaves isn't solvency. */
const TIE = 1e-12;

/**
 * The greatest solution of E_i = A_i - L_i + Σ_j A_ij V_j(E_j), from above: every claim starts at
 * face value, and equities fall until they are consistent (Barucca et al. 2020, section 3.3). The
 * stopping rule bounds the error: a step, relative to the balance sheet that moved, times
 * rate / (1 - rate), the rate being the worst of the last three. Losses are counted, not levels:
 * where claims amplify, a level that rounding moved would set off a fall of its own.
 */
export const revalue = (
  { borrowers, startEquity, claims: { start, column, weight } }: Balance,
  valuation: Valuation,
  recoveries: Recoveries,
): Revalued => {
  const size = borrowers.length;
  const worth = new Float64Array(size).fill(1);
  const equity = new Float64Array(size);
  const sheet = new Float64Array(size);
  const equityOf = (i: number): number => {
    let lost = 0;
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      lost += weight[at]! * (1 - worth[column[at]!]!);
    }
    return startEquity[i]! - lost;
  };
  const worthOf = (i: number): number => {
    const isNone = Math.abs(equity[i]!) <= TIE * sheet[i]!;
    return valuation(isNone ? 0 : equity[i]!, borrowers[i]!, recoveries);
  };
  for (let i = 0; i < size; i++) {
    equity[i] = equityOf(i);
    sheet[i] = Math.abs(equity[i]!) + borrowers[i]!.due + Math.abs(borrowers[i]!.externalAssets);
  }
  for (let i = 0; i < size; i++) worth[i] = worthOf(i);
  const residualOf = (): number => {
    let largest = 0;
    for (let i = 0; i < size; i++) largest = Math.max(largest, Math.abs(equity[i]! - equityOf(i)));
    return largest;
  };
  const rates = [1, 1, 1];
  let last = Number.POSITIVE_INFINITY;
  for (let iterations = 1; iterations <= MAX_SWEEPS; iterations++) {
    let step = 0;
    for (let i = 0; i < size; i++) {
      const next = equityOf(i);
      const move = Math.abs(next - equity[i]!);
      equity[i] = next;
      worth[i] = worthOf(i);
      if (move > step * sheet[i]!) step = move / sheet[i]!;
    }
    if (step > ROUNDING) rates[iterations % 3] = Math.min(1, step / last);
    last = step;
    if (step === 0 || (step <= ROUNDING && Math.max(...rates) < 0.9999)) {
      return { equity, worth, converged: true, residual: residualOf(), iterations };
    }
  }
  return { equity, worth, converged: false, residual: residualOf(), iterations: MAX_SWEEPS };
};
