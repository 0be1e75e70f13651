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
