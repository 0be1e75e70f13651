/** Digits as a cell may write them: `1000000`, `-2.5`, `3e11`. */
export const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** What a report puts in a cell; null is an empty one. */
export type Cell = string | number | boolean | null;

/** Text that a spreadsheet would run as a formula, with or without apostrophes in front. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Text as no spreadsheet runs it: an apostrophe in front of = + - @, tab and CR. Numbers stay as they are. */
export const guardCell = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;

/** The text that `guardCell` was given. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** One cell (RFC 4180). Numbers stay as they are, in full precision. */
const cellText = (value: Cell): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = guardCell(value);
  return /[",\r\n]|^[\s\ufeff]|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * Rows of cells as CSV text (RFC 4180, UTF-8), each line ended by CR LF; text that a spreadsheet would run as a
 * formula is guarded by an apostrophe. The one place where this library writes CSV.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
