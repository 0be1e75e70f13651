import * as z from 'zod/mini';
import { ModelError } from '../../base/errors.ts';
import { type Csr, compressRows } from '../../numerics/sparse/csr.ts';
import { matrixSchema, readEntries } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import { readVector } from '../problem/vector.ts';
import { type Borrower, LINEAR, LOGNORMAL, type ValuationId } from './valuations.ts';

export const nevaProblemSchema = z.strictObject({
  /** [lender, borrower, amount], or dense with a row per lender. */
  exposures: matrixSchema,
  externalAssets: vectorSchema,
  externalLiabilities: vectorSchema,
  /** What external assets lose, in units of each firm's face equity; left away: nothing. */
  shocks: z.optional(vectorSchema),
  parameters: parametersSchema,
});

export type NevaProblem = z.infer<typeof nevaProblemSchema>;

/** Balance sheets after the shock, in the currency of the problem. */
export interface Balance {
  readonly borrowers: readonly Borrower[];
  /** Equity after the shock with every claim at face value. */
  readonly startEquity: Float64Array;
  /** Row: lender, column: borrower. */
  readonly claims: Csr;
}

const refuse = (where: string, values: Float64Array, expected: string): void => {
  const firm = values.findIndex((value) => !(value > 0));
  if (firm < 0) return;
  throw new ModelError({ where, found: `${values[firm]} of firm ${firm}`, expected });
};

/**
 * Read balance sheets and apply the shock. Volatilities and face equity are those before it.
 * @throws DataError, ModelError for matrices, vectors and equities that the valuation can't take
 */
export const readBalance = (
  problem: NevaProblem,
  valuation: ValuationId,
  equityVolatility: number,
): Balance => {
  const assets = readVector('externalAssets', problem.externalAssets, { min: 0 });
  const size = assets.length;
  const outside = readVector('externalLiabilities', problem.externalLiabilities, { size, min: 0 });
  const given = problem.shocks ?? new Array<number>(size).fill(0);
  const shocks = readVector('shocks', given, { size, min: 0 });
  const { row, column, amount } = readEntries('exposures', problem.exposures, size);
  const lent = new Float64Array(size);
  const dueToFirms = new Float64Array(size);
  for (let at = 0; at < amount.length; at++) {
    lent[row[at]!]! += amount[at]!;
    dueToFirms[column[at]!]! += amount[at]!;
  }
  const faceEquity = assets.map((usd, i) => usd - outside[i]! + lent[i]! - dueToFirms[i]!);
  const lost = faceEquity.map((usd, i) => shocks[i]! * Math.max(0, usd));
  const left = assets.map((usd, i) => usd - lost[i]!);
  if (LOGNORMAL.includes(valuation)) {
    refuse('externalAssets', left, 'more than 0 after the shock, for a lognormal valuation');
    refuse('face equity', faceEquity, 'more than 0, to derive the volatility of assets from');
  }
  if (LINEAR.includes(valuation)) {
    refuse('face equity', faceEquity, 'more than 0, in units of which equity is counted');
  }
  return {
    borrowers: Array.from(left, (externalAssets, i) => ({
      externalAssets,
      due: outside[i]! + dueToFirms[i]!,
      dueToFirms: dueToFirms[i]!,
      faceEquity: faceEquity[i]!,
      assetVolatility: (equityVolatility * faceEquity[i]!) / assets[i]!,
    })),
    startEquity: faceEquity.map((usd, i) => usd - lost[i]!),
    claims: compressRows(row, column, amount, size),
  };
};
