import { FIGURES, type Firm } from './schema.ts';

export type Figure = (typeof FIGURES)[number];

/** The day on which a firm's figure was true; undefined where the figure or its day is unknown. */
export const figureDay = (firm: Firm, figure: Figure): string | undefined =>
  firm[figure] === undefined ? undefined : (firm.figuresOn?.[figure] ?? firm.asOf);

/** True for a figure that was not yet known on `day`: used because no earlier one is known. */
export const isLaterThan = (firm: Firm, figure: Figure, day: string): boolean => {
  const on = figureDay(firm, figure);
  return on !== undefined && on > day;
};

/** The figures of a firm that are later than `day`. */
export const figuresLaterThan = (firm: Firm, day: string): Figure[] =>
  FIGURES.filter((figure) => isLaterThan(firm, figure, day));
