import type { Network } from '../../data/graph.ts';
import { deriveInputs } from '../../models/chained-boats/inputs/derive.ts';
import { without } from '../../models/chained-boats/inputs/facts.ts';
import type { ModelInputs } from '../../models/chained-boats/inputs/inputs.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import { shockArrays } from '../../models/chained-boats/shocks.ts';
import { calmState } from '../../models/chained-boats/state.ts';
import { buildWeb, type Web } from '../../models/chained-boats/web.ts';
import { accountsOf } from './accounts.ts';
import type { PathAccount } from './path-schema.ts';

/** A year of the plan: every commitment honoured, cash carried from the year before. */
export interface PlanYear {
  readonly year: number;
  readonly web: Web;
  readonly layers: readonly string[];
  readonly accounts: readonly PathAccount[];
}

/** The inputs of one year, cash as the records have it. */
export interface YearInputs {
  readonly year: number;
  readonly inputs: ModelInputs;
  readonly layers: readonly string[];
}

/**
 * Fill the plan in, year by year: what a year leaves over is the next one's cash. Cash, and cash that
 * is assumed, are stocks: each dollar is there once, not every year.
 *
 * @param fundingIn  outside money planned in a year; by default what the inputs say
 */
export const planFrom = (
  years: readonly YearInputs[],
  fundingIn: (year: number) => Float64Array | undefined = () => undefined,
): readonly PlanYear[] => {
  const plans: PlanYear[] = [];
  let carried: Pick<ModelInputs, 'fundsUsd' | 'reserveUsd'> | undefined;
  for (const { year, inputs, layers } of years) {
    const plannedFundingUsd = fundingIn(year) ?? inputs.plannedFundingUsd;
    const web = buildWeb({ ...inputs, ...carried, plannedFundingUsd });
    const accounts = accountsOf(web, shockArrays(web, [], layers), calmState(web.size));
    plans.push({ year, web, layers, accounts });
    const fundsUsd = Float64Array.from(accounts, ({ cashEndUsd }) => cashEndUsd);
    carried = { fundsUsd, reserveUsd: web.reserveUsd };
  }
  return plans;
};

/**
 * The plan of a network: flows of each year's schedule, cash carried. Outside money closes each gap and
 * is used up in its year; with cuts it stays what the plan without cuts needs.
 */
export const planYears = (
  network: Network,
  settings: Omit<DerivationSettings, 'time'>,
  [first, last]: readonly [number, number],
  cuts: ReadonlySet<string>,
): readonly PlanYear[] => {
  const inputsWithout = (left: ReadonlySet<string>): readonly YearInputs[] =>
    Array.from({ length: last - first + 1 }, (_, at) => {
      const time = { mode: 'year', year: first + at } as const;
      return { year: time.year, ...deriveInputs(network, { ...settings, time }, without(left)) };
    });
  if (cuts.size === 0) return planFrom(inputsWithout(cuts));
  const whole = planFrom(inputsWithout(new Set()));
  return planFrom(inputsWithout(cuts), (year) => whole[year - first]!.web.fundingUsd);
};
