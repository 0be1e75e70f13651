import type { Confidence, Deal, Distribution, Status, UnsureFigure } from '../../data/schema.ts';
import type { Figure } from '../../models/chained-boats/inputs/figures.ts';
import { type InputRef, inputKey } from '../../models/chained-boats/inputs/input-ref.ts';

/** The figures that a web went through, and how sure they are. */
export interface FigureBook {
  readonly find: (input: InputRef) => Figure | undefined;
  /** The distribution of a figure of a record; a record without a confidence counts as low. */
  readonly rowOf: (
    figure: UnsureFigure,
    of: Confidence | Status | undefined,
  ) => Distribution | undefined;
  /** The distribution of a deal's dollars: that of what its amount is, else that of its confidence. */
  readonly dollarRow: (deal: Deal) => Distribution | undefined;
}

export const figureBook = (
  figures: readonly Figure[],
  rows: readonly Distribution[],
): FigureBook => {
  const byKey = new Map(figures.map((figure) => [inputKey(figure.input), figure]));
  const byUse = new Map(rows.map((row) => [`${row.figure} ${row.of}`, row]));
  return {
    find: (input) => byKey.get(inputKey(input)),
    rowOf: (figure, of = 'low') => byUse.get(`${figure} ${of}`),
    dollarRow: ({ amountBasis, confidence = 'low' }) =>
      byUse.get(`dealDollars ${amountBasis}`) ?? byUse.get(`dealDollars ${confidence}`),
  };
};
