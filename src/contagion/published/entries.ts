import * as z from 'zod/mini';
import { DataError, ModelError } from '../../errors.ts';

/** A table of numbers as a document gives it; see `readEntries` for how it is understood. */
const rowsSchema = z.readonly(z.array(z.readonly(z.array(z.number()))));

/** Dense n×n rows or a list of `[row, column, amount]`; by name where both would fit. */
export const matrixSchema = z.union([
  rowsSchema,
  z.strictObject({ dense: rowsSchema }),
  z.strictObject({ entries: rowsSchema }),
]);

export type MatrixInput = z.infer<typeof matrixSchema>;
type Rows = z.infer<typeof rowsSchema>;

/** A square matrix without diagonal as parallel arrays; amounts are above 0, pairs may repeat. */
export interface Entries {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly amount: Float64Array;
}

const isFirm = (value: number | undefined, size: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value < size;

const couldBeEntries = (rows: Rows, size: number): boolean =>
  rows.every(([row, column]) => isFirm(row, size) && isFirm(column, size) && row !== column);

const couldBeDense = (rows: Rows): boolean => rows.every((row, i) => row[i] === 0);

const formOf = (where: string, rows: Rows, size: number): 'dense' | 'entries' => {
  const widths = new Set(rows.map((row) => row.length));
  const triples = widths.size === 1 && widths.has(3);
  const square = rows.length === size && widths.size === 1 && widths.has(size);
  if (rows.length === 0 || (triples && !square)) return 'entries';
  if (square && !triples) return 'dense';
  if (!square) {
    const found = `${rows.length} rows of ${[...widths].sort((a, b) => a - b).join(', ')} numbers`;
    const expected = `${size} rows of ${size} numbers, or rows of [row, column, amount]`;
    throw new DataError({ where, found, expected });
  }
  if (!couldBeDense(rows)) return 'entries';
  if (!couldBeEntries(rows, size)) return 'dense';
  const expected = '{"dense": ...} or {"entries": ...} around it';
  const hint = 'Three rows of three small whole numbers can be read both ways.';
  throw new DataError({ where, found: JSON.stringify(rows), expected, hint });
};

const isRows = (input: MatrixInput): input is Rows => Array.isArray(input);

const formed = (where: string, input: MatrixInput, size: number) => {
  if (isRows(input)) return { rows: input, form: formOf(where, input, size) };
  if ('dense' in input) return { rows: input.dense, form: 'dense' };
  return { rows: input.entries, form: 'entries' };
};

const asTriples = (where: string, input: MatrixInput, size: number): Rows => {
  const { rows, form } = formed(where, input, size);
  if (form === 'entries') return rows;
  const ragged = rows.length !== size ? rows.length : rows.find(({ length }) => length !== size);
  if (ragged !== undefined) {
    const found = typeof ragged === 'number' ? `${ragged} rows` : `a row of ${ragged.length}`;
    throw new DataError({ where, found, expected: `${size} rows of ${size} numbers` });
  }
  const triples: (readonly number[])[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) if (rows[i]![j] !== 0) triples.push([i, j, rows[i]![j]!]);
  }
  return triples;
};

const checkTriple = (place: string, triple: readonly number[], size: number): void => {
  const found = JSON.stringify(triple);
  const [row, column, amount] = triple;
  if (triple.length !== 3 || !isFirm(row, size) || !isFirm(column, size)) {
    const expected = `[row, column, amount] with whole row and column from 0 to ${size - 1}`;
    throw new DataError({ where: place, found, expected });
  }
  if (!Number.isFinite(amount)) {
    throw new DataError({ where: place, found: String(amount), expected: 'a finite amount' });
  }
  if (amount! < 0)
    throw new ModelError({ where: place, found, expected: 'an amount of 0 or more' });
  if (row === column && amount !== 0) {
    const hint = 'What a firm owes to or owns of itself cancels out: leave it away.';
    throw new ModelError({ where: place, found, expected: 'two different firms', hint });
  }
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
  const triples = asTriples(where, input, size);
  let count = 0;
  triples.forEach((triple, index) => {
    const [row, column, amount] = triple;
    const fine = triple.length === 3 && isFirm(row, size) && isFirm(column, size);
    if (!fine || row === column || !(amount! >= 0) || amount === Number.POSITIVE_INFINITY) {
      checkTriple(`${where}[${index}]`, triple, size);
    }
    if (amount !== 0) count += 1;
  });
  const entries = {
    row: new Int32Array(count),
    column: new Int32Array(count),
    amount: new Float64Array(count),
  };
  let at = 0;
  for (const [row, column, amount] of triples) {
    if (amount === 0) continue;
    entries.row[at] = row!;
    entries.column[at] = column!;
    entries.amount[at] = amount!;
    at += 1;
  }
  return entries;
};
