import type { Distribution } from '../../data/schema.ts';
import type { Figure } from '../../models/chained-boats/inputs/figures.ts';
import type { Node } from '../../numerics/program/tape.ts';
import { drawnAt } from './distribution.ts';

/** One thing that is drawn: where its number comes from and where it goes. */
export interface DrawnFigure {
  /** The row of the table of distributions, or `per-gigawatt`. */
  readonly row: string;
  /** What shares a coordinate is drawn as one: a warrant stands and falls with its order. */
  readonly coordinate: string;
  /** Loading on the funding climate, -1..1. */
  readonly climate: number;
  /** The leaves that it sets. */
  readonly leaves: readonly Node[];
  /** Put what belongs to probability u in its leaves. */
  readonly set: (values: Float64Array, u: number) => void;
}

/** One figure, set to what `valueAt` makes of probability u and of the values that are set before it. */
export const drawnFigure = (
  row: Distribution,
  coordinate: string,
  { leaf }: Figure,
  valueAt: (u: number, values: Float64Array) => number,
): DrawnFigure => ({
  row: row.id,
  coordinate,
  climate: row.climate ?? 0,
  leaves: [leaf],
  set: (values, u) => {
    values[leaf] = valueAt(u, values);
  },
});

/** Several figures of one record times one factor, none beyond what the model takes. */
export const drawnFactor = (
  row: Distribution,
  coordinate: string,
  figures: readonly Figure[],
): DrawnFigure => ({
  row: row.id,
  coordinate,
  climate: row.climate ?? 0,
  leaves: figures.map(({ leaf }) => leaf),
  set: (values, u) => {
    const factor = drawnAt(row, u);
    for (const { leaf, value, max } of figures) values[leaf] = Math.min(max, value * factor);
  },
});
