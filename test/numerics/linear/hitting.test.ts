import { expect, test } from 'vitest';
import { hittingProbabilities } from '../../../src/numerics/linear/hitting.ts';
import { compressRows } from '../../../src/numerics/sparse/csr.ts';
import { strongComponents } from '../../../src/numerics/sparse/strong-components.ts';
import { randomPairs, seededRandom } from '../../random.ts';

type Entry = readonly [number, number, number];

const csr = (entries: readonly Entry[], size: number) =>
  compressRows(
    Int32Array.from(entries, ([i]) => i),
    Int32Array.from(entries, ([, j]) => j),
    Float64Array.from(entries, ([, , weight]) => weight),
    size,
  );

test('by hand: a leak, a way into a closed pair, and the pair', () => {
  // 0 goes to 1 or ends; 1 goes back to 0, or into the pair 2, 3 that nothing leaves
  const p = csr(
    [
      [0, 1, 0.5],
      [1, 0, 0.4],
      [1, 2, 0.6],
      [2, 3, 1],
      [3, 2, 1],
    ],
    4,
  );
  const hits = hittingProbabilities(p, 4)!;
  const close = (target: number, wanted: readonly number[]) => {
    hits(target).forEach((chance, i) => {
      expect(chance).toBeCloseTo(wanted[i]!, 14);
    });
  };
  close(0, [1, 0.4, 0, 0]);
  close(1, [0.5, 1, 0, 0]);
  // 1 comes in with x = 0.6 + 0.4 (0.5 x)
  close(2, [0.375, 0.75, 1, 1]);
  close(3, [0.375, 0.75, 1, 1]);
});

test('two closed classes do not come to each other', () => {
  const p = csr(
    [
      [0, 1, 0.3],
      [0, 3, 0.7],
      [1, 2, 1],
      [2, 1, 1],
      [3, 4, 1],
      [4, 3, 1],
    ],
    5,
  );
  const hits = hittingProbabilities(p, 5)!;
  expect([...hits(2)]).toEqual([0.3, 1, 1, 0, 0]);
  expect([...hits(4)]).toEqual([0.7, 0, 0, 1, 1]);
});

const reaches = (pairs: readonly (readonly [number, number])[], size: number) => {
  const reach = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => i === j),
  );
  for (const [i, j] of pairs) reach[i]![j] = true;
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) reach[i]![j] ||= reach[i]![k]! && reach[k]![j]!;
    }
  }
  return reach;
};

test('strong components are the pairs that reach each other, numbered against the ties', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const size = 2 + (seed % 9);
    const pairs = randomPairs(size, 0.2, seededRandom(seed));
    const { start, column } = csr(
      pairs.map(([i, j]): Entry => [i, j, 1]),
      size,
    );
    const component = strongComponents({ start, column });
    const reach = reaches(pairs, size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        expect(component[i] === component[j]).toBe(reach[i]![j]! && reach[j]![i]!);
      }
    }
    for (const [i, j] of pairs) expect(component[j]!).toBeLessThanOrEqual(component[i]!);
  }
});

test('long chains do not exhaust the stack', () => {
  const size = 200_000;
  const pairs = Array.from({ length: size - 1 }, (_, i): Entry => [i, i + 1, 1]);
  const component = strongComponents(csr(pairs, size));
  expect(component[0]).toBe(size - 1);
});
