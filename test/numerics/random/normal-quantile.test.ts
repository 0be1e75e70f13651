import { expect, test } from 'vitest';
import { normalCdf } from '../../../src/numerics/random/normal.ts';
import { normalAt } from '../../../src/numerics/random/normal-fast.ts';
import { normalQuantile } from '../../../src/numerics/random/normal-quantile.ts';

test('the fast distribution function is the exact one to 1e-14', () => {
  for (let z = -9; z <= 9; z += 0.0137) {
    expect(Math.abs(normalAt(z) - normalCdf(z)), `at ${z}`).toBeLessThan(1e-14);
  }
  expect([normalAt(0), normalAt(40), normalAt(-40)]).toEqual([0.5, 1, 0]);
});

test('quantiles are undone by the distribution function, to their own rounding', () => {
  for (let z = -8; z <= 6; z += 0.0131) {
    const p = normalCdf(z);
    // dz = dp / density: what one rounding of p, or of 1 - p, is worth in z
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const rounding = Math.max(p * 2e-15, z < -3.6 ? 0 : 5e-16) / density;
    expect(Math.abs(normalQuantile(p) - z), `at ${z}`).toBeLessThan(1e-14 + rounding);
  }
});

test('quantiles are symmetric, known at some points, infinite at the ends', () => {
  for (const p of [0.001, 0.03, 0.2, 0.4999]) {
    expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 12);
  }
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(1e-300)).toBeCloseTo(-37.0471, 4);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});
