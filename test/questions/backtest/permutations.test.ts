import { describe, expect, test } from 'vitest';
import { spearman } from '../../../src/numerics/rank-correlation/spearman.ts';
import {
  chanceOf,
  permutationsOf,
  permutedSpearman,
} from '../../../src/questions/backtest/permutations.ts';

/** All orders of a list, by another way than the product's. */
const orders = <Item>(items: readonly Item[]): Item[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, at) =>
        orders([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
      );

const pOf = (predicted: readonly number[], actual: readonly number[]): number => {
  const permutations = permutationsOf(actual.length, 1, 1);
  expect(permutations.exact).toBe(true);
  const permuted = permutedSpearman(predicted, actual, permutations)!;
  return chanceOf(spearman(predicted, actual)!, permuted, true);
};

describe('chance within an event', () => {
  test('three things by hand: rho is 1, ½, ½, -½, -½, -1 over the six orders', () => {
    expect(pOf([1, 2, 3], [10, 20, 70])).toBeCloseTo(1 / 6, 12);
    expect(pOf([1, 2, 3], [10, 70, 20])).toBeCloseTo(3 / 6, 12);
    expect(pOf([1, 2, 3], [70, 20, 10])).toBe(1);
  });

  test('every permutation once, up to seven things', () => {
    for (const size of [1, 2, 4, 6]) {
      const { rows } = permutationsOf(size, 1, 1);
      const texts = new Set(rows.map((row) => row.join()));
      expect(texts.size).toBe(orders(Array.from({ length: size })).length);
      for (const row of rows) expect([...row].sort()).toEqual([...Array(size).keys()]);
    }
  });

  test('p is the share of orders that do as well, ties and all', () => {
    const predicted = [0, 0, -3, -1, -7];
    const actual = [0.4, -2, -2, -1, -9];
    const observed = spearman(predicted, actual)!;
    const all = orders(actual).map((dealt) => spearman(predicted, dealt)!);
    const expected = all.filter((rho) => rho >= observed - 1e-9).length / all.length;
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(0.2);
    expect(pOf(predicted, actual)).toBeCloseTo(expected, 12);
  });

  test('drawn permutations come near the exact chance, and never say 0', () => {
    const predicted = [1, 2, 3, 4, 5, 6, 7, 8];
    const actual = [2, 1, 6, 3, 4, 9, 5, 7];
    const observed = spearman(predicted, actual)!;
    const all = orders(actual).map((dealt) => spearman(predicted, dealt)!);
    const exact = all.filter((rho) => rho >= observed - 1e-9).length / all.length;
    const drawn = permutationsOf(8, 20_000, 3);
    expect(drawn.exact).toBe(false);
    const p = chanceOf(observed, permutedSpearman(predicted, actual, drawn)!, false);
    expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt(exact / 20_000));
    const best = permutedSpearman(actual, actual, permutationsOf(8, 200, 3))!;
    expect(chanceOf(1, best, false)).toBeGreaterThanOrEqual(1 / 201);
  });

  test('the same seed deals the same, another seed otherwise', () => {
    const text = (seed: number) => permutationsOf(12, 5, seed).rows.map((row) => row.join());
    expect(text(4)).toEqual(text(4));
    expect(text(4)).not.toEqual(text(5));
  });

  test('a prediction that ranks nobody has no chance to speak of', () => {
    expect(permutedSpearman([0, 0, 0], [1, 2, 3], permutationsOf(3, 1, 1))).toBeNull();
  });
});
