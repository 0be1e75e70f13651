import type { Network } from '../../data/graph.ts';
import { flowBasis, perGigawattRow } from '../../data/order-term.ts';
import type { Deal, Distribution, Firm, Status } from '../../data/schema.ts';
import type { InputRef } from '../../models/chained-boats/inputs/input-ref.ts';
import { type DerivationSettings, weightOf } from '../../models/chained-boats/inputs/settings.ts';
import { chainedBoatsParameters } from '../../models/chained-boats/parameters.ts';
import { type FullScenario, settingsOf } from '../../models/chained-boats/simulate.ts';
import { defaultWeights } from '../../scenario/period.ts';
import { rangeOf } from '../uncertain/distribution.ts';
import { type FigureBook, figureBook } from '../uncertain/figure-book.ts';

/** How far an input may be off, and where that is written. */
export interface InputRange {
  readonly input: InputRef;
  readonly value: number | string;
  readonly unit: string;
  readonly low: number | string;
  readonly high: number | string;
  readonly range: string;
}

/** Where a range stands that a row of the table of distributions gives. */
const tableText = ({ id }: Distribution): string => `the table of distributions, ${id}`;

type RowOf = FigureBook['rowOf'];

/** Parameters by their rows; in a network without a table, over all that the model takes. */
const parameterRanges = (
  { parameters }: FullScenario,
  rows: readonly Distribution[],
): readonly InputRange[] =>
  Object.entries(chainedBoatsParameters).flatMap(([name, parameter]): InputRange[] => {
    const base = {
      input: { kind: 'parameter', parameter: name },
      value: parameters[name]!,
    } as const;
    if (parameter.kind !== 'number') {
      const [low, high = low] = parameter.choices as readonly [string, string?];
      return [{ ...base, unit: 'choice', low, high, range: 'the choices of the model' }];
    }
    const { min, max, unit } = parameter;
    const row = rows.find(({ figure, of }) => figure === 'parameter' && of === name);
    if (row !== undefined) {
      return [{ ...base, unit, low: row.low, high: row.high, range: tableText(row) }];
    }
    if (rows.length > 0) return [];
    return [{ ...base, unit, low: min, high: max, range: 'all that the model takes' }];
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
  settings: DerivationSettings,
  deals: readonly Deal[],
  rowOf: RowOf,
): readonly InputRange[] =>
  deals.flatMap((deal): InputRange[] => {
    const row = rowOf('paidShare', deal.status);
    if (row === undefined && !isLoose(deal.status)) return [];
    const input = { kind: 'deal', deal: deal.id, field: 'paidShare' } as const;
    const base = { input, value: weightOf(deal.status, settings), unit: 'share' };
    if (row === undefined) {
      return [{ ...base, ...boundsOf(deal.status as Loose), range: STATUS_RANGE }];
    }
    const [low, high] = rangeOf(row);
    return [{ ...base, low, high, range: tableText(row) }];
  });

const FACTORS = ['valueUsd', 'revenueUsd', 'cashUsd', 'debtUsd'] as const;

/** Figures of firms, each by the factors of its row; the income by those of the cost. */
const firmRanges = (firms: readonly Firm[], rowOf: RowOf): readonly InputRange[] =>
  firms.flatMap((firm): InputRange[] => {
    const ranges = FACTORS.flatMap((field): InputRange[] => {
      const [value, row] = [firm[field], rowOf(field, firm.confidence)];
      if (!value || row === undefined) return [];
      const input = { kind: 'firm', firm: firm.id, field } as const;
      const ends = { low: row.low * value, high: row.high * value };
      return [{ input, value, unit: 'USD', ...ends, range: tableText(row) }];
    });
    const { operatingIncomeUsd: income, revenueUsd: revenue } = firm;
    const row = rowOf('operatingCost', firm.confidence);
    if (income === undefined || revenue === undefined || row === undefined) return ranges;
    const incomeAt = (factor: number): number => revenue - factor * (revenue - income);
    return [
      ...ranges,
      {
        input: { kind: 'firm', firm: firm.id, field: 'operatingIncomeUsd' },
        value: income,
        unit: 'USD',
        low: incomeAt(row.high),
        high: incomeAt(row.low),
        range: tableText(row),
      },
    ];
  });

const gigawattRanges = (
  settings: DerivationSettings,
  deals: readonly Deal[],
): readonly InputRange[] => {
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

/**
 * The range of every input that has one: the whole width of its row in the network's table of distributions; in a
 * network without a table, all that the model takes. Weights lie between those of the statuses next to them, dollars
 * per gigawatt within their own table.
 */
export const inputRanges = (network: Network, scenario: FullScenario): readonly InputRange[] => {
  const cuts = new Set(scenario.cuts);
  const deals = network.mapEdges((_, deal): Deal => deal).filter(({ id }) => !cuts.has(id));
  const settings = settingsOf(network, scenario);
  const rows = network.getAttribute('uncertainty');
  const { rowOf } = figureBook([], rows);
  return [
    ...parameterRanges(scenario, rows),
    ...weightRanges(scenario, deals),
    ...dealRanges(settings, deals, rowOf),
    ...firmRanges(
      network.mapNodes((_, firm) => firm),
      rowOf,
    ),
    ...gigawattRanges(settings, deals),
  ];
};
