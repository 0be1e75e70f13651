import { largestForm } from '../../numerics/fixed-point/max-linear.ts';
import type { EsriLosses } from './losses.ts';
import { marketsOf, unreplacedLosses } from './replaceable.ts';
import { scoreOf } from './score.ts';
import type { SupplyWeb } from './supply-web.ts';

export interface StepwiseOptions {
  readonly replaceable: boolean;
  readonly stopping: 'step' | 'ratio';
  readonly tolerance: number;
  readonly maxSweeps: number;
}

/** Both losses one synchronous round later. */
const stepper = (web: SupplyWeb, floor: Float64Array, replaceable: boolean) => {
  const markets = marketsOf(web);
  const felt = new Float64Array(web.size);
  return (now: EsriLosses, next: EsriLosses): void => {
    if (replaceable) unreplacedLosses(web, markets, now.down, felt);
    const read = replaceable ? felt : now.down;
    for (let i = 0; i < web.size; i++) {
      next.down[i] = Math.min(1, Math.max(floor[i]!, largestForm(web.down, i, read)));
      next.up[i] = Math.min(1, Math.max(floor[i]!, largestForm(web.up, i, now.up)));
    }
  };
};

const largestRise = (before: EsriLosses, after: EsriLosses): number => {
  let rise = 0;
  for (let i = 0; i < before.down.length; i++) {
    rise = Math.max(rise, after.down[i]! - before.down[i]!, after.up[i]! - before.up[i]!);
  }
  return rise;
};

/**
 * Synchronous rounds of both channels with the stopping rules of the published codes: no loss rises
 * by more than the tolerance (`step`), or the score not by more than that share (`ratio`). What is
 * left to the limit can be many times the tolerance.
 *
 * @param floor  n, shares of capacity lost at the start
 */
export const lossesStepwise = (
  web: SupplyWeb,
  floor: Float64Array,
  { replaceable, stopping, tolerance, maxSweeps }: StepwiseOptions,
): EsriLosses => {
  const step = stepper(web, floor, replaceable);
  let now: EsriLosses = { down: floor.slice(), up: floor.slice(), ...START };
  let next: EsriLosses = { down: floor.slice(), up: floor.slice(), ...START };
  for (let sweeps = 1; sweeps <= maxSweeps; sweeps++) {
    step(now, next);
    [now, next] = [next, now];
    const before = scoreOf(web, next).total;
    const isDone =
      stopping === 'step'
        ? largestRise(next, now) <= tolerance
        : scoreOf(web, now).total <= before * (1 + tolerance);
    if (!isDone) continue;
    step(now, next);
    return { ...now, sweeps, residual: largestRise(now, next), converged: true };
  }
  step(now, next);
  return { ...now, sweeps: maxSweeps, residual: largestRise(now, next), converged: false };
};

const START = { sweeps: 0, residual: 0, converged: false };
