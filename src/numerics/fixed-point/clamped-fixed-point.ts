import { clampedExact } from './clamped-exact.ts';
import { type ClampedMap, clampedResidual, sweepClamped } from './clamped-map.ts';

export interface Fall {
  readonly sweeps: number;
  /** Largest distance between x and F(x). */
  readonly residual: number;
  /** True where the error of every entry is shown to be below 1e-9 of the largest entry, or nothing beside the start. */
  readonly converged: boolean;
}

const MAX_SWEEPS = 200_000;
const LARGEST_SYSTEM = 1500;
/** A step this small, relative to each entry, is rounding. */
const ROUNDING = 4 * Number.EPSILON;

/** Entries below this share of the largest one at the start are nothing. */
const NOTHING = 1e-20;

const between = ({ top }: ClampedMap, x: Float64Array): number => {
  let count = 0;
  for (let row = 0; row < x.length; row++) if (x[row]! > 0 && x[row]! < top[row]!) count += 1;
  return count;
};

const largestOf = (x: Float64Array): number => x.reduce((most, value) => Math.max(most, value), 0);

/** Whether one or two exact systems cost less than the sweeps that a rate of convergence leaves. */
const exactIsCheaper = (map: ClampedMap, unknowns: number, step: number, rate: number): boolean => {
  if (unknowns > LARGEST_SYSTEM) return false;
  const sweepsLeft = rate < 1 ? Math.log(ROUNDING / step) / Math.log(rate) : MAX_SWEEPS;
  return unknowns ** 3 / 3 < sweepsLeft * (map.rows.weight.length + 8 * map.top.length);
};

/**
 * The greatest fixed point of a clamped map, from above: Gauss-Seidel sweeps while they contract
 * well, else the exact sets of `clampedExact`. The rule bounds the error, not the last step: a step
 * times rate / (1 - rate), the rate being the worst of the last three, or the bound of the exact way.
 *
 * @param x  in: a place at or above the greatest fixed point, that the map doesn't raise; out: that point
 */
export const fallToGreatest = (map: ClampedMap, x: Float64Array): Fall => {
  const floor = NOTHING * largestOf(x);
  const rates = [1, 1, 1];
  let last = Number.POSITIVE_INFINITY;
  let mayBeExact = true;
  let unknowns = 0;
  for (let sweeps = 1; sweeps <= MAX_SWEEPS; sweeps++) {
    const step = sweepClamped(map, x, floor);
    if (step > ROUNDING) rates[sweeps % 3] = Math.min(1, step / last);
    last = step;
    const rate = Math.max(...rates);
    if (step === 0 || (step <= ROUNDING && rate < 0.999)) {
      return { sweeps, residual: clampedResidual(map, x), converged: true };
    }
    const wereBetween = unknowns;
    unknowns = between(map, x);
    if (!mayBeExact || sweeps < 3 || (unknowns !== wereBetween && sweeps < 30)) continue;
    if (!exactIsCheaper(map, unknowns, step, rate)) continue;
    const bound = clampedExact(map, x);
    if (bound !== undefined) {
      const converged = bound <= Math.max(1e-9 * largestOf(x), floor);
      return { sweeps, residual: clampedResidual(map, x), converged };
    }
    mayBeExact = false;
  }
  return { sweeps: MAX_SWEEPS, residual: clampedResidual(map, x), converged: false };
};
