import type { NetworkDocument } from '../../data/schema.ts';
import type { BacktestVariants } from './backtest-schema.ts';
import type { EventBook, MarketEvent } from './event-schema.ts';
import type { Settings } from './event-web.ts';
import { IN_GROUP } from './groups.ts';
import { MARGIN } from './outcome.ts';
import { type Draws, differenceOf, weightOf } from './overall.ts';
import type { Predictor } from './predictor.ts';
import { CASCADE } from './read-outs.ts';
import { type Score, score } from './score.ts';
import { predictionOf } from './scoring.ts';
import type { Closes } from './sector-slope.ts';
import { type Trial, trialOf } from './trial.ts';
import { VARIANTS } from './variants.ts';

interface ParameterSetting {
  readonly name: string;
  readonly settings: Settings;
}

/** Few values of few parameters: with a dozen events, more would only fit noise. */
const VALUES = {
  revenueElasticity: [1, 0.5, 2],
  fundingElasticity: [1, 0.5, 2],
  nonBinding: [1, 0],
  /** How much further multiples of the compute layer fall than those of the others. */
  computeMultiple: [1, 2],
} as const;

/** Every combination, the defaults first. */
const PARAMETER_GRID: readonly ParameterSetting[] = VALUES.revenueElasticity.flatMap(
  (revenueElasticity) =>
    VALUES.fundingElasticity.flatMap((fundingElasticity) =>
      VALUES.nonBinding.flatMap((nonBinding) =>
        VALUES.computeMultiple.map((computeMultiple): ParameterSetting => {
          const parameters = { revenueElasticity, fundingElasticity, nonBinding };
          const named = { ...parameters, computeMultiple };
          return {
            name: Object.entries(named)
              .map(([name, value]) => `${name}=${value}`)
              .join(' '),
            settings: {
              parameters,
              ...(computeMultiple === 1 ? {} : { layerFactors: { compute: computeMultiple } }),
            },
          };
        }),
      ),
    ),
);

/** Scores of one candidate, one per event; null counts as 0, as everywhere. */
export interface Candidate {
  readonly name: string;
  readonly scores: readonly (number | null)[];
}

/** Weighted mean over the events that `keep` names. */
export const meanScore = (
  { scores }: Candidate,
  weights: readonly number[],
  keep: (event: number) => boolean = () => true,
): number => {
  let [total, weight] = [0, 0];
  scores.forEach((score, event) => {
    if (!keep(event)) return;
    total += weights[event]! * (score ?? 0);
    weight += weights[event]!;
  });
  return weight > 0 ? total / weight : 0;
};

/** Rounding doesn't choose: the earlier candidate stands. */
const TIE = 1e-9;

/** The candidate with the best mean over the events that `keep` names; the first of those that tie. */
export const bestOf = (
  candidates: readonly Candidate[],
  weights: readonly number[],
  keep?: (event: number) => boolean,
): Candidate =>
  candidates.reduce((best, one) =>
    meanScore(one, weights, keep) > meanScore(best, weights, keep) + TIE ? one : best,
  );

/**
 * What choosing the best candidate is worth: each event is scored by the candidate that does best on
 * all others, so that no event has a say in its own prediction. Weighted mean.
 */
export const leaveOneOutScore = (
  candidates: readonly Candidate[],
  weights: readonly number[],
): number => {
  const scores = weights.map(
    (_, left) => bestOf(candidates, weights, (event) => event !== left).scores[left] ?? null,
  );
  return meanScore({ name: 'left out', scores }, weights);
};

type Tried = BacktestVariants['tried'][number];

/** Scored as the headline is: firms without news of their own, on what the sector leaves. */
const scoreOthers = (predictor: Predictor, trial: Trial): Score => {
  const others = [...trial.firms.keys()].filter((at) => !trial.firms[at]!.ownNews);
  const prediction = predictionOf(predictor, trial);
  return score(
    others.map((at) => ('refused' in prediction ? 0 : prediction[at]!)),
    others.map((at) => trial.firms[at]!.excessPercent),
  );
};

const whyOf = (gain: number, interval: readonly [number, number], laterGain: number) => {
  const sure = interval[0] > 0;
  if (gain >= MARGIN && sure && laterGain >= 0) {
    return {
      en: 'it gains more than noise on the early events and loses nothing on the later ones',
      zh: '在早期事件上的改善超过噪声，且后期不变差',
    };
  }
  if (gain >= MARGIN && sure) {
    return { en: 'its gain does not last on the later events', zh: '改善在后期事件上未能延续' };
  }
  if (gain >= MARGIN) {
    return { en: 'its gain rests on a few events', zh: '改善仅来自个别事件' };
  }
  return gain > 0
    ? { en: 'its gain is under the margin of noise', zh: '改善在噪声范围内' }
    : { en: 'it gains nothing', zh: '没有改善' };
};

/** What the trying of variants and parameters takes, step by step, and what came of it. */
export interface VariantWork {
  readonly steps: readonly (() => void)[];
  /** Once all steps are done. */
  readonly result: () => BacktestVariants;
}

/**
 * Ways of improving the cascade, on the events that are not confounded: every variant, and a small
 * grid of parameters of which the best on all early events but one predicts that one. Later events
 * choose nothing.
 */
export const variantWork = (
  document: NetworkDocument,
  book: EventBook,
  closes: Closes,
  draws: Draws,
): VariantWork => {
  const events = book.events.filter(IN_GROUP.unconfounded);
  const runs = [
    { name: CASCADE.id, predictor: CASCADE, settings: {} },
    ...VARIANTS.map((variant) => ({
      name: variant.id,
      predictor: variant,
      settings: variant.settings ?? {},
    })),
    ...PARAMETER_GRID.map(({ name, settings }) => ({ name, predictor: CASCADE, settings })),
  ];
  const scored = new Map<string, (Score | null)[]>(
    runs.map(({ name }) => [name, events.map(() => null)]),
  );
  const tryRun = (run: (typeof runs)[number], event: MarketEvent, at: number): void => {
    const trial = trialOf(document, book, closes, event, run.settings);
    if (!('why' in trial)) scored.get(run.name)![at] = scoreOthers(run.predictor, trial);
  };
  const steps = runs.flatMap((run) => events.map((event, at) => () => tryRun(run, event, at)));

  const result = (): BacktestVariants => {
    const base = scored.get(CASCADE.id)!;
    const usable = [...events.keys()].filter((at) => base[at] !== null);
    const early = usable.filter((at) => IN_GROUP.early(events[at]!));
    const later = usable.filter((at) => IN_GROUP.later(events[at]!));
    const weights = (at: readonly number[]) => at.map((event) => weightOf(base[event]!));
    const candidate = (name: string, at: readonly number[]): Candidate => ({
      name,
      scores: at.map((event) => scored.get(name)![event]?.spearman ?? null),
    });
    const mean = (name: string, at: readonly number[]): number | null =>
      at.length === 0 ? null : meanScore(candidate(name, at), weights(at));
    const of = (name: string) => early.map((event) => scored.get(name)![event]!);

    const tried = VARIANTS.map(({ id, kind, title, says }): Tried => {
      const { spearman: gain, interval } = differenceOf(of(id), of(CASCADE.id), draws);
      const laterGain = (mean(id, later) ?? 0) - (mean(CASCADE.id, later) ?? 0);
      const kept = gain >= MARGIN && interval[0] > 0 && laterGain >= 0;
      return {
        ...{ id, kind, title: { ...title }, says: { ...says } },
        ...{ early: mean(id, early), later: mean(id, later), gain },
        interval: [...interval],
        verdict: kept ? 'kept' : 'dropped',
        why: whyOf(gain, interval, laterGain),
      };
    });

    const choose = (names: readonly string[]) => {
      const candidates = names.map((name) => candidate(name, early));
      const chosen = bestOf(candidates, weights(early)).name;
      const leaveOneOut = leaveOneOutScore(candidates, weights(early));
      return { chosen, leaveOneOut, later: mean(chosen, later) };
    };
    const defaults = { early: mean(CASCADE.id, early), later: mean(CASCADE.id, later) };
    const grid = choose(PARAMETER_GRID.map(({ name }) => name));
    const clear =
      grid.leaveOneOut - (defaults.early ?? 0) >= MARGIN &&
      (grid.later ?? 0) >= (defaults.later ?? 0);
    return {
      defaults,
      tried,
      bestVariant: choose([CASCADE.id, ...VARIANTS.map(({ id }) => id)]),
      parameters: {
        ...grid,
        verdict: clear ? 'propose' : 'keep-defaults',
        table: PARAMETER_GRID.map(({ name }) => ({
          setting: name,
          early: mean(name, early),
          later: mean(name, later),
        })),
      },
    };
  };
  return { steps, result };
};
