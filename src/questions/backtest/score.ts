import { kendall } from '../../numerics/rank-correlation/kendall.ts';
import { spearman } from '../../numerics/rank-correlation/spearman.ts';

/** How well a prediction orders what happened. */
export interface Score {
  readonly firms: number;
  /** -1..1; null where the prediction, or what happened, ranks nobody above anybody. */
  readonly spearman: number | null;
  readonly kendall: number | null;
  /** Firms with a predicted sign, and those of them that moved that way. */
  readonly calls: number;
  readonly hits: number;
}

/**
 * Rank correlations and signs of a prediction.
 *
 * @param predicted  n moves up to a positive factor; 0 says nothing of the sign
 * @param actual     n moves of the same firms; exactly 0 is a miss for either sign
 */
export const score = (predicted: readonly number[], actual: readonly number[]): Score => {
  const called = [...predicted.keys()].filter((i) => predicted[i] !== 0);
  return {
    firms: predicted.length,
    spearman: spearman(predicted, actual),
    kendall: kendall(predicted, actual),
    calls: called.length,
    hits: called.filter((i) => Math.sign(predicted[i]!) === Math.sign(actual[i]!)).length,
  };
};
