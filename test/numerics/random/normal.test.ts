import { expect, test } from 'vitest';
import { normalCdf } from '../../../src/numerics/random/normal.ts';

// NIST DLMF and tables of the normal distribution to 16 digits
test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1, 0.15865525393145705],
  [2, 0.9772498680518208],
  [-3, 0.0013498980316300946],
  [3.6, 0.9998408914098424],
  [-6, 9.865876450376981e-10],
])('of %s', (z, expected) => {
  expect(Math.abs(normalCdf(z) - expected)).toBeLessThan(1e-15);
});

test('far out and at infinity', () => {
  expect(normalCdf(-10) / 7.619853024160527e-24).toBeCloseTo(1, 12);
  expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  expect(normalCdf(40)).toBe(1);
});

test('mirrored, rising and smooth across the change of method', () => {
  const edge = 2.5 * Math.SQRT2;
  for (const z of [0.1, 0.7, 1.9, edge - 1e-9, edge + 1e-9, 5]) {
    expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThan(1e-15);
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const slope = (normalCdf(z + 1e-5) - normalCdf(z - 1e-5)) / 2e-5;
    expect(Math.abs(slope - density)).toBeLessThan(1e-9);
  }
});
