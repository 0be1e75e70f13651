const isPlainNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);

/**
 * One cell of a CSV row (RFC 4180). Text that a spreadsheet would run as a formula, because it
 * begins with = + - @ or a tab, gets a leading apostrophe; numbers stay numbers.
 */
export const csvCell = (value: string | number | null): string => {
  if (value === null) return '';
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !isPlainNumber(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows of cells as CSV text, each line ended. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
