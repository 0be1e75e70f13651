import { ModelError } from '../base/errors.ts';

const TOLERANCE = 1e-12;
/** Steps this small are the rounding of numbers that sum to 1. */
const ROUNDING = 2e-15;
const MAX_ITERATIONS = 100_000;

/**
 * Repeat `step` until the vector stands still.
 *
 * Stops when the distance still to go, estimated as step x r / (1 - r) with r the ratio of the last
 * two steps, is below 1e-12 (L1, of a vector that sums to 1): a small step alone would not do, a
 * slow iteration takes many of them.
 *
 * @param name  who asks, for the error
 * @param start n, sums to 1; not changed
 * @param step  writes the next vector into its second argument, scaled to sum to 1
 * @throws ModelError when 100,000 steps don't settle it: never an unsettled answer
 */
export const powerIteration = (
  name: string,
  start: Float64Array,
  step: (current: Float64Array, next: Float64Array) => void,
): Float64Array => {
  let current = start.slice();
  let next = new Float64Array(start.length);
  let before = 0;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    step(current, next);
    let moved = 0;
    for (let i = 0; i < next.length; i++) moved += Math.abs(next[i]! - current[i]!);
    [current, next] = [next, current];
    const ratio = moved / before;
    if (moved <= ROUNDING || (ratio < 1 && (moved * ratio) / (1 - ratio) < TOLERANCE)) {
      return current;
    }
    before = moved;
  }
  throw new ModelError({
    where: name,
    found: `a change of ${before.toExponential(1)} after ${MAX_ITERATIONS} iterations`,
    expected: `less than ${TOLERANCE}`,
    hint: 'two groups of firms tie for the lead, so that this measure is not settled',
  });
};
