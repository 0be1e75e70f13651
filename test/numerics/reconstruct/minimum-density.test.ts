import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marginalGap } from '../../../src/numerics/reconstruct/marginals.ts';
import { maximumEntropy } from '../../../src/numerics/reconstruct/maximum-entropy.ts';
import { minimumDensity } from '../../../src/numerics/reconstruct/minimum-density.ts';
import { badMarginals, randomMarginals, sevenBanks } from './cases.ts';

test.each(badMarginals)('refuses %s', (_, marginals, name) => {
  expect(() => minimumDensity(marginals, { seed: 1 })).toThrow(expect.objectContaining({ name }));
});

test('nothing to place, and a firm that is half of everything', () => {
  expect(minimumDensity({ assets: [], liabilities: [] }, { seed: 1 }).matrix).toEqual([]);
  const hub = { assets: [50, 20, 30], liabilities: [50, 30, 20] };
  expect(minimumDensity(hub, { seed: 3 })).toMatchObject({ links: 4, residual: 0 });
});

test('reference: seven banks, exact sums with no more links than the sparsest draw elsewhere', () => {
  const { inputs, expected } = sevenBanks();
  for (const seed of [1, 2, 3, 4, 5]) {
    for (const unit of [1, 1e-3, 1e9]) {
      const marginals = {
        assets: inputs.assets.map((amount: number) => amount * unit),
        liabilities: inputs.liabilities.map((amount: number) => amount * unit),
      };
      const { matrix, links, residual, converged } = minimumDensity(marginals, { seed });
      expect(links).toBeLessThanOrEqual(expected.md_min_links);
      expect(residual / unit).toBeLessThan(1e-12);
      expect(converged).toBe(true);
      matrix.forEach((row, i) => {
        expect(row[i]).toBe(0);
      });
    }
  }
});

test('the same seed gives the same matrix; more attempts never more links', () => {
  const marginals = randomMarginals(12, 5);
  const once = minimumDensity(marginals, { seed: 9, attempts: 1 });
  expect(minimumDensity(marginals, { seed: 9, attempts: 1 })).toEqual(once);
  expect(minimumDensity(marginals, { seed: 10, attempts: 1 })).not.toEqual(once);
  expect(minimumDensity(marginals, { seed: 9, attempts: 40 }).links).toBeLessThanOrEqual(
    once.links,
  );
});

test('random marginals: sums hold and links are few', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      fc.integer({ min: 2, max: 12 }),
      (seed, size) => {
        const marginals = randomMarginals(size, seed);
        const total = marginals.assets.reduce((sum, amount) => sum + amount, 0);
        const { matrix, links, residual, converged } = minimumDensity(marginals, {
          seed,
          attempts: 3,
        });
        expect(converged).toBe(true);
        expect(residual).toBe(marginalGap(matrix, marginals));
        expect(residual).toBeLessThanOrEqual(1e-12 * total);
        matrix.forEach((row, i) => {
          expect(row[i]).toBe(0);
          expect(Math.min(...row)).toBeGreaterThanOrEqual(0);
        });
        // each loan serves a firm in full; one that is left with itself needs two or three loans more
        const sides = [...marginals.assets, ...marginals.liabilities].filter(
          (amount) => amount > 0,
        );
        expect(links).toBeLessThanOrEqual(sides.length + 2);
        if (total > 0) expect(links).toBeLessThanOrEqual(maximumEntropy(marginals).links);
      },
    ),
  );
});
