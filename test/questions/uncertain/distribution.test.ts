import { describe, expect, test } from 'vitest';
import {
  drawnAt,
  meanOf,
  rangeOf,
  type Shape,
} from '../../../src/questions/uncertain/distribution.ts';
import { quantileOf } from '../../../src/questions/uncertain/quantiles.ts';

const SHAPES: Readonly<Record<string, Shape>> = {
  uniform: { shape: 'uniform', low: 0.2, high: 0.8 },
  triangular: { shape: 'triangular', low: 0.5, mode: 0.9, high: 1.7 },
  'peak at the low end': { shape: 'triangular', low: 1, mode: 1, high: 3 },
  'peak at the high end': { shape: 'triangular', low: 0.8, mode: 1, high: 1 },
  'a point': { shape: 'triangular', low: 0.6, mode: 0.6, high: 0.6 },
  'a deal that may fall': { shape: 'triangular', low: 0.2, mode: 0.45, high: 1, probability: 0.55 },
  'a deal that never stands': { shape: 'uniform', low: 0.2, high: 1, probability: 0 },
};

/** Probability of a number of at most x, written from the density. */
const distribution = ({ shape, low, mode = low, high, probability = 1 }: Shape, x: number) => {
  const density = (t: number): number => {
    if (shape === 'uniform') return 1 / (high - low);
    const peak = 2 / (high - low);
    return t < mode ? (peak * (t - low)) / (mode - low) : (peak * (high - t)) / (high - mode || 1);
  };
  let sum = 0;
  const steps = 20_000;
  for (let at = 0; at < steps; at++) sum += density(low + ((at + 0.5) / steps) * (x - low));
  return 1 - probability + probability * sum * ((x - low) / steps);
};

describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
  const levels = Array.from({ length: 999 }, (__, at) => (at + 0.5) / 999);

  test('rises with the probability, within its range', () => {
    const drawn = levels.map((u) => drawnAt(shape, u));
    expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
    const [least, most] = rangeOf(shape);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(most);
  });

  test('has the mean that is told', () => {
    const mean = levels.reduce((sum, u) => sum + drawnAt(shape, u), 0) / levels.length;
    expect(mean).toBeCloseTo(meanOf(shape), 3);
  });
});

test.each(['uniform', 'triangular', 'peak at the high end', 'a deal that may fall'])(
  '%s is the inverse of its distribution function',
  (name) => {
    const shape = SHAPES[name]!;
    for (const u of [0.03, 0.2, 0.46, 0.5, 0.77, 0.99]) {
      const x = drawnAt(shape, u);
      if (x === 0) expect(u).toBeLessThan(1 - shape.probability!);
      else expect(distribution(shape, x)).toBeCloseTo(u, 6);
    }
  },
);

test('a quantile lies between its neighbours in proportion', () => {
  const sorted = Float64Array.of(1, 2, 4, 8);
  expect([0, 0.25, 0.5, 0.75, 1].map((level) => quantileOf(sorted, level))).toEqual([
    1, 1.75, 3, 5, 8,
  ]);
  expect(quantileOf(Float64Array.of(7), 0.95)).toBe(7);
});
