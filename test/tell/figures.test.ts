import { expect, test } from 'vitest';
import { count, dollars, firstOf, inBillions, inPercent, percent } from '../../src/tell/figures.ts';

test.each([
  [1_234_567_000_000, '1,234.57'],
  [4_000_000, '0.00'],
  [-4_000_000, '0.00'],
  [-27e9, '-27.00'],
  [0, '0.00'],
])('%d dollars in billions: %s', (usd, text) => {
  expect(inBillions(usd)).toBe(text);
});

test.each([
  [1.2345e12, '$1.23tn'],
  [999.96e9, '$1.00tn'],
  [999.94e9, '$999.9bn'],
  [1e9, '$1.0bn'],
  [449.2e6, '$449m'],
  [99.96e6, '$100m'],
  [4.25e6, '$4.3m'],
  [0, '$0m'],
  [-5e9, '-$5.0bn'],
])('%d dollars in a sentence: %s', (usd, text) => {
  expect(dollars(usd)).toBe(text);
});

test('shares, counts and first entries', () => {
  expect([inPercent(0.27449), percent(0.375), percent(0.5)]).toEqual(['27.4', '37.5%', '50%']);
  expect([count(1, 'firm'), count(0, 'firm')]).toEqual(['1 firm', '0 firms']);
  expect([firstOf([1, 2, 3], 2), firstOf([1, 2, 3], 0)]).toEqual([
    [1, 2],
    [1, 2, 3],
  ]);
});
