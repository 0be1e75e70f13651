import * as z from 'zod/mini';
import { DataError, type ErrorFacts, ModelError } from '../../base/errors.ts';

type Rows = readonly (readonly number[])[];

/** Whether a number is the index of one of `size` firms. */
const isFirm = (value: number | undefined, size: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value < size;

const couldBeEntries = (rows: Rows, size: number): boolean =>
  rows.every(([row, column]) => isFirm(row, size) && isFirm(column, size) && row !== column);

const couldBeDense = (rows: Rows): boolean => rows.every((row, i) => row[i] === 0);

/**
 * Whether rows are a dense matrix or a list of entries, by their lengths; see `readEntries`.
 * @throws DataError for rows that are neither, or that fit both ways
 */
const formOf = (where: string, rows: Rows, size: number): 'dense' | 'entries' => {
  const width = rows[0]?.length;
  const isEven = rows.every((row) => row.length === width);
  const triples = isEven && width === 3;
  const square = isEven && rows.length === size && width === size;
  if (rows.length === 0 || (triples && !square)) return 'entries';
  if (square && !triples) return 'dense';
  if (!square) {
    const widths = [...new Set(rows.map((row) => row.length))].sort((one, other) => one - other);
    const found = `${rows.length} rows of ${widths.join(', ')} numbers`;
    const expected = `${size} rows of ${size} numbers, or rows of [row, column, amount]`;
    throw new DataError({ where, found, expected });
  }
  if (!couldBeDense(rows)) return 'entries';
  if (!couldBeEntries(rows, size)) return 'dense';
  const expected = '{"dense": ...} or {"entries": ...} around it';
  const hint = 'Three rows of three small whole numbers can be read both ways.';
  throw new DataError({ where, found: JSON.stringify(rows), expected, hint });
};

/** A table of numbers as a document gives it; see `readEntries` for how it is understood. */
const rowsSchema = z.readonly(z.array(z.readonly(z.array(z.number()))));

/** Dense n×n rows or a list of `[row, column, amount]`; by name where both would fit. */
export const matrixSchema = z.union([
  rowsSchema,
  z.strictObject({ dense: rowsSchema }),
  z.strictObject({ entries: rowsSchema }),
]);

export type MatrixInput = z.infer<typeof matrixSchema>;

/** A square matrix without diagonal as parallel arrays; amounts are above 0, pairs may repeat. */
export interface Entries {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly amount: Float64Array;
}

const isRows = (input: MatrixInput): input is Rows => Array.isArray(input);

const formed = (where: string, input: MatrixInput, size: number) => {
  if (isRows(input)) return { rows: input, form: formOf(where, input, size) };
  if ('dense' in input) return { rows: input.dense, form: 'dense' };
  return { rows: input.entries, form: 'entries' };
};

const checkAmount = (facts: Omit<ErrorFacts, 'expected'>, amount: number, own: boolean): void => {
  if (!Number.isFinite(amount)) throw new DataError({ ...facts, expected: 'a finite amount' });
  if (amount < 0) throw new ModelError({ ...facts, expected: 'an amount of 0 or more' });
  if (!own || amount === 0) return;
  const hint = 'What a firm owes to or owns of itself cancels out: leave it away.';
  throw new ModelError({ ...facts, expected: 'two different firms', hint });
};

const isUsual = (amount: number): boolean => amount > 0 && amount < Number.POSITIVE_INFINITY;

const emptyEntries = (count: number) => ({
  row: new Int32Array(count),
  column: new Int32Array(count),
  amount: new Float64Array(count),
});

const readDense = (where: string, rows: Rows, size: number): Entries => {
  const ragged =
    rows.length === size ? rows.findIndex(({ length }) => length !== size) : rows.length;
  if (rows.length !== size || ragged >= 0) {
    const found = rows.length !== size ? `${ragged} rows` : `a row of ${rows[ragged]!.length}`;
    throw new DataError({ where, found, expected: `${size} rows of ${size} numbers` });
  }
  let count = 0;
  for (const row of rows) for (const amount of row) if (amount !== 0) count += 1;
  const entries = emptyEntries(count);
  let at = 0;
  for (let i = 0; i < size; i++) {
    const row = rows[i]!;
    for (let j = 0; j < size; j++) {
      const amount = row[j]!;
      if (amount === 0) continue;
      if (i === j || !isUsual(amount)) {
        checkAmount({ where: `${where}[${i}][${j}]`, found: String(amount) }, amount, i === j);
      }
      entries.row[at] = i;
      entries.column[at] = j;
      entries.amount[at] = amount;
      at += 1;
    }
  }
  return entries;
};

const readList = (where: string, rows: Rows, size: number): Entries => {
  const entries = emptyEntries(rows.length);
  let at = 0;
  for (let index = 0; index < rows.length; index++) {
    const triple = rows[index]!;
    const [row, column, amount] = triple;
    const facts = () => ({ where: `${where}[${index}]`, found: JSON.stringify(triple) });
    if (triple.length !== 3 || !isFirm(row, size) || !isFirm(column, size)) {
      const expected = `[row, column, amount] with whole row and column from 0 to ${size - 1}`;
      throw new DataError({ ...facts(), expected });
    }
    if (row === column || !isUsual(amount!)) checkAmount(facts(), amount!, row === column);
    if (amount === 0) continue;
    entries.row[at] = row!;
    entries.column[at] = column!;
    entries.amount[at] = amount!;
    at += 1;
  }
  return {
    row: entries.row.subarray(0, at),
    column: entries.column.subarray(0, at),
    amount: entries.amount.subarray(0, at),
  };
};

/**
 * Read a non-negative n×n matrix without diagonal, dense or as `[row, column, amount]`.
 *
 * Rows of n numbers are dense, rows of three are entries. For three firms with three rows both fit:
 * a zero diagonal means dense, anything else entries, and rows that make sense both ways must say
 * which they are, `{ dense: rows }` or `{ entries: rows }`. Pairs that repeat add up; zeros vanish.
 *
 * @param where  name of the field, for errors
 * @param size   number of firms, from the vectors of the problem
 * @throws DataError for rows that are ragged or not square, firms out of range, amounts that aren't finite
 * @throws ModelError for negative amounts and for what a firm has with itself
 */
export const readEntries = (where: string, input: MatrixInput, size: number): Entries => {
  const { rows, form } = formed(where, input, size);
  return form === 'dense' ? readDense(where, rows, size) : readList(where, rows, size);
};
