import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luFactor, luSolve, luSolveTransposed } from '../../../src/numerics/linear/lu.ts';
import { seededRandom } from '../../random.ts';

const flat = (rows: readonly (readonly number[])[]) => Float64Array.from(rows.flat());

test('two unknowns by hand, with a pivot that must move', () => {
  // 2y = 4, 3x + y = 11: y = 2, x = 3
  const lu = luFactor(
    flat([
      [0, 2],
      [3, 1],
    ]),
    2,
  )!;
  expect([...luSolve(lu, Float64Array.of(4, 11))]).toEqual([3, 2]);
  // transposed: 3y = 6, 2x + y = 8: y = 2, x = 3
  expect([...luSolveTransposed(lu, Float64Array.of(6, 8))]).toEqual([3, 2]);
});

test('a singular matrix has no factors, at any scale', () => {
  for (const scale of [1e-200, 1, 1e200]) {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    expect(luFactor(flat(rows.map((row) => row.map((x) => x * scale))), 3)).toBeUndefined();
  }
  expect(luFactor(Float64Array.of(0), 1)).toBeUndefined();
  expect(luFactor(Float64Array.of(Number.NaN), 1)).toBeUndefined();
});

test('nothing to solve', () => {
  expect(luSolve(luFactor(new Float64Array(0), 0)!, new Float64Array(0))).toHaveLength(0);
});

describe('random systems', () => {
  test('A x gives b back, and so does the transposed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const random = seededRandom(seed);
        const size = 1 + Math.floor(random() * 12);
        const a = Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (_, j) => random() - 0.5 + (i === j ? size : 0)),
        ).sort(() => random() - 0.5);
        const x = Float64Array.from({ length: size }, () => 10 * random());
        const times = a.map((row) => row.reduce((sum, entry, j) => sum + entry * x[j]!, 0));
        const transposed = a.map((_, j) => a.reduce((sum, row, i) => sum + row[j]! * x[i]!, 0));
        const lu = luFactor(flat(a), size)!;
        const found = luSolve(lu, Float64Array.from(times));
        const other = luSolveTransposed(lu, Float64Array.from(transposed));
        for (let i = 0; i < size; i++) {
          expect(Math.abs(found[i]! - x[i]!)).toBeLessThan(1e-11);
          expect(Math.abs(other[i]! - x[i]!)).toBeLessThan(1e-11);
        }
      }),
    );
  });
});
