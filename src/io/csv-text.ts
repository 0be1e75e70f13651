import Papa from 'papaparse';

/** What a report puts in a cell; null is an empty one. */
export type Cell = string | number | boolean | null;

/**
 * Rows of cells as CSV text, each line ended. Numbers keep full precision; text that a spreadsheet
 * would run as a formula (it begins with = + - @) gets a leading apostrophe.
 */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse(rows as Cell[][], { escapeFormulae: true, newline: '\n' })}\n`;
