import { chainedBoatsParameters } from '../../contagion/parameters.ts';
import { type FullScenario, settingsOf } from '../../contagion/simulate.ts';
import type { Network } from '../../network/graph.ts';
import { flowBasis, perGigawattRow } from '../../network/inputs/order-flow.ts';
import { defaultWeights, weightOf } from '../../network/inputs/settings.ts';
import type { Deal, Status } from '../../network/schema.ts';
import type { InputRef } from './input-schema.ts';

/** How far an input may be off, and where that is written. */
export interface InputRange {
  readonly input: InputRef;
  readonly value: number | string;
  readonly unit: string;
  readonly low: number | string;
  readonly high: number | string;
  readonly range: string;
}

const parameterRanges = ({ parameters }: FullScenario): readonly InputRange[] =>
  Object.entries(chainedBoatsParameters).map(([name, parameter]): InputRange => {
    const base = {
      input: { kind: 'parameter', parameter: name },
      value: parameters[name]!,
    } as const;
    if (parameter.kind === 'number') {
      const { min, max, unit } = parameter;
      return { ...base, unit, low: min, high: max, range: 'all that the model takes' };
    }
    const [low, high = low] = parameter.choices as readonly [string, string?];
    return { ...base, unit: 'choice', low, high, range: 'the choices of the model' };
  });

/** Statuses that aren't binding, from the firmest to the loosest. */
const LOOSE = ['announced', 'reported', 'loi', 'rumoured'] as const;

type Loose = (typeof LOOSE)[number];

const isLoose = (status: Status): status is Loose => (LOOSE as readonly string[]).includes(status);

/** Between the default weights of the statuses next to it. */
const boundsOf = (status: Loose): { readonly low: number; readonly high: number } => {
  const at = LOOSE.indexOf(status);
  const [firmer, looser] = [LOOSE[at - 1], LOOSE[at + 1]];
  return {
    low: looser === undefined ? defaultWeights.cancelled : defaultWeights[looser],
    high: firmer === undefined ? defaultWeights.signed : defaultWeights[firmer],
  };
};

const STATUS_RANGE = 'between the default weights of the statuses next to it';

const weightRanges = ({ weights }: FullScenario, deals: readonly Deal[]): readonly InputRange[] =>
  LOOSE.filter((status) => deals.some((deal) => deal.status === status)).map((status) => ({
    input: { kind: 'weight', status },
    value: weights[status] ?? defaultWeights[status],
    unit: 'share',
    ...boundsOf(status),
    range: STATUS_RANGE,
  }));

const dealRanges = (
  network: Network,
  scenario: FullScenario,
  deals: readonly Deal[],
): readonly InputRange[] => {
  const settings = settingsOf(network, scenario);
  return deals.flatMap((deal): InputRange[] => {
    if (!isLoose(deal.status)) return [];
    const input = { kind: 'deal', deal: deal.id, field: 'paidShare' } as const;
    const value = weightOf(deal.status, settings);
    return [{ input, value, unit: 'share', ...boundsOf(deal.status), range: STATUS_RANGE }];
  });
};

const gigawattRanges = (
  network: Network,
  scenario: FullScenario,
  deals: readonly Deal[],
): readonly InputRange[] => {
  const settings = settingsOf(network, scenario);
  const rows = deals.flatMap((deal) =>
    deal.kind === 'order' && flowBasis(deal, settings) === 'per-gigawatt'
      ? [perGigawattRow(deal, settings.perGigawatt)!]
      : [],
  );
  return [...new Set(rows)].map((row) => ({
    input: { kind: 'per-gigawatt', row: row.id },
    value: row.usdPerGw,
    unit: 'USD per GW',
    low: row.lowUsdPerGw,
    high: row.highUsdPerGw,
    range: 'the table of dollars per gigawatt',
  }));
};

/** The range of every input that has one on record: parameters, weights, deals, dollars per gigawatt. */
export const inputRanges = (network: Network, scenario: FullScenario): readonly InputRange[] => {
  const cuts = new Set(scenario.cuts);
  const deals = network.mapEdges((_, deal): Deal => deal).filter(({ id }) => !cuts.has(id));
  return [
    ...parameterRanges(scenario),
    ...weightRanges(scenario, deals),
    ...dealRanges(network, scenario, deals),
    ...gigawattRanges(network, scenario, deals),
  ];
};
