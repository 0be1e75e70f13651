import { expect, test } from 'vitest';
import { exponential, logarithm, powerOf } from '../../../src/numerics/random/portable.ts';

/** Distance in units of the last place of what is expected. */
const ulps = (found: number, expected: number): number =>
  Math.abs(found - expected) / (Math.abs(expected) * 2 ** -52 || Number.MIN_VALUE);

test('the exponential is that of the engine to a few units of the last place', () => {
  for (let x = -700; x < 700; x += 0.7213)
    expect(ulps(exponential(x), Math.exp(x)), `${x}`).toBeLessThan(4);
  for (let x = -2; x < 2; x += 0.00317)
    expect(ulps(exponential(x), Math.exp(x)), `${x}`).toBeLessThan(4);
  expect(exponential(-730)).toBeCloseTo(Math.exp(-730), 320);
  expect([0, 1000, -1000, Infinity, -Infinity].map(exponential)).toEqual([
    1,
    Infinity,
    0,
    Infinity,
    0,
  ]);
  expect(exponential(Number.NaN)).toBeNaN();
});

test('the logarithm is that of the engine to a few units of the last place', () => {
  for (let x = 1e-300; x < 1e300; x *= 1.37)
    expect(ulps(logarithm(x), Math.log(x)), `${x}`).toBeLessThan(4);
  for (let x = 0.5; x < 2; x += 0.00117)
    expect(Math.abs(logarithm(x) - Math.log(x)), `${x}`).toBeLessThan(3e-16);
  expect(logarithm(5e-324)).toBeCloseTo(Math.log(5e-324), 12);
  expect([0, 1, Infinity].map(logarithm)).toEqual([-Infinity, 0, Infinity]);
  expect(logarithm(-1)).toBeNaN();
});

test('powers are those of the engine, near enough for any base up to 1', () => {
  for (let base = 1e-12; base <= 1; base += 0.00731) {
    for (const exponent of [0.1, 0.5, 1.3, 2, 3]) {
      expect(Math.abs(powerOf(base, exponent) - base ** exponent)).toBeLessThan(4e-16);
    }
  }
  expect([powerOf(0, 2), powerOf(0, 0), powerOf(1, 7), powerOf(0, -1)]).toEqual([
    0,
    1,
    1,
    Infinity,
  ]);
});

test('the bits are fixed: what a known engine computed stands here', () => {
  expect([exponential(0.1), exponential(-7.3), logarithm(0.3), powerOf(0.37, 1.7)]).toEqual([
    1.1051709180756477, 0.0006755387751938444, -1.2039728043259361, 0.1844772988224424,
  ]);
});
