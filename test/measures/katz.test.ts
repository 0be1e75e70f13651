import { describe, expect, test } from 'vitest';
import { ModelError } from '../../src/base/errors.ts';
import { toCsr } from '../../src/measures/dollar-graph.ts';
import { katz, katzOf } from '../../src/measures/katz.ts';
import { leadingEigenvalue } from '../../src/measures/leading-eigenvalue.ts';
import { makeNetwork, order } from './make-network.ts';
import { centralityCase, relativeGap } from './reference.ts';

describe.each(['karate', 'random200'] as const)('%s', (name) => {
  const { graph, values, lambda, katzAlpha } = centralityCase(name);

  test('the leading eigenvalue and Katz as the dense solution has them', () => {
    expect(leadingEigenvalue(graph)).toBeCloseTo(lambda, 9);
    expect(relativeGap(katzOf(graph, katzAlpha, lambda), values.katz)).toBeLessThan(1e-9);
  });
});

test('a chain by hand: 1, 1 + 3 alpha, 1 + 2 alpha (1 + 3 alpha)', () => {
  const chain = toCsr(3, [
    [0, 1, 3],
    [1, 2, 2],
  ]);
  expect(leadingEigenvalue(chain)).toBe(0);
  expect([...katzOf(chain, 0.1, 0)]).toEqual([1, 1.3, 1 + 0.2 * 1.3]);
});

test('refuses an alpha at the bound, where the sum has no end, and says what would do', () => {
  const ring = makeNetwork(
    [{ id: 'a' }, { id: 'b' }],
    [order('a', 'b', { perYearUsd: 8 }), order('b', 'a', { perYearUsd: 2 })],
  );
  // lambda = sqrt(16) = 4
  expect(() => katz.fn(ring, { parameters: { alpha: 0.25 } })).toThrow(ModelError);
  expect(() => katz.fn(ring, { parameters: { alpha: 0.3 } })).toThrow(/below 0.25.*katz.strength/s);
  expect(katz.fn(ring, { parameters: { alpha: 0.2 } })[0]).toBeCloseTo(1.4 / (1 - 0.04 * 16), 9);
});
