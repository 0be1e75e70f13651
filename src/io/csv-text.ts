/** What a report puts in a cell; null is an empty one. */
export type Cell = string | number | boolean | null;

/** Text that a spreadsheet would run as a formula; an apostrophe in front stops that. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell (RFC 4180). Numbers stay as they are, in full precision. */
const cellText = (value: Cell): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * Rows of cells as CSV text, each line ended; text that begins with = + - @ gets a leading
 * apostrophe, so that no spreadsheet runs it.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\n`).join('');
