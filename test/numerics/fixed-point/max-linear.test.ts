import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestChoicesOf } from '../../../src/numerics/fixed-point/best-choices.ts';
import { climbToLeast } from '../../../src/numerics/fixed-point/least-fixed-point.ts';
import {
  type FormEntry,
  maxLinear,
  maxLinearMap,
} from '../../../src/numerics/fixed-point/max-linear.ts';
import { reachedRows, sureRowsOf } from '../../../src/numerics/fixed-point/sure-rows.ts';
import { seededRandom } from '../../random.ts';

const entry = (row: number, group: number, column: number, weight: number): FormEntry => ({
  row,
  group,
  column,
  weight,
});
const floorOf = (...shares: number[]) => Float64Array.from(shares);
const options = { tolerance: 1e-11, maxSweeps: 200_000, leaps: false };

describe('by hand', () => {
  // row 1 follows 0 alone (1) or half of 2; row 2 a part of 1; rows 3 and 4 wait for each other,
  // and 3 also hears a tenth of 0
  const entries = [
    entry(1, 0, 0, 0.5),
    entry(1, 1, 2, 0.9),
    entry(2, 0, 1, 0.8),
    entry(2, 0, 0, 0.1),
    entry(3, 0, 4, 1),
    entry(3, 1, 0, 0.1),
    entry(4, 0, 3, 1),
  ];
  const form = maxLinear(5, entries);

  test('the larger group counts; rows that wait for each other do not raise themselves', () => {
    const found = bestChoicesOf(form)(floorOf(1, 0, 0, 0, 0))!;
    // 1: max(0.5, 0.9 x2), 2: 0.1 + 0.8 x1: 0.5 and 0.5
    const wanted = [1, 0.5, 0.5, 0.1, 0.1];
    wanted.forEach((share, row) => {
      expect(found.state[row]).toBeCloseTo(share, 14);
    });
    expect(found.errorBound).toBeLessThan(1e-11);
    const state = floorOf(1, 0, 0, 0, 0);
    const climb = climbToLeast(maxLinearMap(form, state.slice()), state, options);
    expect(climb.errorBound).toBeLessThan(1e-11);
    wanted.forEach((share, row) => {
      expect(state[row]).toBeCloseTo(share, 10);
    });
  });

  test('a floor of its own', () => {
    const { state } = bestChoicesOf(form)(floorOf(0, 0, 0.7, 0, 0.2))!;
    [0, 0.63, 0.7, 0.2, 0.2].forEach((share, row) => {
      expect(state[row]).toBeCloseTo(share, 14);
    });
  });

  test('nothing shocked, nothing lost; no rows at all', () => {
    expect([...bestChoicesOf(form)(floorOf(0, 0, 0, 0, 0))!.state]).toEqual([0, 0, 0, 0, 0]);
    expect([...bestChoicesOf(maxLinear(0, []))(floorOf())!.state]).toEqual([]);
  });

  test('sure rows: all that a whole group leads to rows with a floor of 1', () => {
    const whole = maxLinear(4, [
      entry(1, 0, 0, 0.01),
      entry(1, 0, 2, 0.99),
      entry(2, 0, 1, 1),
      entry(3, 0, 2, 0.5),
      entry(3, 1, 3, 1),
    ]);
    const floor = floorOf(1, 0, 0, 0);
    const sure = sureRowsOf(whole)(floor, reachedRows(whole, floor));
    expect([...sure]).toEqual([1, 1, 1, 0]);
    expect([...bestChoicesOf(whole)(floor)!.state]).toEqual([1, 1, 1, 0.5]);
  });
});

/** Groups of weights that sum to 1 or less: many rows that wait for each other, many ties. */
const randomForm = (size: number, seed: number) => {
  const random = seededRandom(seed);
  const entries: FormEntry[] = [];
  for (let row = 0; row < size; row++) {
    for (let group = 0; group < Math.floor(3 * random()); group++) {
      const columns = Array.from({ length: 1 + Math.floor(2 * random()) }, () =>
        Math.floor(size * random()),
      );
      const whole = random() < 0.5 ? 1 : random();
      const others = columns.filter((column) => column !== row);
      for (const column of others) entries.push(entry(row, group, column, whole / others.length));
    }
  }
  const floor = Float64Array.from({ length: size }, (_, row) =>
    row === 0 ? 1 : random() < 0.1 ? random() : 0,
  );
  return { form: maxLinear(size, entries), floor };
};

test('choices end where many plain passes do', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      fc.integer({ min: 1, max: 14 }),
      (seed, size) => {
        const { form, floor } = randomForm(size, seed);
        const found = bestChoicesOf(form)(floor)!;
        const map = maxLinearMap(form, floor);
        const passes = floor.slice();
        const image = new Float64Array(size);
        for (let pass = 0; pass < 4000; pass++) {
          map.imageOf(passes, image);
          passes.set(image);
        }
        expect(found.errorBound).toBeLessThan(1e-9);
        map.imageOf(found.state, image);
        for (let row = 0; row < size; row++) {
          expect(Math.abs(found.state[row]! - passes[row]!)).toBeLessThan(1e-6);
          expect(found.state[row]!).toBeGreaterThan(passes[row]! - 1e-12);
          expect(Math.abs(image[row]! - found.state[row]!)).toBeLessThan(1e-13);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a climb shows its error bound where steps are short, and says when it was cut off', () => {
  // row 1 and 2 pass on 99.9 % to each other: steps fade by 0.2 % a round
  const slow = maxLinear(3, [entry(1, 0, 2, 0.999), entry(1, 0, 0, 0.0005), entry(2, 0, 1, 0.999)]);
  const floor = floorOf(1, 0, 0);
  const state = floor.slice();
  const climb = climbToLeast(maxLinearMap(slow, floor), state, { ...options, tolerance: 1e-9 });
  const limit = 0.0005 / (1 - 0.999 ** 2);
  expect(climb.errorBound).toBeLessThan(1e-9);
  expect(limit - state[1]!).toBeGreaterThanOrEqual(-1e-14);
  expect(limit - state[1]!).toBeLessThanOrEqual(climb.errorBound!);
  const short = climbToLeast(maxLinearMap(slow, floor), floor.slice(), {
    ...options,
    maxSweeps: 20,
  });
  expect(short.errorBound).toBeNull();
  expect(short.residual).toBeGreaterThan(0);
});
