import { nineDigits } from '../../base/agreed-digits.ts';
import { ScenarioError } from '../../base/errors.ts';
import { found } from '../../base/found.ts';
import { type LongWork, workThrough } from '../../base/long-work.ts';
import { meantHint, nearestIds } from '../../base/nearest.ts';
import { changesByDay, type RecordChange } from '../../data/changes.ts';
import { isLaterThan } from '../../data/figures.ts';
import type { Network } from '../../data/graph.ts';
import { buildNetwork } from '../../data/parse.ts';
import { checkDay } from '../../data/resolve.ts';
import type { NetworkDocument } from '../../data/schema.ts';
import { finalState } from '../../models/chained-boats/final-state.ts';
import { heldInsideOf } from '../../models/chained-boats/outcome.ts';
import {
  compileWeb,
  type FullScenario,
  fillDefaults,
} from '../../models/chained-boats/simulate.ts';
import { checkScenario } from '../../scenario/check.ts';
import { parseScenario } from '../../scenario/parse-scenario.ts';
import { receiptFor } from '../../scenario/receipt.ts';
import type { Scenario, Shock } from '../../scenario/schema.ts';
import type { Timeline, TimelineDay } from './timeline-schema.ts';

/** Which days are asked about: a list, or all days of the book within bounds. */
interface DaysAsked {
  readonly dates?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const MOST = 1000;

const refuse = (where: string, what: string, expected: string, hint?: string): ScenarioError =>
  new ScenarioError({ where, found: what, expected, ...(hint === undefined ? {} : { hint }) });

/**
 * The days asked about, each once, in order.
 *
 * @param known  the days on which the book changed, in order
 * @throws ScenarioError for days before the first record or after the book's own, bounds that are
 *         reversed or hold no day, an empty list, more than 1000 days; DataError for what is no day
 */
const daysAsked = (
  { asOf }: NetworkDocument,
  known: readonly string[],
  { dates, from, to }: DaysAsked,
): readonly string[] => {
  const first = known[0] ?? asOf;
  const checked = (day: string, where: string): string => {
    checkDay(day, where);
    if (day >= first && day <= asOf) return day;
    throw refuse(where, found(day), `a day of the book, ${first} to ${asOf}`);
  };
  if (dates !== undefined) {
    if (dates.length === 0) throw refuse('dates', 'none', 'at least one day');
    if (dates.length > MOST) throw refuse('dates', `${dates.length} days`, `at most ${MOST}`);
    return [...new Set(dates.map((day) => checked(day, 'dates')))].sort();
  }
  const start = from === undefined ? first : checked(from, 'from');
  const end = to === undefined ? asOf : checked(to, 'to');
  if (start > end) throw refuse('from', found(start), `a day up to ${end}`);
  const days = known.filter((day) => day >= start && day <= end);
  if (days.length > MOST) {
    const hint = 'Ask for fewer years, or for single dates.';
    throw refuse('from', `${days.length} days on which records changed`, `at most ${MOST}`, hint);
  }
  if (days.length > 0) return days;
  const hint = 'Widen it, or name single dates.';
  throw refuse('from', `no change of any record up to ${end}`, 'a day on which one changed', hint);
};

export interface TimeMachineOptions extends DaysAsked, LongWork {
  /** Firms to list per day; default 5. */
  readonly losers?: number | undefined;
}

type Result = NonNullable<TimelineDay['result']>;

const checkNames = ({ firms, deals }: NetworkDocument, { shocks, cuts = [] }: Scenario): void => {
  const check = (where: string, id: string, ids: readonly string[], what: string): void => {
    if (ids.includes(id)) return;
    const hint = meantHint(nearestIds(id, ids));
    const facts = { where, found: found(id), expected: `the id of a ${what} of the book` };
    throw new ScenarioError({ ...facts, ...(hint === undefined ? {} : { hint }) });
  };
  const firmIds = firms.map(({ id }) => id);
  const dealIds = deals.map(({ id }) => id);
  shocks.forEach((shock, at) => {
    const where = `shocks[${at}]`;
    if (shock.kind === 'cancel') check(where, shock.deal, dealIds, 'deal');
    else if (shock.kind === 'multiple') {
      check(where, shock.layer, [...new Set(firms.map(({ layer }) => layer))], 'layer');
    } else if (shock.firm !== 'all') check(where, shock.firm, firmIds, 'firm');
  });
  for (const [at, cut] of cuts.entries()) check(`cuts[${at}]`, cut, dealIds, 'deal');
};

/** What of a shock isn't in the web of a network's day; undefined where all of it is. */
const missingFrom = (network: Network, shocks: readonly Shock[]): string | undefined => {
  for (const shock of shocks) {
    if (shock.kind === 'cancel') {
      if (!network.hasEdge(shock.deal)) return shock.deal;
    } else if (shock.kind !== 'multiple' && shock.firm !== 'all') {
      if (network.degree(shock.firm) === 0) return shock.firm;
    }
  }
  return network.size === 0 ? 'any deal' : undefined;
};

const resultOn = (network: Network, scenario: FullScenario, most: number): Result => {
  const compiled = compileWeb(network, scenario);
  const { web } = compiled;
  const { after, errorBound } = finalState(compiled, scenario.shocks);
  const heldInside = heldInsideOf(web);
  const day = network.getAttribute('asOf');
  const lost = web.firms.map((id, i) => ({
    id,
    lossUsd: after.valueLossUsd[i]!,
    owners: (1 - heldInside[i]!) * after.valueLossUsd[i]!,
    known: !Number.isNaN(web.valueUsd[i]!),
    looksAhead: isLaterThan(network.getNodeAttributes(id), 'valueUsd', day),
  }));
  const sum = (of: (one: (typeof lost)[number]) => number): number =>
    lost.reduce((total, one) => total + of(one), 0);
  return {
    converged: errorBound !== null,
    grossLossUsd: sum(({ lossUsd }) => lossUsd),
    ownersLossUsd: sum(({ owners }) => owners),
    failed: web.firms.filter((_, i) => after.failed[i] === 1),
    losers: lost
      .filter(({ known, lossUsd }) => known && lossUsd > 0)
      .sort((a, b) => b.lossUsd - a.lossUsd || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(({ id, lossUsd, looksAhead }) => ({ id, lossUsd, looksAhead })),
    laterValues: lost.filter(({ looksAhead }) => looksAhead).length,
    laterValuesLossUsd: sum(({ looksAhead, lossUsd }) => (looksAhead ? lossUsd : 0)),
  };
};

type Answer = Pick<TimelineDay, 'result' | 'why'>;

const answerOn = (network: Network, scenario: Scenario, most: number): Answer => {
  const missing = missingFrom(network, scenario.shocks);
  if (missing !== undefined) {
    const text = `${missing} is not in the web that day`;
    return { result: null, why: { kind: 'not-in-web', text } };
  }
  const cuts = (scenario.cuts ?? []).filter((deal) => network.hasEdge(deal));
  const known = { ...scenario, cuts };
  try {
    checkScenario(network, known);
    return { result: resultOn(network, fillDefaults(known), most), why: null };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { result: null, why: { kind: 'refused', text: error.message } };
  }
};

/** Changes of all days after the one before in the list, up to `day`. */
const changesUpTo = (
  changes: ReadonlyMap<string, readonly RecordChange[]>,
  before: string | undefined,
  day: string,
): TimelineDay['changes'] =>
  [...changes]
    .filter(([on]) => on <= day && (before === undefined ? on === day : on > before))
    .flatMap(([on, made]) => made.map((one) => ({ on, ...one, fields: [...one.fields] })));

/**
 * The same shock on the web as it was known on one day after another: how the web grew more fragile,
 * and which records moved it. Only what was known on a day counts, but a value: where none that old is
 * known, the earliest later one stands in and is flagged (`looksAhead`). A day on which a firm of the
 * shock had no deal yet, or its deal wasn't signed, has no answer (`not-in-web`), which is not 0. A
 * deal that is cut counts as cut from the day on which it is there.
 *
 * @param document  the whole book (`loadDocument`)
 * @param scenario  the shock, the time span and the parameters; the same on every day
 * @param options   days (default: all on which a record changed), progress, a signal to end early
 * @returns a timeline document, dollars of value; `complete` is false where it was ended early
 * @throws ScenarioError for names that the book hasn't, days outside it, reversed bounds, and where no
 *         day can take the scenario; DataError for what is no day
 */
export const timeMachine = async (
  document: NetworkDocument,
  scenario: Scenario,
  { losers = 5, onProgress, signal, ...asked }: TimeMachineOptions = {},
): Promise<Timeline> => {
  const checked = parseScenario(scenario);
  checkNames(document, checked);
  const full = fillDefaults(checked);
  const changes = changesByDay(document);
  const asks = daysAsked(document, [...changes.keys()], asked);
  const days: TimelineDay[] = [];
  const step = (at: number): void => {
    const day = asks[at]!;
    const network = buildNetwork(document, { asOf: day });
    days.push({
      day,
      deals: network.size,
      ...answerOn(network, checked, losers),
      changes: changesUpTo(changes, asks[at - 1], day),
    });
  };
  const { complete } = await workThrough(asks.length, step, {
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  });
  const refused = days.find(({ why }) => why?.kind === 'refused');
  if (refused !== undefined && days.every(({ result }) => result === null)) {
    throw new ScenarioError({
      where: 'timeline',
      found: `no day that can take the scenario (${refused.day}: ${refused.why!.text})`,
      expected: 'a scenario that at least one day can take',
    });
  }
  const last = buildNetwork(document, { asOf: asks.at(-1)! });
  const digest = days.map(({ day, result }) => [
    day,
    result && nineDigits(result.grossLossUsd),
    result?.failed ?? null,
  ]);
  return { version: 1, receipt: receiptFor(last, full, digest), complete, days };
};
