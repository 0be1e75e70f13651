const TERMS = 200;

/** erf(x) for 0 <= x < 2.5 by its series, 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!! (DLMF 7.6.2). */
const erfSeries = (x: number): number => {
  let term = x;
  let sum = x;
  for (let n = 1; n < TERMS && term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
};

/** erfc(x) for x >= 2.5 by its continued fraction x + (1/2)/(x + 1/(x + (3/2)/(x + …))) (DLMF 7.9.1), from its end. */
const erfcFraction = (x: number): number => {
  let tail = x;
  for (let n = TERMS; n >= 1; n--) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
};

/**
 * Probability that a standard normal variable is at most z; absolute error below 1e-15.
 *
 * @param z  any number, also infinite
 */
export const normalCdf = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2;
  const above = x < 2.5 ? 1 - erfSeries(x) : erfcFraction(x);
  return z < 0 ? above / 2 : 1 - above / 2;
};
