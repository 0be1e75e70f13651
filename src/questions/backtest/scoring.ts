import { ChainError } from '../../base/errors.ts';
import type { Draws } from './overall.ts';
import { chanceOf, permutationsOf, permutedSpearman } from './permutations.ts';
import type { Predictor } from './predictor.ts';
import { type Score, score } from './score.ts';
import type { Trial, TriedFirm } from './trial.ts';

/** Which firms of an event are scored: those without news of their own that day, or all. */
export const FIRM_SETS = ['others', 'all'] as const;
/** What of a move is to be explained: what the sector slope leaves, or the whole. */
export const TARGETS = ['excess', 'move'] as const;

export type FirmSet = (typeof FIRM_SETS)[number];
export type Target = (typeof TARGETS)[number];

/** One prediction of one event, scored on one set of firms and one target. */
export interface Scored extends Score {
  readonly predictor: string;
  readonly event: string;
  readonly set: FirmSet;
  readonly target: Target;
  /** Chance of a rank correlation at least as high; null where there is none. */
  readonly pValue: number | null;
  /** The correlation under every permutation; not part of a document. */
  readonly permuted: Float64Array | null;
}

/** Per firm of a trial what a predictor says, or why it says nothing. */
export type Prediction = readonly number[] | { readonly refused: string };

export const predictionOf = (predictor: Predictor, trial: Trial): Prediction => {
  try {
    const moves = predictor.predict(trial.on, trial.facts);
    return trial.firms.map(({ index }) => moves[index]!);
  } catch (error) {
    if (error instanceof ChainError) return { refused: error.message };
    throw error;
  }
};

const membersOf = (firms: readonly TriedFirm[], set: FirmSet): readonly number[] =>
  [...firms.keys()].filter((at) => set === 'all' || !firms[at]!.ownNews);

const REFUSED = { spearman: null, kendall: null, calls: 0, hits: 0 };

/**
 * Scores of several predictors on one event. Chance is dealt out within the event: what happened to
 * the firms is permuted among them, the same way for every predictor.
 */
export const scoreTrial = (
  trial: Trial,
  predictions: ReadonlyMap<string, Prediction>,
  { permutations, seed }: Draws,
): Scored[] => {
  const event = trial.on.event.id;
  return FIRM_SETS.flatMap((set) => {
    const members = membersOf(trial.firms, set);
    const deals = permutationsOf(members.length, permutations, seed);
    return TARGETS.flatMap((target) => {
      const actual = members.map((at) => {
        const { excessPercent, movePercent } = trial.firms[at]!;
        return target === 'excess' ? excessPercent : movePercent;
      });
      return [...predictions].map(([predictor, prediction]): Scored => {
        const common = { predictor, event, set, target };
        if ('refused' in prediction) {
          return { ...common, ...REFUSED, firms: members.length, pValue: null, permuted: null };
        }
        const predicted = members.map((at) => prediction[at]!);
        const scored = score(predicted, actual);
        const permuted = permutedSpearman(predicted, actual, deals);
        const pValue =
          permuted === null || scored.spearman === null
            ? null
            : chanceOf(scored.spearman, permuted, deals.exact);
        return { ...common, ...scored, pValue, permuted };
      });
    });
  });
};
