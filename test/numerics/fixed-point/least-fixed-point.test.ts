import { expect, test } from 'vitest';
import {
  climbToLeast,
  type MonotoneMap,
} from '../../../src/numerics/fixed-point/least-fixed-point.ts';
import { seededRandom } from '../../random.ts';

/** x_i <- min(1, s_i + Σ_j W_ij x_j), in place or all at once. */
const linearMap = (weights: readonly (readonly number[])[], start: Float64Array): MonotoneMap => {
  const rowOf = (state: Float64Array, i: number): number =>
    Math.min(1, start[i]! + weights[i]!.reduce((sum, weight, j) => sum + weight * state[j]!, 0));
  return {
    size: start.length,
    sweep: (state) => {
      for (let i = 0; i < state.length; i++) state[i] = Math.max(state[i]!, rowOf(state, i));
    },
    imageOf: (state, image) => {
      for (let i = 0; i < state.length; i++) image[i] = rowOf(state, i);
    },
    wake: () => {},
  };
};

test('converged means within the tolerance, also where the first step is large and the next tiny', () => {
  const random = seededRandom(5);
  const tolerance = 1e-11;
  for (let trial = 0; trial < 400; trial++) {
    const size = 3 + (trial % 6);
    const weights = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) =>
        i === j || random() < 0.4 ? 0 : 10 ** (-6 * random()) / size,
      ),
    );
    const start = Float64Array.from({ length: size }, () => (random() < 0.5 ? 0 : random() / 2));
    const map = linearMap(weights, start);
    const state = start.slice();
    const { errorBound, residual } = climbToLeast(map, state, {
      tolerance,
      maxSweeps: 10_000,
      leaps: true,
    });
    expect(errorBound).not.toBeNull();
    expect(errorBound!).toBeLessThanOrEqual(tolerance);
    expect(residual).toBeLessThanOrEqual(tolerance);
    let plain = start.slice();
    for (let round = 0; round < 2000; round++) {
      const image = new Float64Array(size);
      map.imageOf(plain, image);
      plain = image;
    }
    plain.forEach((share, i) => {
      expect(Math.abs(share - state[i]!)).toBeLessThanOrEqual(tolerance);
    });
  }
});
