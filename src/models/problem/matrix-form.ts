import { DataError } from '../../base/errors.ts';

export type Rows = readonly (readonly number[])[];

/** Whether a number is the index of one of `size` firms. */
export const isFirm = (value: number | undefined, size: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value < size;

const couldBeEntries = (rows: Rows, size: number): boolean =>
  rows.every(([row, column]) => isFirm(row, size) && isFirm(column, size) && row !== column);

const couldBeDense = (rows: Rows): boolean => rows.every((row, i) => row[i] === 0);

/**
 * Whether rows are a dense matrix or a list of entries, by their lengths; see `readEntries`.
 * @throws DataError for rows that are neither, or that fit both ways
 */
export const formOf = (where: string, rows: Rows, size: number): 'dense' | 'entries' => {
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
