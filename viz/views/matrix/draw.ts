import type { FirmMatrix } from '../../../src/questions/exposure/firm-matrix-schema.ts';
import type { Draw } from '../chart.ts';

export interface MatrixWords {
  readonly nameOf: (id: string) => string;
  /** What a cell says when it is pointed at. */
  readonly cell: (row: string, column: string, entry: number) => string;
}

const MARGIN = 118;
/** Palest cell that still shows. */
const LEAST_INK = 0.08;

/** A firm's own entry (1 in the dependency and Leontief matrices) would outshine all others. */
const between = ({ firms, entries }: FirmMatrix) =>
  entries
    .filter(([row, column]) => row !== column)
    .map(([row, column, entry]) => ({ row: firms[row]!, column: firms[column]!, entry }));

/** Firms with what stands in their row and column, most first. */
export const byStake = (matrix: FirmMatrix): readonly string[] => {
  const stake = new Map(matrix.firms.map((id) => [id, 0]));
  for (const { row, column, entry } of between(matrix)) {
    stake.set(row, stake.get(row)! + Math.abs(entry));
    stake.set(column, stake.get(column)! + Math.abs(entry));
  }
  return [...stake.keys()].sort((a, b) => stake.get(b)! - stake.get(a)!);
};

/** Firms by firms as a picture: ink by the square root of the share of the largest entry. */
export const drawMatrix =
  (matrix: FirmMatrix, shown: readonly string[], { nameOf, cell }: MatrixWords): Draw =>
  (plot, width) => {
    const known = new Set(shown);
    const cells = between(matrix).filter(({ row, column }) => known.has(row) && known.has(column));
    const largest = cells.reduce((most, { entry }) => Math.max(most, Math.abs(entry)), 0);
    const side = Math.max(10, Math.min(26, (width - MARGIN) / shown.length));
    const drawn = MARGIN + side * shown.length;
    return plot.plot({
      width: drawn,
      height: drawn,
      marginLeft: MARGIN,
      marginTop: MARGIN,
      marginRight: 0,
      marginBottom: 0,
      style: { fontSize: '11px' },
      x: {
        domain: shown,
        axis: 'top',
        label: null,
        tickSize: 0,
        tickFormat: nameOf,
        tickRotate: -90,
        padding: 0.04,
      },
      y: { domain: shown, label: null, tickSize: 0, tickFormat: nameOf, padding: 0.04 },
      marks: [
        plot.cell(shown, {
          x: (id: string) => id,
          y: (id: string) => id,
          fill: 'var(--hairline)',
          fillOpacity: 0.5,
        }),
        plot.cell(cells, {
          x: 'column',
          y: 'row',
          fill: 'var(--focus)',
          fillOpacity: ({ entry }: { entry: number }) =>
            LEAST_INK + (1 - LEAST_INK) * Math.sqrt(Math.abs(entry) / largest),
          title: ({ row, column, entry }: (typeof cells)[number]) => cell(row, column, entry),
        }),
        plot.frame({ stroke: 'var(--hairline)' }),
      ],
    });
  };
