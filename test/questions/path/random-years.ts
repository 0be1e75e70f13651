import { type PlanYear, planFrom } from '../../../src/questions/path/plan-years.ts';
import type { Shock } from '../../../src/scenario/schema.ts';
import { randomWeb } from '../../models/chained-boats/property/random-web.ts';
import { type SmallProblem, smallInputs } from '../../models/small-inputs.ts';
import { seededRandom } from '../../random.ts';

export interface RandomYears {
  readonly plans: readonly PlanYear[];
  readonly shocks: readonly Shock[];
}

/** A random web whose orders, promises, service and sales differ from year to year. */
export const randomYears = (
  seed: number,
  count: number,
  change: (problem: SmallProblem) => SmallProblem = (problem) => problem,
): RandomYears => {
  const { size, problem, shocks } = randomWeb(seed);
  const random = seededRandom(seed + 1);
  const years = Array.from({ length: count }, (_, at) => {
    const factor = () => (at === 0 ? 1 : 0.5 + random());
    const inputs = smallInputs(
      size,
      change({
        ...problem,
        valuation: 'market',
        orders: (problem.orders ?? []).map((one) => ({ ...one, usd: one.usd * factor() })),
        promises: (problem.promises ?? []).map((one) => ({ ...one, usd: one.usd * factor() })),
      }),
    );
    // Costs stay: what a year's orders bring in must cover the variable part.
    const revenue = inputs.externalRevenueUsd.slice();
    inputs.orders.usd.forEach((usd, leg) => {
      revenue[inputs.orders.supplier[leg]!]! += usd;
    });
    const variableCostUsd = inputs.variableCostUsd.map((usd, i) =>
      Math.min(usd, Math.min(inputs.ownRecovery[i]!, inputs.receivableRecovery[i]!) * revenue[i]!),
    );
    return {
      year: 2026 + at,
      inputs: { ...inputs, variableCostUsd },
      layers: inputs.firms.map(() => 'layer'),
    };
  });
  return { plans: planFrom(years), shocks };
};
