import { expect, test } from 'vitest';
import { expectedVisits } from '../../../src/numerics/linear/expected-visits.ts';
import { compressRows } from '../../../src/numerics/sparse/csr.ts';
import { identityLess, linearSolve, zeros } from '../../linear-solve.ts';
import { randomPairs, seededRandom } from '../../random.ts';

type Entry = readonly [number, number, number];

const csr = (entries: readonly Entry[], size: number) =>
  compressRows(
    Int32Array.from(entries, ([i]) => i),
    Int32Array.from(entries, ([, j]) => j),
    Float64Array.from(entries, ([, , weight]) => weight),
    size,
  );

test('by hand: a loop of 1/2 and 1/4 comes round 8/7 times', () => {
  const visits = expectedVisits(
    csr(
      [
        [0, 1, 0.5],
        [1, 0, 0.25],
      ],
      2,
    ),
    2,
  )!;
  [8 / 7, 4 / 7, 2 / 7, 8 / 7].forEach((wanted, at) => {
    expect(visits[at]).toBeCloseTo(wanted, 15);
  });
});

test.each([0, 1, 3, 4, 7, 8, 13, 30])('the inverse of I - P for %i rows', (size) => {
  const random = seededRandom(size + 1);
  const pairs = randomPairs(size, 0.4, random);
  const entries = pairs.map(([i, j]): Entry => [i, j, random() / (0.4 * size + 1)]);
  const dense = zeros(size);
  for (const [i, j, weight] of entries) dense[i]![j]! += weight;
  const visits = expectedVisits(csr(entries, size), size)!;
  for (let j = 0; j < size; j++) {
    const wanted = linearSolve(
      identityLess(dense),
      dense.map((_, i) => (i === j ? 1 : 0)),
    );
    wanted.forEach((value, i) => {
      expect(visits[i * size + j]!).toBeCloseTo(value, 12);
    });
  }
});

test('nothing where the echoes never end, at 1 and above', () => {
  const loop = (weight: number) =>
    csr(
      [
        [0, 1, weight],
        [1, 2, 1],
        [2, 0, 1],
      ],
      3,
    );
  expect(expectedVisits(loop(1), 3)).toBeUndefined();
  expect(expectedVisits(loop(1.5), 3)).toBeUndefined();
  expect(expectedVisits(loop(0.999), 3)![0]).toBeCloseTo(1000, 8);
});
