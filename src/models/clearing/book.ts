import * as z from 'zod/mini';
import { type Csr, compressRows } from '../../numerics/sparse/csr.ts';
import { matrixSchema, readEntries } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import { readVector } from '../problem/vector.ts';

export const clearingProblemSchema = z.strictObject({
  /** [debtor, creditor, amount] or dense with a row per debtor. */
  liabilities: matrixSchema,
  externalAssets: vectorSchema,
  /** Left away: no firm owes anything outside the network. */
  externalLiabilities: z.optional(vectorSchema),
  parameters: parametersSchema,
});

export type ClearingProblem = z.infer<typeof clearingProblemSchema>;

/** A clearing problem in typed arrays, all in the currency of the problem. */
export interface ClearingBook {
  readonly size: number;
  readonly assets: Float64Array;
  readonly dueOutside: Float64Array;
  /** All that a firm owes. */
  readonly due: Float64Array;
  /** What it must pay before the class of debt that firms hold: nothing, or its debt outside. */
  readonly senior: Float64Array;
  /** Size of the class of debt that firms hold. */
  readonly top: Float64Array;
  /** Row: creditor, column: debtor, weight: share of what the debtor pays on that class. */
  readonly income: Csr;
}

/** @throws DataError, ModelError for a matrix or vector that isn't what it should be */
export const readClearing = (
  problem: ClearingProblem,
  externalSeniority: 'pari-passu' | 'senior',
): ClearingBook => {
  const assets = readVector('externalAssets', problem.externalAssets, { min: 0 });
  const size = assets.length;
  const outside = problem.externalLiabilities ?? new Array<number>(size).fill(0);
  const dueOutside = readVector('externalLiabilities', outside, { size, min: 0 });
  const {
    row: debtor,
    column: creditor,
    amount,
  } = readEntries('liabilities', problem.liabilities, size);
  const dueToFirms = new Float64Array(size);
  for (let at = 0; at < amount.length; at++) dueToFirms[debtor[at]!]! += amount[at]!;
  const due = dueToFirms.map((usd, i) => usd + dueOutside[i]!);
  const isSenior = externalSeniority === 'senior';
  const top = isSenior ? dueToFirms : due;
  const share = amount.map((usd, at) => usd / top[debtor[at]!]!);
  return {
    size,
    assets,
    dueOutside,
    due,
    senior: isSenior ? dueOutside : new Float64Array(size),
    top,
    income: compressRows(creditor, debtor, share, size),
  };
};
