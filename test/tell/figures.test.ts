import { expect, test } from 'vitest';
import { count, firstOf, inPercent, percent } from '../../src/tell/figures.ts';

test('shares, counts and first entries', () => {
  expect([inPercent(0.27449), percent(0.375), percent(0.5)]).toEqual(['27.4', '37.5%', '50%']);
  expect([count(1, 'firm'), count(0, 'firm')]).toEqual(['1 firm', '0 firms']);
  expect([firstOf([1, 2, 3], 2), firstOf([1, 2, 3], 0)]).toEqual([
    [1, 2],
    [1, 2, 3],
  ]);
});
