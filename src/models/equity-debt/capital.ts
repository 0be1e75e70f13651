import * as z from 'zod/mini';
import { type Csr, compressRows } from '../../numerics/sparse/csr.ts';
import { type Entries, matrixSchema } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import { readShares, refuseClosedGroups } from '../problem/shares.ts';
import { readVector } from '../problem/vector.ts';

const debtClass = {
  /** What each firm owes in this class. */
  debt: vectorSchema,
  /** [holder, issuer, share of what the issuer pays in this class, 0..1], or dense by holders. */
  debtHoldings: matrixSchema,
};

export const equityDebtProblemSchema = z.strictObject({
  externalAssets: vectorSchema,
  ...debtClass,
  /** [holder, issuer, share of the issuer's equity, 0..1], or dense with a row per holder. */
  equityHoldings: matrixSchema,
  /** Further classes of debt, each paid after the one before. */
  juniorDebt: z.optional(z.readonly(z.array(z.strictObject(debtClass)))),
  parameters: parametersSchema,
});

export type EquityDebtProblem = z.infer<typeof equityDebtProblemSchema>;

/** A web of stakes and loans in typed arrays, in the currency of the problem. */
export interface Capital {
  readonly size: number;
  readonly assets: Float64Array;
  /** What each firm owes per class, the most senior first. */
  readonly classes: readonly Float64Array[];
  /** Row: holder; column: class × size + issuer, equity being the class after the last debt. */
  readonly holdings: Csr;
  /** The part of `holdings` that is equity; column: issuer. */
  readonly equityHoldings: Csr;
}

const joined = (layers: readonly Entries[], size: number): Csr => {
  const count = layers.reduce((sum, { row }) => sum + row.length, 0);
  const row = new Int32Array(count);
  const column = new Int32Array(count);
  const amount = new Float64Array(count);
  let at = 0;
  layers.forEach((layer, k) => {
    row.set(layer.row, at);
    amount.set(layer.amount, at);
    column.set(
      layer.column.map((issuer) => k * size + issuer),
      at,
    );
    at += layer.row.length;
  });
  return compressRows(row, column, amount, size);
};

/** @throws DataError, ModelError for a matrix or vector that isn't what it should be */
export const readCapital = (problem: EquityDebtProblem): Capital => {
  const assets = readVector('externalAssets', problem.externalAssets, { min: 0 });
  const size = assets.length;
  const layers = [problem, ...(problem.juniorDebt ?? [])].map(({ debt, debtHoldings }, k) => {
    const where = k === 0 ? '' : `juniorDebt[${k - 1}].`;
    return {
      debt: readVector(`${where}debt`, debt, { size, min: 0 }),
      held: readShares(`${where}debtHoldings`, debtHoldings, size),
    };
  });
  const equity = readShares('equityHoldings', problem.equityHoldings, size);
  refuseClosedGroups('equityHoldings', equity, size);
  return {
    size,
    assets,
    classes: layers.map(({ debt }) => debt),
    holdings: joined([...layers.map(({ held }) => held), equity], size),
    equityHoldings: joined([equity], size),
  };
};
