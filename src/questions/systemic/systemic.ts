import { nineDigits } from '../../base/agreed-digits.ts';
import { ScenarioError } from '../../base/errors.ts';
import { findById } from '../../base/find-by-id.ts';
import type { LongWork } from '../../base/long-work.ts';
import type { Network } from '../../data/graph.ts';
import { compileWeb, fillDefaults } from '../../models/chained-boats/simulate.ts';
import { type Reading, SHARE_OF_VALUE } from '../../models/on-web/adapter.ts';
import { ADAPTERS } from '../../models/on-web/adapters.ts';
import { checkScenario } from '../../scenario/check.ts';
import { receiptFor } from '../../scenario/receipt.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { type Bounds, debtrankBounds } from './bounds.ts';
import { ask, hitBy, type Strike, sweep } from './sweep.ts';
import type { Shortfall, StruckFirm, Systemic } from './systemic-schema.ts';

/**
 * What a firm would lack after a crisis to hold a share k of all it has as its own capital:
 *
 *   shortfall = k debt - (1 - k) value (1 - loss)
 *
 * Below 0 it has capital to spare. Null where debt, value or loss is unknown. Banks are held to some 8 %
 * by rule; for other firms k is a yardstick and no rule, so read the order and not the level.
 *
 * @param prudentialShare  k, 0..1
 *
 * Brownlees and Engle, SRISK: a conditional capital shortfall measure of systemic risk, Review of
 * Financial Studies 30 (2017); their LRMES is here the model's loss in the crisis.
 */
const shortfallUsd = (
  prudentialShare: number,
  debtUsd: number | null,
  valueUsd: number | null,
  lossFraction: number | null,
): number | null =>
  debtUsd === null || valueUsd === null || lossFraction === null
    ? null
    : prudentialShare * debtUsd - (1 - prudentialShare) * valueUsd * (1 - lossFraction);

/** The shortfall of every firm but those that stand for many, largest first, unknown last. */
const shortfalls = (
  network: Network,
  lossFractions: ReadonlyMap<string, number | null>,
  prudentialShare: number,
): Shortfall[] =>
  network
    .filterNodes((_, { aggregate }) => aggregate !== true)
    .map((id): Shortfall => {
      const firm = network.getNodeAttributes(id);
      const [valueUsd, debtUsd] = [firm.valueUsd ?? null, firm.debtUsd ?? null];
      const lossFraction = lossFractions.get(id) ?? null;
      const short = shortfallUsd(prudentialShare, debtUsd, valueUsd, lossFraction);
      return { id, valueUsd, debtUsd, lossFraction, shortfallUsd: short };
    })
    .sort(
      (one, other) =>
        (other.shortfallUsd ?? Number.NEGATIVE_INFINITY) -
          (one.shortfallUsd ?? Number.NEGATIVE_INFINITY) || (one.id < other.id ? -1 : 1),
    );

/** Rows and columns of one matrix of impacts, summed. */
interface ImpactSums {
  /** `[struck, firm, share lost]` above 0. */
  readonly impacts: [number, number, number][];
  /** Per struck firm; null where it wasn't struck or has no answer. */
  readonly importanceUsd: readonly (number | null)[];
  readonly importanceShare: readonly (number | null)[];
  /** Per firm; null where it has nothing to lose in any answer. */
  readonly vulnerability: readonly (number | null)[];
  readonly worst: readonly ({ readonly struck: number; readonly fraction: number } | null)[];
}

type Row = readonly (number | null)[] | null;

const importanceOf = (row: Row, struck: number, valueUsd: Float64Array) => {
  if (row === null) return { usd: null, share: null };
  let [usd, worthUsd] = [0, 0];
  row.forEach((share, i) => {
    if (i === struck || share === null) return;
    usd += share * valueUsd[i]!;
    worthUsd += valueUsd[i]!;
  });
  return { usd, share: worthUsd > 0 ? Math.min(1, usd / worthUsd) : null };
};

const vulnerabilityOf = (rows: readonly Row[], firm: number) => {
  let [sum, strikes, worst] = [0, 0, { struck: -1, fraction: 0 }];
  rows.forEach((row, struck) => {
    const share = row?.[firm] ?? null;
    if (struck === firm || share === null) return;
    sum += share;
    strikes++;
    if (share > worst.fraction) worst = { struck, fraction: share };
  });
  return { mean: strikes === 0 ? null : sum / strikes, worst: worst.struck < 0 ? null : worst };
};

/**
 * Importance and vulnerability from the matrix of impacts, its diagonal left out.
 *
 * @param rows      per struck firm the share of each firm lost, 0..1, null: nothing of that kind to lose;
 *                  a row of null: no answer
 * @param valueUsd  per firm
 */
const impactSums = (rows: readonly Row[], valueUsd: Float64Array): ImpactSums => {
  const importance = rows.map((row, struck) => importanceOf(row, struck, valueUsd));
  const suffered = Array.from(valueUsd, (_, firm) => vulnerabilityOf(rows, firm));
  return {
    impacts: rows.flatMap((row, struck) =>
      (row ?? []).flatMap((share, firm): [number, number, number][] =>
        share === null || share === 0 ? [] : [[struck, firm, share]],
      ),
    ),
    importanceUsd: importance.map(({ usd }) => usd),
    importanceShare: importance.map(({ share }) => share),
    vulnerability: suffered.map(({ mean }) => mean),
    worst: suffered.map(({ worst }) => worst),
  };
};

export interface SystemicOptions extends LongWork {
  /** A column of `compare`: `chained-boats`, `debtrank-linear`, ... */
  readonly model?: string;
  /** What strikes each firm in turn; default in full where it says nothing. */
  readonly strike?: Partial<Strike>;
  /** k of the shortfalls, 0..1. */
  readonly prudentialShare?: number;
}

/** Of all it has, what a bank should hold as its own capital in Brownlees and Engle (2017). */
export const PRUDENTIAL_SHARE = 0.08;

const checkShare = (where: string, value: number): void => {
  if (value >= 0 && value <= 1) return;
  throw new ScenarioError({ where, found: String(value), expected: 'a share, 0 to 1' });
};

const isReading = (answer: Reading | { readonly refused: string }): answer is Reading =>
  'fractions' in answer;

const mostImportantFirst = (one: StruckFirm, other: StruckFirm): number =>
  Number(other.ranked) - Number(one.ranked) ||
  (other.importanceUsd ?? -1) - (one.importanceUsd ?? -1) ||
  (other.importanceShare ?? -1) - (one.importanceShare ?? -1) ||
  (one.id < other.id ? -1 : 1);

/**
 * Systemic importance and vulnerability of every firm, and what a crisis leaves each one short of.
 *
 * Every firm is struck alone, in turn, under any model; impact f_si is the share that i loses where s is
 * struck. Importance of s: sum over i other than s of f_si value_i, dollars, and the same over what the
 * others are worth. Vulnerability of i: mean of f_si over the strikes at other firms. Both are sums of
 * one matrix, which the document holds. Deals, years, parameters and weights are the scenario's; its
 * shocks are the crisis in which the shortfalls of `shortfallUsd` arise.
 *
 * @throws ScenarioError for an unknown model, a share outside 0..1, or a scenario as `simulate`
 */
export const systemic = async (
  network: Network,
  scenario: Scenario,
  options: SystemicOptions = {},
): Promise<Systemic> => {
  const { model: modelId = 'chained-boats', prudentialShare = PRUDENTIAL_SHARE } = options;
  const adapter = findById(ADAPTERS, modelId, 'model');
  const strike: Strike = { kind: 'default', size: 1, ...options.strike };
  checkShare('size of the strike', strike.size);
  checkShare('prudential share', prudentialShare);
  checkScenario(network, scenario);
  const full = fillDefaults(scenario);
  const compiled = compileWeb(network, full);
  const { firms: ids, startValueUsd } = compiled.web;
  const { hits, readings, complete } = await sweep(network, compiled, adapter, strike, options);
  const fractions = readings.map((answer) => (isReading(answer) ? answer.fractions : null));
  const sums = impactSums(fractions, startValueUsd);
  const inDollars = adapter.unit.en === SHARE_OF_VALUE.en;
  const bounds: Bounds | string = !adapter.id.startsWith('debtrank')
    ? 'the model is not linear: the sweep alone answers'
    : complete
      ? debtrankBounds(hits, readings.map(isReading))
      : 'ended early';
  const bound = typeof bounds === 'string' ? undefined : bounds;
  const crisis = ask(adapter, hitBy(compiled, full.shocks));
  const lost = new Map(
    isReading(crisis) ? crisis.fractions.map((share, i) => [ids[i]!, share]) : [],
  );
  const short = shortfalls(network, lost, prudentialShare);
  const firms = network
    .mapNodes((id, { valueUsd, aggregate }): StruckFirm => {
      const i = ids.indexOf(id);
      const answer = readings[i];
      const worst = sums.worst[i] ?? null;
      return {
        id,
        valueUsd: valueUsd ?? null,
        ranked: valueUsd !== undefined && aggregate !== true,
        importanceUsd: inDollars ? (sums.importanceUsd[i] ?? null) : null,
        importanceShare: sums.importanceShare[i] ?? null,
        vulnerability: inDollars && valueUsd === undefined ? null : (sums.vulnerability[i] ?? null),
        worst: worst === null ? null : { struck: ids[worst.struck]!, fraction: worst.fraction },
        importanceAtMostUsd: bound === undefined ? null : bound.importanceUsd[i]!,
        vulnerabilityAtMost: bound === undefined ? null : bound.vulnerability[i]!,
        converged: answer !== undefined && isReading(answer) ? answer.converged : null,
      };
    })
    .sort(mostImportantFirst);
  return {
    version: 1,
    receipt: receiptFor(network, full, [
      adapter.id,
      strike,
      firms.map(({ id, importanceShare, vulnerability }) => [
        id,
        nineDigits(importanceShare),
        nineDigits(vulnerability),
      ]),
    ]),
    model: { id: adapter.id, title: { ...adapter.title }, unit: { ...adapter.unit } },
    strike,
    complete,
    struck: readings.length,
    firms,
    noBound: typeof bounds === 'string' ? bounds : null,
    order: [...ids],
    impacts: sums.impacts,
    shortfall: {
      prudentialShare,
      refused: isReading(crisis) ? null : crisis.refused,
      converged: isReading(crisis) ? crisis.converged : null,
      totalUsd: short.reduce((sum, row) => sum + Math.max(0, row.shortfallUsd ?? 0), 0),
      firms: short,
    },
  };
};
