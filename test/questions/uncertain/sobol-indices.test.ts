import { describe, expect, test } from 'vitest';
import { indexPoints, runsPerRow } from '../../../src/questions/uncertain/index-plan.ts';
import { sobolIndices } from '../../../src/questions/uncertain/sobol-indices.ts';

const BATCHES = 8;

/** Indices of a function of the unit cube whose coordinates belong to groups. */
const indicesOf = (
  f: (x: Float64Array) => number,
  groupOf: readonly number[],
  rows: number,
  seed = 1,
) => {
  const groups = Math.max(...groupOf) + 1;
  const fill = indexPoints({ rows, seed, batches: BATCHES }, Int32Array.from(groupOf), groups);
  const point = new Float64Array(groupOf.length);
  const values = new Float64Array(rows * runsPerRow(groups));
  for (let run = 0; run < values.length; run++) {
    fill(run, point);
    values[run] = f(point);
  }
  return sobolIndices(values, groups, BATCHES);
};

/** Within what the estimate itself says of its error, or close anyway. */
const isNear = (found: number, error: number | null, exact: number): boolean =>
  Math.abs(found - exact) < Math.max(5 * error!, 0.01);

/** sin x + a sin² y + b z⁴ sin x on (-π, π)³ (Ishigami and Homma 1990), a = 7, b = 0.1. */
const ishigami = (u: Float64Array): number => {
  const [x, y, z] = [0, 1, 2].map((at) => Math.PI * (2 * u[at]! - 1)) as [number, number, number];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};

describe('indices', () => {
  test('of the Ishigami function are the analytic ones', () => {
    const [a, b] = [7, 0.1];
    const variance = a ** 2 / 8 + (b * Math.PI ** 4) / 5 + (b ** 2 * Math.PI ** 8) / 18 + 1 / 2;
    const ofX = (1 + (b * Math.PI ** 4) / 5) ** 2 / 2 / variance;
    const ofY = a ** 2 / 8 / variance;
    const together = (b ** 2 * Math.PI ** 8 * 8) / 225 / variance;
    expect([ofX, ofY, together]).toEqual([0.3139, 0.4424, 0.2437].map((x) => expect.closeTo(x, 4)));
    const found = indicesOf(ishigami, [0, 1, 2], 4096);
    expect(found.variance).toBeCloseTo(variance, 1);
    expect(found.mean).toBeCloseTo(a / 2, 2);
    const first = [ofX, ofY, 0];
    const total = [ofX + together, ofY, together];
    found.groups!.forEach((group, at) => {
      expect(isNear(group.first, group.firstError, first[at]!)).toBe(true);
      expect(isNear(group.total, group.totalError, total[at]!)).toBe(true);
      expect(group.firstError).toBeLessThan(0.02);
    });
  });

  test('of Sobol’s g-function are the analytic ones, alone and in groups', () => {
    const a = [0, 1, 4.5, 9, 99];
    const g = (u: Float64Array) =>
      a.reduce((product, ai, at) => (product * (Math.abs(4 * u[at]! - 2) + ai)) / (1 + ai), 1);
    const partial = a.map((ai) => 1 / 3 / (1 + ai) ** 2);
    const product = (of: readonly number[]) => of.reduce((all, v) => all * (1 + v), 1);
    const variance = product(partial) - 1;
    const groupsTried = [
      [0, 1, 2, 3, 4],
      [0, 1, 0, 1, 1],
    ];
    for (const groupOf of groupsTried) {
      const found = indicesOf(g, groupOf, 4096);
      found.groups!.forEach((group, at) => {
        const own = product(partial.filter((_, i) => groupOf[i] === at)) - 1;
        const rest = product(partial.filter((_, i) => groupOf[i] !== at)) - 1;
        expect(isNear(group.first, group.firstError, own / variance)).toBe(true);
        expect(isNear(group.total, group.totalError, 1 - rest / variance)).toBe(true);
      });
    }
  });

  test('of a sum are the shares of its terms, and first is total', () => {
    const found = indicesOf((u) => 3 * u[0]! + u[1]! - 2 * u[2]! + 1e6, [0, 1, 2], 1024);
    [9, 1, 4].forEach((part, at) => {
      expect(found.groups![at]!.first).toBeCloseTo(part / 14, 2);
      expect(found.groups![at]!.total).toBeCloseTo(part / 14, 2);
    });
  });

  test('come nearer with more points, by the error that they state', () => {
    const errorOf = (rows: number) => {
      const off = [1, 2, 3, 4].map((seed) => {
        const { groups } = indicesOf(ishigami, [0, 1, 2], rows, seed);
        return (groups![1]!.first - 0.4424) ** 2;
      });
      return Math.sqrt(off.reduce((sum, x) => sum + x, 0) / off.length);
    };
    expect(errorOf(2048)).toBeLessThan(errorOf(64) / 4);
  });

  test('are none where nothing varies, or no row is whole', () => {
    expect(indicesOf(() => 5, [0, 1], 64)).toMatchObject({ variance: 0, groups: null, mean: 5 });
    expect(sobolIndices(new Float64Array(40).fill(Number.NaN), 2, 2)).toMatchObject({
      rows: 0,
      groups: null,
    });
  });

  test.each([0.1, 1e11 / 3])('are none where nothing varies but for rounding: %d', (level) => {
    expect(indicesOf(() => level, [0, 1], 64)).toMatchObject({ variance: 0, groups: null });
  });

  test('state the error that they have, of shares that are most of the spread too', () => {
    const found = Array.from({ length: 100 }, (_, seed) => {
      const { groups } = indicesOf(ishigami, [0, 1, 2], 256, seed + 10);
      return groups![1]!;
    });
    const rms = (numbers: readonly number[]) =>
      Math.sqrt(numbers.reduce((sum, x) => sum + x * x, 0) / numbers.length);
    const exact = 7 ** 2 / 8 / (7 ** 2 / 8 + Math.PI ** 4 / 50 + Math.PI ** 8 / 1800 + 1 / 2);
    for (const [off, stated] of [
      [rms(found.map(({ first }) => first - exact)), rms(found.map((one) => one.firstError!))],
      [rms(found.map(({ total }) => total - exact)), rms(found.map((one) => one.totalError!))],
    ] as const) {
      expect(stated / off).toBeGreaterThan(0.7);
      expect(stated / off).toBeLessThan(1.4);
    }
  });

  test('leave rows out that lack an answer', () => {
    const whole = indicesOf((u) => u[0]! + 2 * u[1]!, [0, 1], 512);
    let calls = 0;
    const broken = indicesOf(
      (u) => {
        calls += 1;
        return calls % 401 === 0 ? Number.NaN : u[0]! + 2 * u[1]!;
      },
      [0, 1],
      512,
    );
    expect(broken.rows).toBe(512 - 5);
    expect(broken.groups![1]!.total).toBeCloseTo(whole.groups![1]!.total, 1);
  });
});

test('points take one group from B and the rest from A', () => {
  const groupOf = Int32Array.of(0, 1, 0);
  const fill = indexPoints({ rows: 16, seed: 3, batches: 2 }, groupOf, 2);
  const at = (run: number) => {
    const point = new Float64Array(3);
    fill(run, point);
    return [...point];
  };
  for (const row of [0, 7, 8, 15]) {
    const [a, b, first, second] = [0, 1, 2, 3].map((which) => at(row * 4 + which)) as number[][];
    expect(first).toEqual([b![0], a![1], b![2]]);
    expect(second).toEqual([a![0], b![1], a![2]]);
    expect(a).not.toEqual(b);
  }
  expect(at(0)).not.toEqual(at(8 * 4));
});
