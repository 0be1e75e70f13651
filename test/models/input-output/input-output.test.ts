import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { ghosh } from '../../../src/models/input-output/ghosh.ts';
import { leontief } from '../../../src/models/input-output/leontief.ts';
import { linearSolve } from '../../linear-solve.ts';
import { randomPairs, seededRandom } from '../../random.ts';
import {
  CURRENCIES,
  largestGap,
  scaled,
  scaledEntries,
  shuffle,
  type Triple,
} from '../reference.ts';

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

// firm 0 uses 20 of its own, sells 30 to firm 1 and 50 outside; firm 1 sells 40 to firm 0 and 160
// outside. Outputs 100 and 200, so wages are 40 and 170.
const flows: Triple[] = [
  [0, 0, 20],
  [0, 1, 30],
  [1, 0, 40],
];
const finalDemand = [50, 160];
const primaryInputs = [40, 170];

describe('quantities', () => {
  test('by hand: recipes 0.2, 0.15 and 0.4; ten more for firm 0', () => {
    const answer = leontief.solve({
      flows,
      finalDemand,
      demands: [
        [60, 160],
        [50, 160],
        [0, 0],
      ],
    });
    expect(answer.baseline).toEqual([100, 200]);
    // (I - A)^-1 = [[1, 0.15], [0.4, 0.8]] / 0.74
    expect(largestGap(answer.output[0]!, [100 + 10 / 0.74, 200 + 4 / 0.74])).toBeLessThan(1e-11);
    expect(largestGap(answer.output[1]!, [100, 200])).toBeLessThan(1e-11);
    expect(answer.output[2]).toEqual([0, 0]);
    expect(largestGap(answer.multipliers, [1.4 / 0.74, 0.95 / 0.74])).toBeLessThan(1e-14);
    expect(answer).toMatchObject({ converged: true });
    expect(answer.residual).toBeLessThan(1e-12);
  });

  test.each([
    ['flows that are not square', { flows: [[0, 1]] }, DataError],
    ['a negative flow', { flows: [[0, 1, -1]] }, ModelError],
    ['NaN', { finalDemand: [1, Number.NaN] }, DataError],
    ['negative demand', { finalDemand: [1, -1] }, ModelError],
    ['a scenario of too few firms', { demands: [[1]] }, DataError],
    ['a parameter', { parameters: { tolerance: 1 } }, ScenarioError],
    ['two firms that sell to each other alone', { finalDemand: [0, 0] }, ModelError],
  ])('refuses %s', (_, change, error) => {
    expect(() => leontief.solve({ flows, finalDemand, ...change } as never)).toThrow(error);
  });

  test('no firms; a firm that makes nothing', () => {
    expect(leontief.solve({ flows: [], finalDemand: [] }).multipliers).toEqual([]);
    const idle = leontief.solve({ flows: [], finalDemand: [0, 3] });
    expect(idle).toMatchObject({ output: [[0, 3]], multipliers: [1, 1] });
  });
});

describe('prices', () => {
  test('by hand: wages of firm 1 up by 17', () => {
    const answer = ghosh.solve({ flows, primaryInputs, costs: [[40, 187]] });
    expect(answer.baseline).toEqual([100, 200]);
    // shares 0.2, 0.3 of firm 0 and 0.2 of firm 1; (I - B)^-1 = [[1, 0.3], [0.2, 0.8]] / 0.74
    expect(largestGap(answer.values[0]!, [100 + 3.4 / 0.74, 200 + 13.6 / 0.74])).toBeLessThan(
      1e-11,
    );
    expect(largestGap(answer.prices[0]!, [1 + 0.034 / 0.74, 1 + 0.068 / 0.74])).toBeLessThan(1e-14);
    expect(largestGap(answer.multipliers, [1.3 / 0.74, 1 / 0.74])).toBeLessThan(1e-14);
  });

  test.each([
    ['a ragged table', { flows: { dense: [[1, 2], [3]] } }, DataError],
    ['negative wages', { primaryInputs: [1, -1] }, ModelError],
    ['sales of more than all inputs', { primaryInputs: [0, 0], flows: [[0, 1, 3]] }, ModelError],
    ['a scenario of too many firms', { costs: [[1, 1, 1]] }, DataError],
    ['a parameter', { parameters: { tolerance: 1 } }, ScenarioError],
  ])('refuses %s', (_, change, error) => {
    expect(() => ghosh.solve({ flows, primaryInputs, ...change } as never)).toThrow(error);
  });

  test('refuses two firms that buy from each other alone', () => {
    const closed = {
      flows: [
        [0, 1, 3],
        [1, 0, 3],
      ] as Triple[],
      primaryInputs: [0, 0],
    };
    expect(() => ghosh.solve(closed)).toThrow(/spectral radius/);
  });
});

test('fields that the schemas do not know', () => {
  expect(z.safeParse(leontief.problemSchema, { flows, finalDemand }).success).toBe(true);
  expect(z.safeParse(leontief.problemSchema, { flows, primaryInputs }).success).toBe(false);
  expect(z.safeParse(ghosh.problemSchema, { flows, primaryInputs }).success).toBe(true);
  expect(z.safeParse(ghosh.problemSchema, { flows, primaryInputs, demands: [] }).success).toBe(
    false,
  );
});

test('random tables: direct solve, dual prices, any order and currency', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 9 }), (seed, size) => {
      const random = seededRandom(seed);
      const table = [
        ...randomPairs(size, 0.4, random).map(([i, j]): Triple => [i, j, 10 ** (2 * random())]),
        ...Array.from({ length: size }, (_, i): Triple => [i, i, 10 * random()]),
      ];
      const sum = (at: 0 | 1, i: number) =>
        table.filter((entry) => entry[at] === i).reduce((total, [, , amount]) => total + amount, 0);
      const outside = Array.from({ length: size }, () => 0.5 + 50 * random());
      // both sides of the table balance: output is what is sold and what is paid
      const output = outside.map((more, i) => Math.max(sum(0, i), sum(1, i)) + more);
      const demand = output.map((x, i) => x - sum(0, i));
      const wages = output.map((x, i) => x - sum(1, i));
      const newDemand = demand.map((f) => f * 2 * random());
      const newWages = wages.map((v) => v * 2 * random());
      const cell = (i: number, j: number) =>
        table.reduce((total, [r, c, amount]) => total + (r === i && c === j ? amount : 0), 0);
      const without = (of: (i: number, j: number) => number) =>
        output.map((_, i) => output.map((__, j) => (i === j ? 1 : 0) - of(i, j)));
      const quantities = linearSolve(
        without((i, j) => cell(i, j) / output[j]!),
        newDemand,
      );
      // Leontief's price model: p = A' p + wages per unit
      const prices = linearSolve(
        without((i, j) => cell(j, i) / output[i]!),
        newWages.map((v, i) => v / output[i]!),
      );
      const { list, back, entries } = shuffle(size, seed);
      for (const unit of CURRENCIES) {
        const dressed = (values: readonly number[]) => list(scaled(values, unit));
        const moved = { entries: entries(scaledEntries(table, unit)) };
        const x = leontief.solve({
          flows: moved,
          finalDemand: dressed(demand),
          demands: [dressed(newDemand)],
        });
        const p = ghosh.solve({
          flows: moved,
          primaryInputs: dressed(wages),
          costs: [dressed(newWages)],
        });
        const most = Math.max(...quantities);
        expect(largestGap(back(x.output[0]!), scaled(quantities, unit), unit * most)).toBeLessThan(
          1e-11,
        );
        expect(largestGap(back(p.prices[0]!), prices)).toBeLessThan(1e-11);
      }
    }),
    { numRuns: 60 },
  );
});
