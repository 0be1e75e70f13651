import { type Cell, csvText } from '../base/csv-text.ts';

/** A column of a report: every figure with its unit. */
export interface ReportColumn {
  readonly name: string;
  /** `usd`, `usd-per-year`, `share`, ...; empty for words, ranks and bare numbers. */
  readonly unit: string;
  readonly type: 'text' | 'number' | 'flag';
  /** Null: unknown. */
  readonly values: readonly Cell[];
}

/** Figures as data people take them: columns of one length, and what the whole rests on. */
export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly about: Readonly<Record<string, string>>;
}

/** What the receipt of any answer says of where it comes from. */
export interface Origin {
  readonly engine: string;
  readonly network: { readonly name: string; readonly asOf: string; readonly hash: string };
  readonly resultHash?: string;
}

/** What a table of figures rests on, in a few words. */
export const aboutOf = ({
  engine,
  network,
  resultHash,
}: Origin): Readonly<Record<string, string>> => ({
  engine,
  network: network.name,
  asOf: network.asOf,
  data: network.hash,
  ...(resultHash === undefined ? {} : { result: resultHash }),
});

const column =
  (type: ReportColumn['type']) =>
  (name: string, values: readonly Cell[], unit = ''): ReportColumn => ({
    name,
    unit,
    type,
    values,
  });

export const textColumn = column('text');
export const numberColumn = column('number');
export const flagColumn = column('flag');

/** The unit that a column's name carries: `lossUsd` is in dollars, `lossFraction` a share. */
const unitOf = (name: string): string => {
  if (/Usd$|^usd$/.test(name)) return 'usd';
  if (/Gw$/.test(name)) return 'gw';
  return /Fraction$|^share$/.test(name) ? 'share' : '';
};

/**
 * A table row by row.
 *
 * @param columns  name of every column and what it holds, in order; the name says the unit
 * @param rows     one cell a column; a number in a column of words is written as one
 * @param about    what the whole rests on
 */
export const rowsTable = (
  columns: Readonly<Record<string, ReportColumn['type']>>,
  rows: readonly (readonly (Cell | undefined)[])[],
  about: ReportTable['about'],
): ReportTable => ({
  columns: Object.entries(columns).map(([name, type], at) => ({
    name,
    unit: unitOf(name),
    type,
    values: rows.map((row) => {
      const cell = row[at] ?? null;
      return type === 'text' && cell !== null ? String(cell) : cell;
    }),
  })),
  about,
});

/**
 * A table as CSV, full precision; unknown is an empty cell.
 *
 * @param options.units with a second row that holds each column's unit
 */
export const tableCsv = ({ columns }: ReportTable, options: { units?: boolean } = {}): string => {
  const rows = Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) =>
    columns.map(({ values }) => values[row] ?? null),
  );
  return csvText([
    columns.map(({ name }) => name),
    ...(options.units ? [columns.map(({ unit }) => unit)] : []),
    ...rows,
  ]);
};
