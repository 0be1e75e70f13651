import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampedExact } from '../../../src/numerics/fixed-point/clamped-exact.ts';
import { fallToGreatest } from '../../../src/numerics/fixed-point/clamped-fixed-point.ts';
import {
  type ClampedMap,
  clamped,
  clampedResidual,
} from '../../../src/numerics/fixed-point/clamped-map.ts';
import { compressRows } from '../../../src/numerics/sparse/csr.ts';
import { randomPairs, seededRandom } from '../../random.ts';

const mapOf = (
  entries: readonly (readonly [number, number, number])[],
  base: readonly number[],
  top: readonly number[],
): ClampedMap => ({
  rows: compressRows(
    Int32Array.from(entries, ([row]) => row),
    Int32Array.from(entries, ([, column]) => column),
    Float64Array.from(entries, ([, , weight]) => weight),
    base.length,
  ),
  base: Float64Array.from(base),
  top: Float64Array.from(top),
});

/** Tops from 1 to 1000, bases of either sign, rows that may give on up to `rate` of what they get. */
const randomMap = (seed: number, rate: number): ClampedMap => {
  const random = seededRandom(seed);
  const size = 2 + Math.floor(random() * 10);
  const pairs = randomPairs(size, 0.4, random);
  const entries = pairs.map(([row, column]) => {
    const outOfColumn = pairs.filter(([, other]) => other === column).length;
    return [row, column, (rate * (random() < 0.5 ? 1 : random())) / outOfColumn] as const;
  });
  const top = Array.from({ length: size }, () => 10 ** (3 * random()));
  return mapOf(
    entries,
    top.map((most) => most * (random() - 0.4)),
    top,
  );
};

const byRounds = (map: ClampedMap): Float64Array => {
  let x = map.top.slice();
  for (let round = 0; round < 50_000; round++) {
    const next = x.map((_, row) => clamped(map, x, row));
    if (next.every((value, row) => value === x[row])) break;
    x = next;
  }
  return x;
};

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

test('two rows by hand: x = min(10, 1 + y), y = min(20, 3 + x / 2)', () => {
  // x = 1 + 3 + x / 2 = 8, y = 7
  const map = mapOf(
    [
      [0, 1, 1],
      [1, 0, 0.5],
    ],
    [1, 3],
    [10, 20],
  );
  const x = map.top.slice();
  const fall = fallToGreatest(map, x);
  expect(x[0]).toBeCloseTo(8, 13);
  expect(x[1]).toBeCloseTo(7, 13);
  expect(fall).toMatchObject({ converged: true });
  const exact = map.top.slice();
  expect(clampedExact(map, exact)).toBeLessThan(1e-13);
  expect([...exact]).toEqual([8, 7]);
});

test('sweeps and exact sets end where plain rounds end', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const map = randomMap(seed, 0.95);
      const plain = byRounds(map);
      const exact = map.top.slice();
      const bound = clampedExact(map, exact)!;
      const swept = map.top.slice();
      const fall = fallToGreatest(map, swept);
      expect(fall.converged).toBe(true);
      plain.forEach((value, row) => {
        expect(Math.abs(exact[row]! - value)).toBeLessThan(1e-9);
        expect(Math.abs(swept[row]! - value)).toBeLessThan(1e-9);
        expect(Math.abs(exact[row]! - swept[row]!)).toBeLessThan(bound + 1e-10);
      });
    }),
  );
});

describe('where nearly everything returns', () => {
  // a ring of n equal rows: x = base / (1 - rate) = 1
  const fallOf = (rate: number) => {
    const size = 40;
    const ring = Array.from({ length: size }, (_, i) => [i, (i + 1) % size, rate] as const);
    const base = new Array<number>(size).fill(1 - rate);
    const map = mapOf(ring, base, new Array<number>(size).fill(1e3));
    const x = map.top.slice();
    const fall = fallToGreatest(map, x);
    expect(clampedResidual(map, x)).toBe(fall.residual);
    const error = Math.max(...x.map((value) => Math.abs(value - 1)));
    return { ...fall, error };
  };

  test.each([0.997, 0.999999])('a rate of %s: right to 1e-9, and says so', (rate) => {
    const { converged, sweeps, error } = fallOf(rate);
    expect(converged).toBe(true);
    expect(sweeps).toBeLessThan(100);
    expect(error).toBeLessThan(1e-9);
  });

  test('a rate at which rounding alone moves the result by more than 1e-9: says that too', () => {
    expect(fallOf(1 - 1e-10)).toMatchObject({ converged: false });
  });
});

test('a closed ring keeps its greatest point; an infinite base holds a row at its top', () => {
  const ring = mapOf(
    [
      [0, 1, 1],
      [1, 0, 1],
    ],
    [0, 0],
    [4, 9],
  );
  const x = ring.top.slice();
  expect(fallToGreatest(ring, x).converged).toBe(true);
  expect([...x]).toEqual([4, 4]);
  const held = { ...ring, base: Float64Array.of(0, Number.POSITIVE_INFINITY) };
  const y = ring.top.slice();
  fallToGreatest(held, y);
  expect([...y]).toEqual([4, 9]);
});

test('a system that is singular is left to the sweeps', () => {
  // both rows fall, each gets all of the other: no linear system tells their height
  const map = mapOf(
    [
      [0, 1, 1],
      [1, 0, 1],
    ],
    [1, 1],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  );
  expect(clampedExact(map, Float64Array.of(5, 5))).toBeUndefined();
});
