import { expect, test } from 'vitest';
import { randomFrom } from '../../../src/numerics/random/random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, randomFrom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(0)).not.toEqual(draw(1));
});

test('numbers are in [0, 1) and spread evenly, one after another too', () => {
  const random = randomFrom(42);
  const cells = new Array<number>(100).fill(0);
  const count = 200_000;
  let before = 0;
  let inRange = true;
  for (let draw = 0; draw < count; draw++) {
    const number = random();
    inRange &&= number >= 0 && number < 1;
    if (draw > 0) cells[10 * Math.floor(before * 10) + Math.floor(number * 10)]! += 1;
    before = number;
  }
  expect(inRange).toBe(true);
  // chi-squared with 99 degrees of freedom: 1 in 10,000 exceeds 157
  const each = (count - 1) / 100;
  const chi2 = cells.reduce((sum, found) => sum + (found - each) ** 2 / each, 0);
  expect(chi2).toBeLessThan(157);
  expect(chi2).toBeGreaterThan(55);
});
