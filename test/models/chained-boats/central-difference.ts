/** A total at a value of an input, and which firms have failed there. */
export interface Outcome {
  readonly totalUsd: number;
  readonly failed: string;
}

export interface Difference {
  /** Slope by the fourth-order central formula. */
  readonly slope: number;
  readonly below: number;
  readonly above: number;
  /** What rounding can make of the slope. */
  readonly noise: number;
}

/** Rounding of a total, as a share of `sizeUsd`. */
const ROUNDING = 2e-15;

/**
 * Slopes of an outcome from four evaluations around a value; undefined where a firm fails or recovers in
 * between: there a slope says nothing.
 *
 * @param sizeUsd  what rounding of a total is measured by
 */
export const centralDifference = (
  at: (value: number) => Outcome,
  value: number,
  step: number,
  sizeUsd: number,
): Difference | undefined => {
  const here = at(value);
  const [far, low, high, farther] = [-2, -1, 1, 2].map((times) => at(value + times * step));
  const outcomes = [far!, low!, high!, farther!];
  if (outcomes.some(({ failed }) => failed !== here.failed)) return undefined;
  const [a, b, c, d] = outcomes.map(({ totalUsd }) => totalUsd) as [number, number, number, number];
  return {
    slope: (8 * (c - b) - (d - a)) / (12 * step),
    below: (here.totalUsd - b) / step,
    above: (c - here.totalUsd) / step,
    noise: (ROUNDING * sizeUsd) / step,
  };
};

/** Whether a slope is that of a difference to 1e-6 of it, beyond what rounding can do. */
export const agrees = (slope: number, { slope: other, noise }: Difference): boolean =>
  Math.abs(slope - other) <= 1e-6 * Math.max(Math.abs(slope), Math.abs(other)) + noise;
