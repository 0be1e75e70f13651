import * as z from 'zod/mini';
import { ModelError } from '../../base/errors.ts';
import { type Csr, compressRows } from '../../numerics/sparse/csr.ts';
import { matrixSchema } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import { readTable } from '../problem/table.ts';
import { readVector } from '../problem/vector.ts';

export const fireSalesProblemSchema = z.strictObject({
  /** [holder, asset, amount] or dense with a row per holder: what can be sold, at prices before the shock. */
  holdings: matrixSchema,
  equity: vectorSchema,
  /** What each firm owns besides and can't sell; left away: nothing. */
  otherAssets: z.optional(vectorSchema),
  /** Per asset, the sales that would take its whole price if every sale moved it like the first. */
  depths: vectorSchema,
  /** Per scenario, the share of its price that each asset loses at the start. */
  shocks: z.readonly(z.array(vectorSchema)),
  parameters: parametersSchema,
});

export type FireSalesProblem = z.infer<typeof fireSalesProblemSchema>;

/** Firms and assets in one currency. */
export interface Market {
  readonly firms: number;
  readonly assets: number;
  /** Row: holder, column: asset, weight: amount at prices before the shock. */
  readonly holdings: Csr;
  readonly equity: Float64Array;
  readonly otherAssets: Float64Array;
  readonly depths: Float64Array;
}

/** What a scenario comes to; amounts in the currency of the problem. */
export interface SalesOutcome {
  /** Per firm: what the shock itself takes. */
  readonly directLosses: Float64Array;
  /** Per firm: what the sales of all take from what it holds. */
  readonly saleLosses: Float64Array;
  /** Per firm: what its own sales take from all, itself included. */
  readonly causedLosses: Float64Array;
  readonly sold: Float64Array;
  /** Per asset: price over the price before the shock. */
  readonly prices: Float64Array;
  readonly rounds: number;
  readonly converged: boolean;
  /** Largest share of its holdings that a firm would still sell. */
  readonly residual: number;
}

/** @throws DataError, ModelError for a table or vector that isn't what it should be */
export const readMarket = (problem: FireSalesProblem): Market => {
  const equity = readVector('equity', problem.equity, { min: 0 });
  const firms = equity.length;
  const depths = readVector('depths', problem.depths, { min: 0 });
  depths.forEach((depth, asset) => {
    if (depth > 0) return;
    const hint = 'An asset that nobody may sell belongs to otherAssets.';
    throw new ModelError({ where: `depths[${asset}]`, found: '0', expected: 'more than 0', hint });
  });
  const other = problem.otherAssets ?? new Array<number>(firms).fill(0);
  const shape = { rows: firms, columns: depths.length };
  const { row, column, amount } = readTable('holdings', problem.holdings, shape);
  return {
    firms,
    assets: depths.length,
    holdings: compressRows(row, column, amount, firms),
    equity,
    otherAssets: readVector('otherAssets', other, { size: firms, min: 0 }),
    depths,
  };
};

/** Σ over the holdings of a firm of amount × factor of the asset. */
export const holdingsTimes = (
  { start, column }: Csr,
  amounts: Float64Array,
  firm: number,
  factor: Float64Array,
): number => {
  let sum = 0;
  for (let at = start[firm]!; at < start[firm + 1]!; at++) {
    sum += amounts[at]! * factor[column[at]!]!;
  }
  return sum;
};
