import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximumEntropy } from '../../../src/numerics/reconstruct/maximum-entropy.ts';
import { badMarginals, randomMarginals, sevenBanks } from './cases.ts';

test.each(badMarginals)('refuses %s', (_, marginals, name) => {
  expect(() => maximumEntropy(marginals)).toThrow(expect.objectContaining({ name }));
});

test('no firms; firms without loans; two firms', () => {
  expect(maximumEntropy({ assets: [], liabilities: [] })).toMatchObject({ matrix: [], links: 0 });
  const none = maximumEntropy({ assets: [0, 0], liabilities: [0, 0] });
  expect(none).toMatchObject({
    matrix: [
      [0, 0],
      [0, 0],
    ],
    links: 0,
    converged: true,
  });
  const two = maximumEntropy({ assets: [4, 7], liabilities: [7, 4] });
  expect(two.matrix).toEqual([
    [0, 4],
    [7, 0],
  ]);
});

test('one firm on one side of every loan leaves one matrix', () => {
  expect(maximumEntropy({ assets: [50, 20, 30], liabilities: [50, 30, 20] })).toMatchObject({
    matrix: [
      [0, 30, 20],
      [20, 0, 0],
      [30, 0, 0],
    ],
    links: 4,
    residual: 0,
  });
});

test('three firms by hand: without a diagonal there is one free number', () => {
  // entries x01 x12 x20 = x10 x21 x02 (products r c cancel); all marginals 3: every entry 1.5
  const even = maximumEntropy({ assets: [3, 3, 3], liabilities: [3, 3, 3] });
  for (const row of even.matrix) for (const entry of row) expect([0, 1.5]).toContain(entry);
  const uneven = maximumEntropy({ assets: [9, 2, 4], liabilities: [5, 6, 4] });
  const [[, x01, x02], [x10, , x12], [x20, x21]] = uneven.matrix as [number[], number[], number[]];
  expect(x01! * x12! * x20!).toBeCloseTo(x10! * x21! * x02!, 11);
  expect(x01! + x02!).toBeCloseTo(9, 12);
});

describe('reference: seven banks', () => {
  const { inputs, expected, tolerance } = sevenBanks();

  test.each([1, 1e-3, 1e9])('as RAS to 1e-13, currency x %s', (unit) => {
    const scale = (values: number[]) => values.map((value) => value * unit);
    const { matrix, converged, residual } = maximumEntropy({
      assets: scale(inputs.assets),
      liabilities: scale(inputs.liabilities),
    });
    expect(converged).toBe(true);
    expect(residual / unit).toBeLessThan(1e-14);
    matrix.forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(Math.abs(entry / unit - expected.me_tight[i][j])).toBeLessThan(
          tolerance.me_tight_abs,
        );
        expect(Math.abs(entry / unit - expected.me_readme_rounded2[i][j])).toBeLessThan(
          tolerance.me_readme + 1e-9,
        );
      });
    });
  });

  test('in any order of banks', () => {
    const backwards = maximumEntropy({
      assets: inputs.assets.toReversed(),
      liabilities: inputs.liabilities.toReversed(),
    });
    backwards.matrix.forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(Math.abs(entry - expected.me_tight[6 - i][6 - j])).toBeLessThan(
          tolerance.me_tight_abs,
        );
      });
    });
  });
});

/** Plain RAS from a matrix of ones without diagonal. */
const ras = (assets: readonly number[], liabilities: readonly number[], sweeps: number) => {
  const x: number[][] = assets.map((_, i) => assets.map((__, j) => (i === j ? 0 : 1)));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    x.forEach((row, i) => {
      const sum = row.reduce((all, entry) => all + entry, 0);
      x[i] = row.map((entry) => (assets[i] === 0 ? 0 : (entry * assets[i]!) / sum));
    });
    for (let j = 0; j < assets.length; j++) {
      const sum = x.reduce((all, row) => all + row[j]!, 0);
      for (const row of x) row[j] = liabilities[j] === 0 ? 0 : (row[j]! * liabilities[j]!) / sum;
    }
  }
  return x;
};

test('random marginals: sums hold, and it is where RAS goes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      fc.integer({ min: 3, max: 9 }),
      (seed, size) => {
        const { assets, liabilities } = randomMarginals(size, seed);
        const total = assets.reduce((sum, amount) => sum + amount, 0);
        const share = Math.max(...assets.map((amount, i) => (amount + liabilities[i]!) / total));
        const { matrix, residual, converged } = maximumEntropy({ assets, liabilities });
        expect(converged).toBe(true);
        expect(residual).toBeLessThanOrEqual(1e-12 * total);
        matrix.forEach((row, i) => {
          expect(row[i]).toBe(0);
          expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
        });
        if (share > 0.9) return;
        const plain = ras(assets, liabilities, 1500);
        matrix.forEach((row, i) => {
          row.forEach((entry, j) => {
            expect(Math.abs(entry - plain[i]![j]!)).toBeLessThanOrEqual(1e-9 * total);
          });
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('close to one firm being half of everything, where RAS hardly moves', () => {
  for (const gap of [1e-2, 1e-5, 1e-8]) {
    const assets = [50 - gap, 20, 30 + gap];
    const liabilities = [50 - gap, 30, 20 + gap];
    const { matrix, residual, converged } = maximumEntropy({ assets, liabilities });
    expect(converged).toBe(true);
    expect(residual).toBeLessThan(1e-12);
    // loans between the other two: x12 + x21 = 100 - 2 (50 - gap) = 2 gap
    expect((matrix[1]![2]! + matrix[2]![1]!) / (2 * gap)).toBeCloseTo(1, 4);
  }
});
