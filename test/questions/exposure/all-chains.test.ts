import { expect, test } from 'vitest';
import { ModelError } from '../../../src/base/errors.ts';
import { type Entry, toCsr, type WeightedGraph } from '../../../src/measures/dollar-graph.ts';
import { allChains } from '../../../src/questions/exposure/all-chains.ts';
import { randomPairs, seededRandom } from '../../random.ts';
import { chainsTo } from './dense.ts';

const dense = ({ size, start, column, weight }: WeightedGraph): number[][] =>
  Array.from({ length: size }, (_, i) => {
    const row = new Array<number>(size).fill(0);
    for (let at = start[i]!; at < start[i + 1]!; at++) row[column[at]!] = weight[at]!;
    return row;
  });

test('a chain of three: share times share times dollars', () => {
  const direct = toCsr(3, [
    [0, 1, 40],
    [1, 2, 30],
  ]);
  const passed = toCsr(3, [
    [0, 1, 0.4],
    [1, 2, 0.3],
  ]);
  expect([...allChains(direct, passed, 'test')]).toEqual([0, 40, 12, 0, 0, 30, 0, 0, 0]);
});

test('a ring: chains end with their first visit to the end, and echo elsewhere', () => {
  // 0 loses 10 directly with 1, and half of the 20 that 2 loses; what 1 has in 0 is not asked again
  const direct = toCsr(3, [
    [0, 1, 10],
    [1, 0, 70],
    [0, 2, 6],
    [2, 1, 20],
  ]);
  const passed = toCsr(3, [
    [0, 1, 0.25],
    [1, 0, 0.9],
    [0, 2, 0.5],
    [2, 1, 0.1],
  ]);
  const total = allChains(direct, passed, 'test');
  expect(total[0 * 3 + 1]).toBeCloseTo(10 + 0.5 * 20, 12);
  // of the loss with 2, 0 and 1 pass some back and forth: x = 0.9 (6 + 0.25 x)
  expect(total[1 * 3 + 2]).toBeCloseTo((0.9 * 6) / (1 - 0.9 * 0.25), 12);
});

test.each([1, 2, 3, 4, 5, 6])('agrees with chains followed step by step, web %i', (seed) => {
  const random = seededRandom(seed);
  const size = 3 + Math.floor(random() * 9);
  const pairs = randomPairs(size, 0.4, random);
  const direct = toCsr(
    size,
    pairs.map(([row, column]): Entry => [row, column, 1 + 99 * random()]),
  );
  // columns and rows of any size: one column adds up to more than 1, no ring does
  const passed = toCsr(
    size,
    pairs.map(([row, column]): Entry => [row, column, (0.9 * random() * 2) / size]),
  );
  const total = allChains(direct, passed, 'test');
  for (let end = 0; end < size; end++) {
    chainsTo(dense(direct), dense(passed), end).forEach((usd, i) => {
      expect(Math.abs(total[i * size + end]! - usd)).toBeLessThanOrEqual(1e-10 * (1 + usd));
    });
  }
});

test('chains that multiply have no total, and the error says by how much', () => {
  const ring = toCsr(2, [
    [0, 1, 2],
    [1, 0, 1.5],
  ]);
  expect(() => allChains(ring, ring, 'test')).toThrow(ModelError);
  expect(() => allChains(ring, ring, 'test')).toThrow(
    /test: found chains that come back 1\.73 times as large, expected a spectral radius below 1/,
  );
});

test('more firms than a full matrix can hold are refused', () => {
  const many = toCsr(3001, []);
  expect(() => allChains(many, many, 'test')).toThrow(/found 3001 firms, expected at most 3000/);
});
