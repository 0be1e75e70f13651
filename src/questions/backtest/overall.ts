import { randomFrom } from '../../numerics/random/random.ts';
import { chanceOf } from './permutations.ts';
import type { Score } from './score.ts';
import type { Scored } from './scoring.ts';

/** Draws of chance: permutations within an event, events for an interval. */
export interface Draws {
  readonly permutations: number;
  readonly seed: number;
}

/** A mean over events with what it could as well have been. */
export interface Overall {
  readonly events: number;
  /** Events of these in which the prediction ranks nobody above anybody; they count as 0. */
  readonly silent: number;
  /** Mean of the events' correlations, each weighted by its firms less one; null: silent in all. */
  readonly spearman: number | null;
  readonly kendall: number | null;
  /** 5 % and 95 % quantiles of the mean over events drawn with replacement; null: under 3 events. */
  readonly interval: readonly [number, number] | null;
  readonly calls: number;
  readonly hits: number;
  /** Chance of a mean at least as high when moves are dealt out anew within every event. */
  readonly pValue: number | null;
}

/** Fewer events say nothing of how a mean would vary. */
const LEAST_EVENTS = 3;

/** 1/(n - 1) is the variance of the rank correlation of n unrelated pairs. */
export const weightOf = ({ firms }: Pick<Score, 'firms'>): number => Math.max(0, firms - 1);

const weightedMean = (
  scores: readonly Score[],
  figureOf: (score: Score) => number | null,
): number => {
  const weight = scores.reduce((sum, score) => sum + weightOf(score), 0);
  if (weight === 0) return 0;
  return scores.reduce((sum, score) => sum + weightOf(score) * (figureOf(score) ?? 0), 0) / weight;
};

const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;

/**
 * Means of `figureOf` over events drawn with replacement, sorted.
 *
 * @param scores  one per event
 */
export const resampledMeans = (
  scores: readonly Score[],
  figureOf: (score: Score, at: number) => number | null,
  draws: number,
  seed: number,
): Float64Array => {
  const random = randomFrom(seed);
  const weights = scores.map(weightOf);
  const values = scores.map((score, at) => figureOf(score, at) ?? 0);
  return Float64Array.from({ length: draws }, () => {
    let [total, weight] = [0, 0];
    for (let k = 0; k < scores.length; k++) {
      const at = Math.floor(random() * scores.length);
      total += weights[at]! * values[at]!;
      weight += weights[at]!;
    }
    return weight > 0 ? total / weight : 0;
  }).sort();
};

export const intervalOf = (sorted: Float64Array): readonly [number, number] => [
  quantile(sorted, 0.05),
  quantile(sorted, 0.95),
];

/** Means under chance: in every draw, moves are dealt out anew in every event. */
const meansByChance = (scores: readonly Scored[], draws: number, seed: number): Float64Array => {
  const random = randomFrom(seed);
  const weight = scores.reduce((sum, score) => sum + weightOf(score), 0);
  return Float64Array.from({ length: draws }, () =>
    scores.reduce((sum, score) => {
      const { permuted } = score;
      if (permuted === null) return sum;
      const rho = permuted[Math.floor(random() * permuted.length)]!;
      return sum + (weightOf(score) / weight) * rho;
    }, 0),
  );
};

/**
 * One prediction over several events.
 *
 * @param scores  of one predictor, set of firms and target; one per event
 */
export const overallOf = (scores: readonly Scored[], { permutations, seed }: Draws): Overall => {
  const speaks = scores.some(({ spearman }) => spearman !== null);
  const common = {
    events: scores.length,
    silent: scores.filter(({ spearman }) => spearman === null).length,
    calls: scores.reduce((sum, { calls }) => sum + calls, 0),
    hits: scores.reduce((sum, { hits }) => sum + hits, 0),
  };
  if (!speaks) return { ...common, spearman: null, kendall: null, interval: null, pValue: null };
  const spearman = weightedMean(scores, (score) => score.spearman);
  const drawn = resampledMeans(scores, (score) => score.spearman, permutations, seed);
  return {
    ...common,
    spearman,
    kendall: weightedMean(scores, (score) => score.kendall),
    interval: scores.length < LEAST_EVENTS ? null : intervalOf(drawn),
    pValue: chanceOf(spearman, meansByChance(scores, permutations, seed), false),
  };
};

/** How far one prediction is above another on the same events, with its 5 % to 95 % interval. */
export const differenceOf = (
  scores: readonly Score[],
  others: readonly Score[],
  { permutations, seed }: Draws,
): { readonly spearman: number; readonly interval: readonly [number, number] } => {
  const gap = (score: Score, at: number): number =>
    (score.spearman ?? 0) - (others[at]?.spearman ?? 0);
  const drawn = resampledMeans(scores, gap, permutations, seed);
  const spearman =
    weightedMean(scores, (score) => score.spearman) -
    weightedMean(others, (score) => score.spearman);
  return { spearman, interval: intervalOf(drawn) };
};
