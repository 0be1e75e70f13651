import { ModelError } from '../base/errors.ts';
import type { WeightedGraph } from './dollar-graph.ts';

const TOLERANCE = 1e-14;
const MAX_PASSES = 200_000;

/**
 * Solve x = b + M x for entries of at least 0: b and all its echoes, b + M b + M² b + ...
 *
 * Passes in place from below; stops when the distance still to go, step x r / (1 - r) with r the ratio
 * of the last two steps, is below 1e-14 of the largest entry.
 *
 * @param name  who asks, for the error
 * @param m     entries at least 0
 * @param b     n, entries at least 0
 * @throws ModelError where the echoes don't die out (spectral radius 1 or more) or hardly do
 */
export const echoes = (name: string, m: WeightedGraph, b: Float64Array): Float64Array => {
  const { size, start, column, weight } = m;
  const x = b.slice();
  let before = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let moved = 0;
    let largest = 0;
    for (let i = 0; i < size; i++) {
      let sum = b[i]!;
      const end = start[i + 1]!;
      for (let k = start[i]!; k < end; k++) sum += weight[k]! * x[column[k]!]!;
      moved = Math.max(moved, Math.abs(sum - x[i]!));
      largest = Math.max(largest, sum);
      x[i] = sum;
    }
    if (!Number.isFinite(largest)) break;
    const ratio = pass === 0 ? 1 : moved / before;
    const rounding = moved <= 4 * Number.EPSILON * largest;
    if (rounding || (ratio < 1 && (moved * ratio) / (1 - ratio) <= TOLERANCE * largest)) return x;
    before = moved;
  }
  throw new ModelError({
    where: name,
    found: 'chains whose echoes do not die out',
    expected: 'that some of every chain leaves the web (spectral radius below 1)',
    hint: 'Some firms only sell to, or buy from, each other: their chains have no end.',
  });
};
