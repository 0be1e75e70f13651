import { describe, expect, test } from 'vitest';
import { differenceOf, overallOf } from '../../../src/questions/backtest/overall.ts';
import { permutationsOf, permutedSpearman } from '../../../src/questions/backtest/permutations.ts';
import { score } from '../../../src/questions/backtest/score.ts';
import type { Scored } from '../../../src/questions/backtest/scoring.ts';

const draws = { permutations: 2000, seed: 9 };

const scoredOf = (
  event: string,
  predicted: readonly number[],
  actual: readonly number[],
): Scored => ({
  predictor: 'one',
  event,
  set: 'others',
  target: 'excess',
  ...score(predicted, actual),
  pValue: null,
  permuted: permutedSpearman(predicted, actual, permutationsOf(actual.length, 1, 1)),
});

describe('scores of one event', () => {
  test('by hand, with ties and firms that nothing is said of', () => {
    const one = score([-3, 0, 0, -1], [-5, 2, -1, -2]);
    // Ranks 1, 3½, 3½, 2 against 1, 4, 3, 2: Σab = 4.5 and Σaa = 4.5 around the mean 2½, Σbb = 5.
    expect(one.spearman).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
    // Five pairs differ in both and agree, one ties in the prediction.
    expect(one.kendall).toBeCloseTo(5 / Math.sqrt(5 * 6), 12);
    expect([one.calls, one.hits, one.firms]).toEqual([2, 2, 4]);
  });

  test('a sign is right or wrong; a move of exactly 0 is a miss', () => {
    const { calls, hits } = score([1, -1, 1, -1, 0], [2, 3, 0, -4, 5]);
    expect([calls, hits]).toEqual([4, 2]);
  });

  test('no move: no correlation, no call', () => {
    expect(score([0, 0, 0], [1, 2, 3])).toEqual({
      firms: 3,
      spearman: null,
      kendall: null,
      calls: 0,
      hits: 0,
    });
  });
});

describe('means over events', () => {
  const up = scoredOf('a', [1, 2, 3], [1, 2, 3]);
  const down = scoredOf('b', [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]);
  const silent = scoredOf('c', [0, 0, 0, 0], [1, 2, 3, 4]);

  test('weigh each by its firms less one; silence counts as 0', () => {
    const all = overallOf([up, down, silent], draws);
    expect(all.spearman).toBeCloseTo((2 * 1 + 4 * -1 + 3 * 0) / 9, 12);
    expect([all.events, all.silent]).toEqual([3, 1]);
    expect(overallOf([silent, silent], draws).spearman).toBeNull();
  });

  test('the chance of a mean is that of its events dealt out together', () => {
    const two = overallOf([up, { ...up, event: 'd' }], draws);
    // Both events perfect: (1/6)².
    expect(two.pValue!).toBeGreaterThan(0.018);
    expect(two.pValue!).toBeLessThan(0.038);
    expect(two.interval).toBeNull();
  });

  test('intervals hold the mean, and stay the same for the same seed', () => {
    const events = [up, down, silent, scoredOf('e', [1, 2, 3, 4], [1, 3, 2, 4])];
    const one = overallOf(events, draws);
    expect(one.interval![0]).toBeLessThan(one.spearman!);
    expect(one.interval![1]).toBeGreaterThan(one.spearman!);
    expect(overallOf(events, draws)).toEqual(one);
    expect(overallOf(events, { ...draws, seed: 10 }).pValue).not.toBe(one.pValue);
  });

  test('a difference is one mean less the other, and nothing against itself', () => {
    const gap = differenceOf(
      [up, silent],
      [silent, up].map((one, at) => ({ ...one, firms: [3, 4][at]! })),
      draws,
    );
    expect(gap.spearman).toBeCloseTo(2 / 5 - 3 / 5, 12);
    expect(differenceOf([up, down], [up, down], draws)).toEqual({ spearman: 0, interval: [0, 0] });
  });
});
