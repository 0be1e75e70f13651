import { ModelError } from '../../base/errors.ts';
import { without } from '../../models/chained-boats/inputs/facts.ts';
import { findLimit } from '../../models/chained-boats/limit.ts';
import { shockArrays } from '../../models/chained-boats/shocks.ts';
import type { FullScenario } from '../../models/chained-boats/simulate.ts';
import { defaultSolveOptions } from '../../models/chained-boats/solve.ts';
import { calmState } from '../../models/chained-boats/state.ts';
import { buildWeb } from '../../models/chained-boats/web.ts';
import { yearsIn } from '../../scenario/period.ts';
import { withBackstops } from './backstop.ts';
import type { Measure } from './firebreak-schema.ts';
import type { Plan } from './plan.ts';

/** Loss of every firm of the web under a scenario with some measures taken before the shock. */
export type MeasuredRun = (measures: readonly Measure[]) => Float64Array;

/**
 * Solve one scenario under many measures, each from the same plan.
 *
 * A cut is the scenario's own `cuts`; a share shrinks a deal's dollars (of a stake, itself); cash adds to
 * what the firm holds, spread over the period's years, and its planned outside funding stays.
 *
 * @throws ModelError where the limit is not reached
 */
export const measuredRun = (plan: Plan, scenario: FullScenario): MeasuredRun => {
  const years = yearsIn(plan.settings.time);
  return (measures) => {
    const parts = new Map(without(scenario.cuts));
    const backstopped = new Set<string>();
    for (const measure of measures) {
      if (measure.kind === 'cut') parts.set(measure.deal, 0);
      if (measure.kind === 'shrink') {
        parts.set(measure.deal, Math.min(parts.get(measure.deal) ?? 1, measure.share));
      }
      if (measure.kind === 'backstop') backstopped.add(measure.deal);
    }
    const inputs = plan.inputsWith(parts);
    const fundsUsd = inputs.fundsUsd.slice();
    for (const measure of measures) {
      if (measure.kind === 'cash')
        fundsUsd[inputs.firms.indexOf(measure.firm)]! += measure.usd / years;
    }
    const web = buildWeb(withBackstops({ ...inputs, fundsUsd }, backstopped));
    const layers = [...plan.layers, ...(backstopped.size > 0 ? [''] : [])];
    const shocks = shockArrays(web, scenario.shocks, layers);
    const { after, errorBound } = findLimit(web, shocks, calmState(web.size), defaultSolveOptions);
    if (errorBound !== null) return after.valueLossUsd.subarray(0, plan.layers.length);
    throw new ModelError({
      where: 'firebreak',
      found: 'a limit that was not reached',
      expected: 'rounds that settle',
      hint: 'Look at the run itself first: simulate.',
    });
  };
};
