import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ModelError } from '../../src/base/errors.ts';
import { type Entry, toCsr, transpose } from '../../src/measures/dollar-graph.ts';
import { influenceOf } from '../../src/measures/influence.ts';
import { sinkrankOf } from '../../src/measures/sinkrank.ts';
import {
  downstreamness,
  downstreamnessOf,
  upstreamness,
  upstreamnessOf,
} from '../../src/measures/streams.ts';
import { trophicIncoherenceOf, trophicLevelsOf } from '../../src/measures/trophic.ts';
import { linearSolve } from '../linear-solve.ts';
import { makeNetwork, order } from './make-network.ts';
import { CIRCULARITY_CASES, circularityCase, relativeGap } from './reference.ts';

describe.each(CIRCULARITY_CASES)('%s', (name) => {
  const { n, edges, io, sinkrank, trophic_levels, trophic_incoherence_F0 } = circularityCase(name);
  /** In the file sales run from seller to buyer. */
  const sales = toCsr(n, edges);
  const web = { orders: transpose(sales), soldOutsideUsd: Float64Array.from(io.final_demand) };

  test('upstreamness and downstreamness as the dense inverses have them', () => {
    expect(relativeGap(upstreamnessOf(web), io.upstreamness)).toBeLessThan(1e-9);
    expect(relativeGap(downstreamnessOf(web), io.downstreamness)).toBeLessThan(1e-9);
  });

  test('the influence vector', () => {
    const got = influenceOf(transpose(sales), io.influence_alpha);
    expect(relativeGap(got, io.influence_vector)).toBeLessThan(1e-9);
  });

  test('SinkRank, one inverse for all', () => {
    expect(relativeGap(sinkrankOf(sales), sinkrank)).toBeLessThan(1e-9);
  });

  test('trophic levels and incoherence', () => {
    const got = trophicLevelsOf(sales);
    got.forEach((level, i) => {
      expect(Math.abs(level - trophic_levels[i]!)).toBeLessThan(1e-9);
    });
    expect(trophicIncoherenceOf(sales)).toBeCloseTo(trophic_incoherence_F0, 10);
  });
});

/** SinkRank straight from its definition: one solve a firm, with that firm taken out. */
const sinkrankByAbsorption = (n: number, edges: readonly Entry[]): number[] => {
  const p = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const [tail, head, usd] of edges) p[tail]![head]! += usd;
  p.forEach((row, i) => {
    const paid = row.reduce((sum, usd) => sum + usd, 0);
    row.forEach((usd, j) => {
      const even = i === j ? 0 : 1 / (n - 1);
      row[j] = paid === 0 ? even : (0.99 * usd) / paid + 0.01 * even;
    });
  });
  return p.map((_, sink) => {
    const others = [...p.keys()].filter((i) => i !== sink);
    const a = others.map((i) => others.map((j) => (i === j ? 1 : 0) - p[i]![j]!));
    const steps = linearSolve(
      a,
      others.map(() => 1),
    );
    return (n - 1) / steps.reduce((sum, step) => sum + step, 0);
  });
};

test('SinkRank equals its definition on random webs', () => {
  const web = fc.integer({ min: 2, max: 9 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      edges: fc.uniqueArray(
        fc
          .tuple(fc.nat(n - 1), fc.nat(n - 1), fc.double({ min: 0.1, max: 50, noNaN: true }))
          .filter(([tail, head]) => tail !== head),
        { selector: ([tail, head]) => tail * n + head, maxLength: 20 },
      ),
    }),
  );
  fc.assert(
    fc.property(web, ({ n, edges }) => {
      expect(relativeGap(sinkrankOf(toCsr(n, edges)), sinkrankByAbsorption(n, edges))).toBeLessThan(
        1e-9,
      );
    }),
    { numRuns: 100 },
  );
});

describe('on a web of orders', () => {
  const firms = [
    { id: 'mine', revenueUsd: 10 },
    { id: 'mill', revenueUsd: 40 },
    { id: 'shop', revenueUsd: 100 },
  ];
  const deals = [
    order('mill', 'mine', { perYearUsd: 8 }),
    order('shop', 'mill', { perYearUsd: 30 }),
  ];

  test('a chain by hand', () => {
    const web = makeNetwork(firms, deals);
    // shop 1; mill 1 + 30/40 x 1; mine 1 + 8/10 x 1.75
    expect(relativeGap(upstreamness.fn(web), [2.4, 1.75, 1])).toBeLessThan(1e-14);
    // mine 1; mill 1 + 8/40; shop 1 + 30/100 x 1.2
    expect(relativeGap(downstreamness.fn(web), [1, 1.2, 1.36])).toBeLessThan(1e-14);
  });

  test('firms that sell to each other alone have no end: an error that says so', () => {
    const ring = makeNetwork(
      [{ id: 'a' }, { id: 'b' }],
      [order('a', 'b', { perYearUsd: 5 }), order('b', 'a', { perYearUsd: 3 })],
    );
    expect(() => upstreamness.fn(ring)).toThrow(ModelError);
    expect(() => upstreamness.fn(ring)).toThrow(/do not die out/);
    expect([...downstreamness.fn(ring)].every(Number.isFinite)).toBe(true);
  });
});

test('SinkRank says how many firms are too many', () => {
  expect(() => sinkrankOf(toCsr(3001, []))).toThrow(/3001 firms.*at most 3000/s);
});
