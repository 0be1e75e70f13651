import { describe, expect, test } from 'vitest';
import { SAMPLING_METHODS, samplerOf } from '../../../src/numerics/random/sampler.ts';
import { SOBOL_DIMENSIONS, sobolAt, sobolTable } from '../../../src/numerics/random/sobol.ts';

const PUBLISHED = [
  [3, 1198376960],
  [9, 2587478016],
  [39, 2255067136],
  [99, 482199552],
  [349, 4058134528],
  [699, 3092269056],
  [1023, 2157131776],
] as const;

const pointsOf = (
  method: (typeof SAMPLING_METHODS)[number],
  {
    size,
    dimensions,
    seed = 3,
    batch = 0,
  }: Record<'size' | 'dimensions', number> & {
    readonly seed?: number;
    readonly batch?: number;
  },
): Float64Array[] => {
  const sampler = samplerOf(method, seed, dimensions);
  return Array.from({ length: size }, (_, index) => {
    const point = new Float64Array(dimensions);
    sampler.fill({ batch, index, size }, point);
    return point;
  });
};

const column = (points: readonly Float64Array[], at: number): number[] =>
  points.map((point) => point[at]!);

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const correlation = (one: readonly number[], other: readonly number[]): number => {
  const [a, b] = [meanOf(one), meanOf(other)];
  const product = meanOf(one.map((x, at) => (x - a) * (other[at]! - b)));
  const spread = (numbers: readonly number[], mean: number) =>
    Math.sqrt(meanOf(numbers.map((x) => (x - mean) ** 2)));
  return product / (spread(one, a) * spread(other, b));
};

/** Each of `parts` even parts of 0..1 holds as many as every other. */
const isEven = (numbers: readonly number[], parts: number): boolean => {
  const counts = new Array<number>(parts).fill(0);
  for (const number of numbers) counts[Math.floor(number * parts)]! += 1;
  return counts.every((count) => count === numbers.length / parts);
};

describe.each(SAMPLING_METHODS)('%s points', (method) => {
  const size = 1000;
  const points = pointsOf(method, { size, dimensions: 40 });

  test('lie within 0..1, ends not counted', () => {
    for (const point of points) for (const x of point) expect(x > 0 && x < 1).toBe(true);
  });

  test('hang on seed, batch and place alone', () => {
    expect(pointsOf(method, { size, dimensions: 40 })).toEqual(points);
    const sampler = samplerOf(method, 3, 40);
    const again = new Float64Array(40);
    sampler.fill({ batch: 5, index: 1, size }, again);
    sampler.fill({ batch: 0, index: 777, size }, again);
    expect(again).toEqual(points[777]);
    for (const other of [{ seed: 4 }, { batch: 1 }]) {
      const changed = pointsOf(method, { size, dimensions: 40, ...other });
      expect(column(changed, 7)).not.toEqual(column(points, 7));
      // a scrambling keeps the order of the points but for swapped halves: those correlate by chance
      if (method === 'sobol') continue;
      expect(Math.abs(correlation(column(points, 7), column(changed, 7)))).toBeLessThan(0.15);
    }
  });

  test('have the mean and the variance of even chance, and dimensions that know nothing of each other', () => {
    for (let at = 0; at < 40; at++) {
      const numbers = column(points, at);
      expect(Math.abs(meanOf(numbers) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / size));
      expect(meanOf(numbers.map((x) => (x - 0.5) ** 2))).toBeCloseTo(1 / 12, 1.5);
      if (at > 0) expect(Math.abs(correlation(numbers, column(points, at - 1)))).toBeLessThan(0.13);
    }
  });
});

describe('plain points', () => {
  test('fall into pairs of cells as chance has it', () => {
    const points = pointsOf('plain', { size: 100_000, dimensions: 2 });
    const cells = new Array<number>(100).fill(0);
    for (const [x, y] of points as unknown as [number, number][]) {
      cells[10 * Math.floor(x * 10) + Math.floor(y * 10)]! += 1;
    }
    // chi-squared with 99 degrees of freedom: 1 in 10,000 exceeds 157 or falls below 53
    const chi2 = cells.reduce((sum, found) => sum + (found - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(157);
    expect(chi2).toBeGreaterThan(53);
  });
});

describe('Latin points', () => {
  test.each([1, 2, 3, 7, 250, 1250, 4096])('of %i hit every part of every axis once', (size) => {
    const points = pointsOf('latin', { size, dimensions: 5 });
    for (let at = 0; at < 5; at++) expect(isEven(column(points, at), size)).toBe(true);
  });

  test('estimate a sum far better than plain ones', () => {
    const errorOf = (method: 'plain' | 'latin') =>
      meanOf(
        Array.from({ length: 20 }, (_, seed) => {
          const points = pointsOf(method, { size: 200, dimensions: 6, seed });
          const mean = meanOf(points.map((point) => point.reduce((sum, x) => sum + x * x, 0)));
          return (mean - 2) ** 2;
        }),
      );
    expect(errorOf('latin')).toBeLessThan(errorOf('plain') / 1000);
  });
});

describe('Sobol points', () => {
  const table = sobolTable(SOBOL_DIMENSIONS);

  test('begin as the published sequence does', () => {
    const first = (dimension: number) =>
      Array.from({ length: 8 }, (_, index) => sobolAt(table, index, dimension));
    expect(SOBOL_DIMENSIONS).toBe(1024);
    expect(first(0)).toEqual([0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875]);
    expect(first(1)).toEqual([0, 0.5, 0.75, 0.25, 0.625, 0.125, 0.375, 0.875]);
    expect(first(2)).toEqual([0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]);
  });

  // worked out apart, from the table of new-joe-kuo-6 as SciPy 1.10.1 ships it
  test.each(PUBLISHED)(
    'have coordinate %d of point 1,234,567 of the published table',
    (at, bits) => {
      expect(sobolAt(table, 1_234_567, at) * 2 ** 32).toBe(bits);
    },
  );

  test('have the whole published table, every direction of it', () => {
    let sum = 0;
    for (let at = 0; at < SOBOL_DIMENSIONS; at++) {
      for (let bit = 0; bit < 18; bit++) {
        sum = (sum * 31 + sobolAt(table, 2 ** bit, at) * 2 ** 32) % 4_294_967_291;
      }
    }
    // worked out apart, in whole numbers of any length, from the figures that SciPy 1.10.1 ships
    expect(sum).toBe(1_225_093_399);
  });

  test('are even on every axis, scrambled or not', () => {
    const size = 256;
    const scrambled = pointsOf('sobol', { size, dimensions: SOBOL_DIMENSIONS });
    for (let at = 0; at < SOBOL_DIMENSIONS; at++) {
      const raw = Array.from({ length: size }, (_, index) => sobolAt(table, index, at));
      expect(isEven(raw, size), `dimension ${at}`).toBe(true);
      expect(isEven(column(scrambled, at), size), `dimension ${at}`).toBe(true);
    }
  });

  test('are even in every box of the first two axes, scrambled or not', () => {
    const points = pointsOf('sobol', { size: 64, dimensions: 2 });
    for (let halvings = 0; halvings <= 6; halvings++) {
      const [wide, high] = [2 ** halvings, 2 ** (6 - halvings)];
      const boxes = (x: number, y: number) => Math.floor(x * wide) * high + Math.floor(y * high);
      const seen = points.map(([x, y]) => boxes(x!, y!));
      const raw = points.map((_, index) =>
        boxes(sobolAt(table, index, 0), sobolAt(table, index, 1)),
      );
      expect(new Set(seen).size).toBe(64);
      expect(new Set(raw).size).toBe(64);
    }
  });

  test('integrate a smooth function without bias and far better than plain ones', () => {
    const exact = 1;
    const integral = (method: 'plain' | 'sobol', seed: number) =>
      meanOf(
        pointsOf(method, { size: 1024, dimensions: 5, seed }).map((point) =>
          point.reduce((product, x) => product * (1 + (x - 0.5)), 1),
        ),
      );
    const seeds = Array.from({ length: 16 }, (_, seed) => seed);
    const errors = (method: 'plain' | 'sobol') =>
      seeds.map((seed) => integral(method, seed) - exact);
    const rms = (numbers: readonly number[]) => Math.sqrt(meanOf(numbers.map((x) => x * x)));
    const sobol = errors('sobol');
    expect(rms(sobol)).toBeLessThan(rms(errors('plain')) / 50);
    expect(Math.abs(meanOf(sobol))).toBeLessThan(rms(sobol));
  });

  test('go on as Latin ones beyond the dimensions of their table', () => {
    const dimensions = SOBOL_DIMENSIONS + 2;
    const points = pointsOf('sobol', { size: 10, dimensions });
    expect(isEven(column(points, dimensions - 1), 10)).toBe(true);
    expect(column(points, dimensions - 1)).not.toEqual(column(points, dimensions - 2));
  });
});
