import { ModelError } from '../../base/errors.ts';
import { expectedVisits } from '../../numerics/linear/expected-visits.ts';
import { type Csr, compressRows } from '../../numerics/sparse/csr.ts';
import type { MatrixInput } from '../problem/entries.ts';
import { readTable } from '../problem/table.ts';

/** Flows between firms or industries with what each gets or gives outside, in one currency. */
export interface Flows {
  readonly size: number;
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly amount: Float64Array;
}

/** @throws DataError, ModelError for a table that isn't what it should be */
export const readFlows = (input: MatrixInput, size: number): Flows => ({
  size,
  ...readTable('flows', input, { rows: size, columns: size }),
});

/**
 * Coefficients amount / total per cell.
 *
 * @param totals  n; cells whose total is 0 are 0
 * @param over    whether a cell is divided by the total of its row or of its column
 * @returns       per row, the coefficients of the columns
 */
export const coefficients = (
  { size, row, column, amount }: Flows,
  totals: Float64Array,
  over: 'row' | 'column',
): Csr => {
  const of = over === 'row' ? row : column;
  const share = amount.map((usd, at) => usd / totals[of[at]!]!);
  return compressRows(row, column, share, size);
};

/**
 * (I - C)^-1.
 *
 * @throws ModelError where the series I + C + C² + ... has no sum: the spectral radius is 1 or more
 */
export const totalRequirements = (c: Csr, size: number, outside: string): Float64Array => {
  const inverse = expectedVisits(c, size);
  if (inverse !== undefined) return inverse;
  throw new ModelError({
    where: 'flows',
    found: 'coefficients with a spectral radius of 1 or more',
    expected: 'less than 1',
    hint: `Some group of firms has no ${outside} at all.`,
  });
};

/** M x of a dense n×n matrix, or Mᵀ x. */
export const timesVector = (
  matrix: Float64Array,
  vector: Float64Array,
  transposed = false,
): Float64Array => {
  const size = vector.length;
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const entry = transposed ? matrix[j * size + i]! : matrix[i * size + j]!;
      result[i]! += entry * vector[j]!;
    }
  }
  return result;
};

/** Largest violation of x = C x + f (or Cᵀ x + f). */
export const violation = (
  { start, column, weight }: Csr,
  x: Float64Array,
  outside: Float64Array,
  transposed = false,
): number => {
  const image = outside.slice();
  for (let i = 0; i < x.length; i++) {
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      const j = column[at]!;
      if (transposed) image[j]! += weight[at]! * x[i]!;
      else image[i]! += weight[at]! * x[j]!;
    }
  }
  return x.reduce((most, value, i) => Math.max(most, Math.abs(value - image[i]!)), 0);
};
