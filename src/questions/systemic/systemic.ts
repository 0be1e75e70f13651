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
import { impactSums } from './impact-sums.ts';
import { shortfalls } from './shortfall.ts';
import { ask, hitBy, type Strike, sweep } from './sweep.ts';
import type { StruckFirm, Systemic } from './systemic-schema.ts';

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
