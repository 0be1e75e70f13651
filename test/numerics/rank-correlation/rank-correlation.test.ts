import { describe, expect, test } from 'vitest';
import { kendall } from '../../../src/numerics/rank-correlation/kendall.ts';
import { midRanks } from '../../../src/numerics/rank-correlation/mid-ranks.ts';
import { spearman } from '../../../src/numerics/rank-correlation/spearman.ts';
import { seededRandom } from '../../random.ts';

test('ranks by hand: ties share the mean, also those that differ by rounding only', () => {
  expect(midRanks([30, 10, 20, 10])).toEqual([4, 1.5, 3, 1.5]);
  expect(midRanks([0.1 + 0.2, 0.3, 0, -1])).toEqual([3.5, 3.5, 2, 1]);
  expect(midRanks([])).toEqual([]);
});

describe('by hand', () => {
  // 5 things, 10 pairs. Second ranking swaps two neighbours twice: 8 agree, 2 don't.
  test('no ties', () => {
    const [one, other] = [
      [1, 2, 3, 4, 5],
      [2, 1, 3, 5, 4],
    ];
    expect(kendall(one, other)).toBeCloseTo(0.6, 15);
    // 1 - 6 Σd² / (n (n² - 1)) = 1 - 6·4 / 120
    expect(spearman(one, other)).toBeCloseTo(0.8, 15);
  });

  test('with ties', () => {
    // pairs of (1,1) (1,2) (2,2) (3,2): agree (0,2) (0,3), disagree none; apart 5 and 3 of 6
    const one = [1, 1, 2, 3];
    const other = [1, 2, 2, 2];
    expect(kendall(one, other)).toBeCloseTo(2 / Math.sqrt(5 * 3), 15);
    // ranks 1.5 1.5 3 4 and 1 3 3 3: less 2.5: Σab = 2, Σa² = 4.5, Σb² = 3
    expect(spearman(one, other)).toBeCloseTo(2 / Math.sqrt(4.5 * 3), 15);
  });

  test('a ranking in which all tie has no correlation', () => {
    expect(kendall([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(spearman([1, 2, 3], [7, 7, 7])).toBeNull();
    expect(kendall([], [])).toBeNull();
    expect(spearman([4], [2])).toBeNull();
  });
});

describe('identities on random rankings with ties', () => {
  const random = seededRandom(11);
  const draw = () => Array.from({ length: 23 }, () => Math.floor(random() * 9));
  const cases = Array.from({ length: 50 }, () => [draw(), draw()] as const);

  test.each([
    ['kendall', kendall],
    ['spearman', spearman],
  ] as const)('%s', (_, correlation) => {
    for (const [one, other] of cases) {
      const value = correlation(one, other)!;
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
      expect(correlation(other, one)).toBeCloseTo(value, 14);
      expect(correlation(one, one)).toBeCloseTo(1, 14);
      const reversed = other.map((rank) => -rank);
      expect(correlation(one, reversed)).toBeCloseTo(-value, 14);
      const stretched = one.map((rank) => Math.exp(rank));
      expect(correlation(stretched, other)).toBeCloseTo(value, 14);
    }
  });

  test('Spearman is Pearson of ranks found by counting', () => {
    const rank = (values: readonly number[], i: number): number => {
      const below = values.filter((value) => value < values[i]!).length;
      return below + (values.filter((value) => value === values[i]).length + 1) / 2;
    };
    for (const [one, other] of cases) {
      const [a, b] = [one.map((_, i) => rank(one, i)), other.map((_, i) => rank(other, i))];
      const mean = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / values.length;
      const [ma, mb] = [mean(a), mean(b)];
      const covariance = mean(a.map((v, i) => (v - ma) * (b[i]! - mb)));
      const deviation = (values: readonly number[], m: number) =>
        Math.sqrt(mean(values.map((v) => (v - m) ** 2)));
      const expected = covariance / (deviation(a, ma) * deviation(b, mb));
      expect(spearman(one, other)).toBeCloseTo(expected, 12);
    }
  });
});
