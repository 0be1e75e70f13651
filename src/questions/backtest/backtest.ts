import { ScenarioError } from '../../base/errors.ts';
import { findById } from '../../base/find-by-id.ts';
import { type LongWork, workThrough } from '../../base/long-work.ts';
import { buildNetwork } from '../../data/parse.ts';
import type { NetworkDocument } from '../../data/schema.ts';
import { receiptFor, shortHash } from '../../scenario/receipt.ts';
import type { Backtest, BacktestEvent, BacktestVariants } from './backtest-schema.ts';
import { BASELINES } from './baselines.ts';
import { dealGains } from './deal-gains.ts';
import type { EventBook, MarketEvent } from './event-schema.ts';
import { sharedScenario } from './event-web.ts';
import { FIT_UP_TO, GROUPS, type Group, IN_GROUP } from './groups.ts';
import { MODEL_PREDICTORS } from './model-predictors.ts';
import { MARGIN, outcomeOf } from './outcome.ts';
import { overallOf } from './overall.ts';
import type { Predictor } from './predictor.ts';
import { RULES } from './rules.ts';
import {
  FIRM_SETS,
  type Prediction,
  predictionOf,
  type Scored,
  scoreTrial,
  TARGETS,
} from './scoring.ts';
import { closesOf } from './sector-slope.ts';
import { type Trial, trialOf } from './trial.ts';
import { variantWork } from './variant-work.ts';

/** An event after its turn: predicted and scored, or why not. */
interface Tried {
  readonly event: MarketEvent;
  readonly trial: Trial | { readonly why: string };
  readonly predictions: ReadonlyMap<string, Prediction>;
  readonly scores: readonly Scored[];
}

/** The event as a backtest's document shows it. */
const eventOf = ({ event, trial, predictions }: Tried): BacktestEvent => {
  const { id, on, title, origin = null, kind, direction, grade, soxPercent } = event;
  const common = { id, on, title, origin, kind, direction, grade, soxPercent };
  if ('why' in trial) {
    const nothing = { asOf: null, shocks: [], firms: [], leftOut: [], refused: {} };
    return { ...common, notScored: trial.why, ...nothing };
  }
  const refused: Record<string, string> = {};
  for (const [predictor, prediction] of predictions) {
    if ('refused' in prediction) refused[predictor] = prediction.refused;
  }
  return {
    ...common,
    notScored: null,
    asOf: trial.on.asOf,
    shocks: [...trial.on.shocks],
    firms: trial.firms.map(({ index: _index, ...firm }, at) => ({
      ...firm,
      predicted: Object.fromEntries(
        [...predictions].map(([predictor, prediction]) => [
          predictor,
          'refused' in prediction ? null : prediction[at]!,
        ]),
      ),
    })),
    leftOut: [...trial.leftOut],
    refused,
  };
};

/** Models by id, all by default. @throws ScenarioError for unknown ones and for none */
const chosenModels = (ids: readonly string[] | undefined): readonly Predictor[] => {
  if (ids === undefined) return MODEL_PREDICTORS;
  if (ids.length > 0) {
    return [...new Set(ids)].map((id) => findById(MODEL_PREDICTORS, id, 'models'));
  }
  throw new ScenarioError({ where: 'models', found: 'none', expected: 'at least one' });
};

/** Events by id, all by default. @throws ScenarioError for unknown ones and for none */
const chosenEvents = (
  { events }: EventBook,
  ids: readonly string[] | undefined,
): readonly MarketEvent[] => {
  if (ids === undefined) return events;
  if (ids.length > 0) return [...new Set(ids)].map((id) => findById(events, id, 'events'));
  throw new ScenarioError({ where: 'events', found: 'none', expected: 'at least one' });
};

/** @throws ScenarioError for a number that is not whole or out of range */
const wholeNumber = (where: string, value: number, least: number, most: number): number => {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const expected = `a whole number from ${least} to ${most}`;
  throw new ScenarioError({ where, found: String(value), expected });
};

export interface BacktestOptions extends LongWork {
  /** Ids of models (columns of `compare`); all of them by default. Baselines are always there. */
  readonly models?: readonly string[] | undefined;
  /** Ids of events; all of them by default. */
  readonly events?: readonly string[] | undefined;
  /** Permutations per event, and draws of events; default 2000. */
  readonly permutations?: number | undefined;
  readonly seed?: number | undefined;
  /** Also try ways of improving the cascade; default false. */
  readonly variants?: boolean | undefined;
}

const DEFAULT_PERMUTATIONS = 2000;

/** Nine digits: what any machine agrees on. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(9));

/**
 * Real market days against what models predict from the news alone.
 *
 * Every event is put on the web of the day before, as a shock by the rules (`RULES`). A prediction is
 * the share of value lost, turned for good news into what the undoing of the news would take. It is
 * scored on close-to-close moves less slope × index, the slope on the chip index fitted without an
 * intercept on all other events: Spearman, Kendall's tau-b, hit rate of signs, and a permutation test
 * within events (one-sided; firms move together, so true chances are higher than the p-values say).
 * Means over events weigh each by its firms less one; their intervals draw events with replacement.
 *
 * @param document  the whole book (`loadDocument`)
 * @param book      market days (`loadEvents`)
 * @param options   models, events, permutations (100 to 100000), seed, variants; progress, a signal
 * @returns a backtest document; `complete` is false where it was ended early: what it has is right
 * @throws ScenarioError for unknown models or events, for numbers out of range, and where none of the
 *         events asked about can be scored
 */
export const backtest = async (
  document: NetworkDocument,
  book: EventBook,
  options: BacktestOptions = {},
): Promise<Backtest> => {
  const { variants: wantsVariants = false, onProgress, signal } = options;
  const draws = {
    permutations: wholeNumber(
      'permutations',
      options.permutations ?? DEFAULT_PERMUTATIONS,
      100,
      100_000,
    ),
    seed: wholeNumber('seed', options.seed ?? 1, 0, 2 ** 32 - 1),
  };
  const predictors = [...chosenModels(options.models), ...BASELINES];
  const asked = chosenEvents(book, options.events);
  const closes = closesOf(book);
  const tried: Tried[] = [];
  const tryEvent = (event: MarketEvent): void => {
    const trial = trialOf(document, book, closes, event);
    if ('why' in trial) {
      tried.push({ event, trial, predictions: new Map(), scores: [] });
      return;
    }
    const predictions = new Map(
      predictors.map((predictor) => [predictor.id, predictionOf(predictor, trial)]),
    );
    const seed = draws.seed + book.events.indexOf(event);
    const scores = scoreTrial(trial, predictions, { ...draws, seed });
    tried.push({ event, trial, predictions, scores });
  };
  const extra = wantsVariants ? variantWork(document, book, closes, draws) : undefined;
  const steps = [...asked.map((event) => () => tryEvent(event)), ...(extra?.steps ?? [])];
  const { complete } = await workThrough(steps.length, (at) => steps[at]!(), {
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  });
  const [refusal] = tried;
  if (complete && refusal !== undefined && tried.every(({ trial }) => 'why' in trial)) {
    const why = 'why' in refusal.trial ? refusal.trial.why : '';
    throw new ScenarioError({
      where: 'events',
      found: `no event that can be scored (${refusal.event.id}: ${why})`,
      expected: 'an event whose firm or deal is in the web the day before',
    });
  }
  const scores = tried.flatMap((one) => one.scores);
  const eventById = new Map(book.events.map((event) => [event.id, event]));
  const inGroup = (group: Group) => (one: Scored) => IN_GROUP[group](eventById.get(one.event)!);
  const overall = GROUPS.flatMap((group) => {
    const ofGroup = scores.filter(inGroup(group));
    return FIRM_SETS.flatMap((set) =>
      TARGETS.flatMap((target) =>
        predictors.flatMap(({ id: predictor }): Backtest['overall'] => {
          const own = ofGroup.filter(
            (one) => one.predictor === predictor && one.set === set && one.target === target,
          );
          if (own.length === 0) return [];
          const { interval, ...rest } = overallOf(own, draws);
          const bounds = interval === null ? null : ([...interval] as [number, number]);
          return [{ predictor, group, set, target, ...rest, interval: bounds }];
        }),
      ),
    );
  });
  const eventsHash = shortHash(book);
  const digest = scores.map((one) => [
    one.predictor,
    one.event,
    one.set,
    one.target,
    rounded(one.spearman),
    rounded(one.pValue),
  ]);
  const variants: BacktestVariants | null = complete ? (extra?.result() ?? null) : null;
  return {
    version: 1,
    receipt: receiptFor(
      buildNetwork(document),
      { ...sharedScenario({}), seed: draws.seed },
      { eventsHash, digest },
    ),
    eventsHash,
    complete,
    ...draws,
    margin: MARGIN,
    fitUpTo: FIT_UP_TO,
    outcome: complete ? outcomeOf(scores.filter(inGroup('unconfounded')), draws) : null,
    rules: RULES.map(({ kind, direction, says }) => ({ kind, direction, says: { ...says } })),
    predictors: predictors.map(({ id, kind, title, says }) => ({
      id,
      kind,
      title: { ...title },
      says: { ...says },
    })),
    events: tried.map(eventOf),
    scores: scores.map(({ permuted: _permuted, ...one }) => one),
    overall,
    gains: dealGains(document, book),
    variants,
  };
};
