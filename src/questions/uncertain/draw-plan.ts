import { ScenarioError } from '../../base/errors.ts';
import type { PointPlace, SamplingMethod } from '../../numerics/random/sampler.ts';

/** Which points are drawn. The same plan gives the same points, whoever draws them. */
export interface DrawPlan {
  readonly draws: number;
  readonly seed: number;
  readonly method: SamplingMethod;
  /** Independent designs that the draws are split in: what they differ by says how sure the estimates are. */
  readonly batches: number;
}

const BATCHES = 8;
/** With fewer draws a batch tells nothing, and there is one. */
const LEAST_BATCHED = 64;
const MOST_DRAWS = 1_000_000;

/** @throws ScenarioError for no draws, too many or a seed that is no whole number */
export const drawPlan = (draws: number, seed: number, method: SamplingMethod): DrawPlan => {
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) {
    const expected = `a whole number of draws, 1 to ${MOST_DRAWS}`;
    throw new ScenarioError({ where: 'draws', found: String(draws), expected });
  }
  if (!Number.isInteger(seed) || seed < 0) {
    throw new ScenarioError({
      where: 'seed',
      found: String(seed),
      expected: 'a whole number, at least 0',
    });
  }
  return { draws, seed, method, batches: draws < LEAST_BATCHED ? 1 : BATCHES };
};

/** First draw of a batch; batches differ in size by one at most. */
export const batchStart = ({ draws, batches }: DrawPlan, batch: number): number =>
  Math.floor((draws * batch) / batches);

/** Where draw number `draw`, 0..draws-1, stands in its batch. */
export const placeOf = (plan: DrawPlan, draw: number): PointPlace => {
  let batch = Math.floor((draw * plan.batches) / plan.draws);
  if (draw >= batchStart(plan, batch + 1)) batch += 1;
  const start = batchStart(plan, batch);
  return { batch, index: draw - start, size: batchStart(plan, batch + 1) - start };
};
