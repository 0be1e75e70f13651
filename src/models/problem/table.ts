import { DataError, ModelError } from '../../base/errors.ts';
import type { Entries, MatrixInput } from './entries.ts';

type Rows = readonly (readonly number[])[];

/** Size of a table, and how its lines and columns are called in errors. */
export interface TableShape {
  readonly rows: number;
  readonly columns: number;
}

const isIndex = (value: number | undefined, size: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value < size;

const isEntry = (row: readonly number[], { rows, columns }: TableShape): boolean =>
  row.length === 3 && isIndex(row[0], rows) && isIndex(row[1], columns);

const isListed = (rows: Rows, shape: TableShape): boolean =>
  rows.every((row) => isEntry(row, shape));

const isDense = (rows: Rows, shape: TableShape): boolean =>
  rows.length === shape.rows && rows.every((row) => row.length === shape.columns);

const formOf = (where: string, input: MatrixInput, shape: TableShape): 'dense' | 'entries' => {
  const named = isRows(input) ? undefined : 'dense' in input ? 'dense' : 'entries';
  const rows = rowsOf(input);
  const dense = named !== 'entries' && isDense(rows, shape);
  const listed = named !== 'dense' && isListed(rows, shape);
  if (dense && listed && rows.length > 0) {
    const expected = '{"dense": ...} or {"entries": ...} around it';
    const hint = 'These rows can be read both ways.';
    throw new DataError({ where, found: JSON.stringify(rows), expected, hint });
  }
  if (dense || listed) return dense ? 'dense' : 'entries';
  const bad = rows.findIndex((row) => !isEntry(row, shape));
  const place = bad >= 0 ? `${where}[${bad}]` : where;
  const found = bad >= 0 ? JSON.stringify(rows[bad]) : `${rows.length} rows`;
  const expected = `[row, column, amount] with rows from 0 to ${shape.rows - 1} and columns from 0 to ${shape.columns - 1}, or ${shape.rows} rows of ${shape.columns} numbers`;
  throw new DataError({ where: place, found, expected });
};

const isRows = (input: MatrixInput): input is Rows => Array.isArray(input);

const rowsOf = (input: MatrixInput): Rows => {
  if (isRows(input)) return input;
  return 'dense' in input ? input.dense : input.entries;
};

/**
 * Read a non-negative table of any shape, dense or as `[row, column, amount]`; a diagonal is a
 * figure like others. Rows that fit both forms must say which they are, `{ dense: rows }` or
 * `{ entries: rows }`. Pairs that repeat add up; zeros vanish.
 *
 * @param where  name of the field, for errors
 * @throws DataError for another shape or amounts that aren't finite, ModelError for negative ones
 */
export const readTable = (where: string, input: MatrixInput, shape: TableShape): Entries => {
  const rows = rowsOf(input);
  const listed = formOf(where, input, shape) === 'entries';
  const triples = listed ? rows : rows.flatMap((row, i) => row.map((amount, j) => [i, j, amount]));
  const kept = triples.filter(([row, column, amount], index) => {
    const place = `${where}[${listed ? index : row}]`;
    const facts = { where: place, found: `${amount} at ${row}, ${column}` };
    if (!Number.isFinite(amount)) throw new DataError({ ...facts, expected: 'a finite amount' });
    if (amount! < 0) throw new ModelError({ ...facts, expected: 'an amount of 0 or more' });
    return amount !== 0;
  });
  return {
    row: Int32Array.from(kept, ([row]) => row!),
    column: Int32Array.from(kept, ([, column]) => column!),
    amount: Float64Array.from(kept, ([, , amount]) => amount!),
  };
};
