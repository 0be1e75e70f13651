import { displayWidth, fitWidth } from './display-width.ts';
import { printable } from './printable.ts';

export interface Column {
  /** May hold line breaks; names the unit of its figures. */
  readonly header: string;
  readonly align: 'left' | 'right';
  /** Gives way, with an ellipsis, when the table would be too wide. */
  readonly shrinks?: boolean;
}

/** No table is wider than this. */
export const TABLE_WIDTH = 80;

const GAP = '  ';
const LEAST = 6;

const padded = (text: string, width: number, align: Column['align']): string => {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? space + text : text + space;
};

const columnWidths = (columns: readonly Column[], cells: readonly (readonly string[])[]) => {
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => displayWidth(row[at]!))));
  const total = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
  let excess = total - TABLE_WIDTH;
  for (const [at, column] of [...columns.entries()].reverse()) {
    if (!column.shrinks || excess <= 0) continue;
    const given = Math.min(excess, Math.max(0, widths[at]! - LEAST));
    widths[at]! -= given;
    excess -= given;
  }
  return widths;
};

/**
 * Plain text columns, at most 80 wide: figures to the right, headers above a rule, no line ends in
 * blanks. Chinese characters count as two columns.
 *
 * @param rows as many cells as there are columns
 */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const headers = columns.map(({ header }) => header.split('\n'));
  const height = Math.max(...headers.map((lines) => lines.length));
  const headerRows = Array.from({ length: height }, (_, line) =>
    headers.map((lines) => lines[line - height + lines.length] ?? ''),
  );
  const body = rows.map((row) => row.map(printable));
  const widths = columnWidths(columns, [...headerRows, ...body]);
  const rule = widths.map((width) => '-'.repeat(width));
  return [...headerRows, rule, ...body]
    .map((row) =>
      row
        .map((cell, at) => padded(fitWidth(cell, widths[at]!), widths[at]!, columns[at]!.align))
        .join(GAP)
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
};
