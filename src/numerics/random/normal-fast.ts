import { exponential } from './portable.ts';

/**
 * Probability that a standard normal variable is at most z, for hot loops: the rational approximation of Hart
 * et al. (1968, no. 5666) as given by West (2005), Better approximations to cumulative normal functions.
 * Absolute error below 1e-14; 0 or 1 beyond |z| = 8.3.
 */
export const normalAt = (z: number): number => {
  const x = Math.abs(z);
  if (x >= 8.3) return z > 0 ? 1 : 0;
  const above =
    ((((((0.0352624965998911 * x + 0.700383064443688) * x + 6.37396220353165) * x +
      33.912866078383) *
      x +
      112.079291497871) *
      x +
      221.213596169931) *
      x +
      220.206867912376) *
    exponential((-x * x) / 2);
  const below =
    ((((((0.0883883476483184 * x + 1.75566716318264) * x + 16.064177579207) * x +
      86.7807322029461) *
      x +
      296.564248779674) *
      x +
      637.333633378831) *
      x +
      793.826512519948) *
      x +
    440.413735824752;
  return z > 0 ? 1 - above / below : above / below;
};
