import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { eisenbergNoe } from '../../../src/models/clearing/eisenberg-noe.ts';
import { CURRENCIES, largestGap, scaled, scaledEntries, shuffle } from '../reference.ts';
import { clearByRounds, clearingCases, randomClearing } from './clearing-cases.ts';

const { solve } = eisenbergNoe;
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('refuses', () => {
  const problem = { liabilities: [[0, 1, 2]], externalAssets: [1, 1] };

  test.each([
    ['a matrix that is not square', { liabilities: [[0, 1]] }, DataError],
    ['a ragged matrix', { liabilities: [[0, 1], [1]] }, DataError],
    ['a negative liability', { liabilities: [[0, 1, -2]] }, ModelError],
    ['a liability to itself', { liabilities: [[1, 1, 2]] }, ModelError],
    ['a firm that is not there', { liabilities: [[0, 2, 2]] }, DataError],
    ['NaN', { externalAssets: [Number.NaN, 1] }, DataError],
    ['negative assets', { externalAssets: [-1, 1] }, ModelError],
    ['too few external liabilities', { externalLiabilities: [1] }, DataError],
    ['a parameter of another model', { parameters: { ownRecovery: 0.5 } }, ScenarioError],
    ['an unknown seniority', { parameters: { externalSeniority: 'first' } }, ScenarioError],
  ])('%s', (_, change, error) => {
    expect(() => solve({ ...problem, ...change } as never)).toThrow(error);
  });

  test('fields that the schema does not know', () => {
    expect(z.safeParse(eisenbergNoe.problemSchema, problem).success).toBe(true);
    expect(z.safeParse(eisenbergNoe.problemSchema, { ...problem, debts: [] }).success).toBe(false);
  });
});

describe('by hand', () => {
  // firm 0 has 6 and owes 8 to firm 1 and 4 outside; firm 1 has 1, owes 9 outside
  const problem = { liabilities: [[0, 1, 8]], externalAssets: [6, 1], externalLiabilities: [4, 9] };

  test('pari passu: 6 of 12, so 4 of 8 to firm 1, which then pays 5 of 9', () => {
    const answer = solve(problem);
    expect(answer.payments).toEqual([6, 5]);
    expect(answer.paymentsToFirms).toEqual([4, 0]);
    expect(answer.paymentsOutside).toEqual([2, 5]);
    expect(answer.equity).toEqual([-6, -4]);
    expect(answer.defaulted).toEqual([true, true]);
    expect(answer).toMatchObject({ converged: true, residual: 0 });
  });

  test('senior: 4 outside first, 2 left for firm 1, which then pays 3 of 9', () => {
    const answer = solve({ ...problem, parameters: { externalSeniority: 'senior' } });
    expect(answer.payments).toEqual([6, 3]);
    expect(answer.paymentsToFirms).toEqual([2, 0]);
    expect(answer.paymentsOutside).toEqual([4, 3]);
    expect(answer.equity).toEqual([-6, -6]);
  });

  test('senior debt drains a ring to nothing: every turn loses 0.001 until nobody pays', () => {
    // x = max(0, x' - 0.001) round a ring of two: only 0 is left, after 10,000 plain rounds each
    const ring = {
      liabilities: [
        [0, 1, 10],
        [1, 0, 10],
      ],
      externalAssets: [1, 1],
      externalLiabilities: [1.001, 1.001],
      parameters: { externalSeniority: 'senior' },
    };
    const answer = solve(ring);
    expect(answer.paymentsToFirms).toEqual([0, 0]);
    expect(answer.paymentsOutside).toEqual([1, 1]);
    expect(answer.converged).toBe(true);
    expect(answer.iterations).toBeLessThan(50);
  });
});

describe('edges', () => {
  test('no firms, no debts, a firm that owes and has nothing', () => {
    const none = solve({ liabilities: [], externalAssets: [] });
    expect(none).toMatchObject({ payments: [], defaulted: [], converged: true, residual: 0 });
    expect(solve({ liabilities: [], externalAssets: [3, 0] })).toMatchObject({
      payments: [0, 0],
      equity: [3, 0],
      defaulted: [false, false],
    });
    expect(solve({ liabilities: [[0, 1, 5]], externalAssets: [0, 1] })).toMatchObject({
      payments: [0, 0],
      equity: [-5, 1],
      defaulted: [true, false],
    });
  });

  test('a ring without money outside: all pay or nobody does, and both clear', () => {
    const ring = {
      liabilities: [
        [0, 1, 0.1],
        [1, 2, 0.1],
        [2, 0, 0.1],
      ],
      externalAssets: [0, 0, 0],
    };
    expect(solve(ring)).toMatchObject({
      payments: [0.1, 0.1, 0.1],
      defaulted: [false, false, false],
    });
    expect(solve({ ...ring, parameters: { clearing: 'least' } })).toMatchObject({
      payments: [0, 0, 0],
      defaulted: [true, true, true],
    });
  });

  test('a tie counts as solvent in any currency', () => {
    for (const unit of [...CURRENCIES, 0.1]) {
      const answer = solve({
        liabilities: [[0, 1, 0.3 * unit]],
        externalAssets: [(0.1 + 0.2) * unit, 0],
      });
      expect(answer.defaulted).toEqual([false, false]);
    }
  });

  test('nearly all that is paid comes back: 0.9999 of every payment, by hand', () => {
    // symmetric: p = 0.001 + 0.9999 p, so p = 10 of the 20 that each owes
    const answer = solve({
      liabilities: [
        [0, 1, 20 * 0.9999],
        [1, 0, 20 * 0.9999],
      ],
      externalAssets: [0.001, 0.001],
      externalLiabilities: [20 * 0.0001, 20 * 0.0001],
    });
    expect(largestGap(answer.payments, [10, 10])).toBeLessThan(1e-9);
    expect(answer).toMatchObject({ converged: true });
    expect(answer.residual).toBeLessThan(1e-12);
  });
});

describe.each(clearingCases.filter(({ own, receivable }) => own === 1 && receivable === 1))(
  'reference: $name',
  (given) => {
    test.each(CURRENCIES)('currency x %s, in two orders of firms', (unit) => {
      for (const order of [shuffle(given.size, 1), shuffle(given.size, 7)]) {
        const answer = solve({
          liabilities: { entries: order.entries(scaledEntries(given.liabilities, unit)) },
          externalAssets: order.list(scaled(given.assets, unit)),
          externalLiabilities: order.list(scaled(given.outside, unit)),
        });
        expect(
          largestGap(order.back(answer.payments), scaled(given.payments, unit), unit),
        ).toBeLessThan(given.tolerance);
        expect(
          largestGap(order.back(answer.equity), scaled(given.equity, unit), unit),
        ).toBeLessThan(given.tolerance);
        expect(order.back(answer.defaulted)).toEqual(given.defaulted);
        expect(answer.converged).toBe(true);
      }
    });
  },
);

describe('random networks', () => {
  test.each(['pari-passu', 'senior'] as const)('%s: as plain rounds', (externalSeniority) => {
    let defaults = 0;
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 14 }), (seed, size) => {
        const problem = randomClearing(size, seed);
        const rule = { own: 1, receivable: 1, senior: externalSeniority === 'senior' };
        for (const clearing of ['greatest', 'least'] as const) {
          const answer = solve({ ...problem, parameters: { externalSeniority, clearing } });
          const plain = clearByRounds(problem, rule, clearing);
          expect(largestGap(answer.paymentsToFirms, plain)).toBeLessThan(1e-7);
          expect(answer.converged).toBe(true);
          expect(answer.residual).toBeLessThan(1e-11);
          defaults += answer.defaulted.filter(Boolean).length;
        }
      }),
    );
    expect(defaults).toBeGreaterThan(100);
  });

  test('payments are within what is owed, add up, and equity is conserved', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('pari-passu', 'senior'), (seed, externalSeniority) => {
        const problem = randomClearing(12, seed);
        const answer = solve({ ...problem, parameters: { externalSeniority } });
        const sum = (values: readonly number[]) =>
          values.reduce((total, value) => total + value, 0);
        answer.payments.forEach((paid, i) => {
          expect(paid).toBeGreaterThanOrEqual(0);
          expect(answer.paymentsToFirms[i]! + answer.paymentsOutside[i]!).toBeCloseTo(paid, 9);
        });
        const owners = sum(answer.equity.map((value) => Math.max(0, value)));
        // what firms have in the end is what they had outside less what left the network
        expect(owners).toBeCloseTo(sum(problem.externalAssets) - sum(answer.paymentsOutside), 7);
      }),
    );
  });

  test('more assets never mean a smaller payment', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomClearing(10, seed);
        const richer = problem.externalAssets.map((usd, i) => (i === 3 ? usd + 5 : usd));
        const before = solve(problem).payments;
        solve({ ...problem, externalAssets: richer }).payments.forEach((paid, i) => {
          expect(paid).toBeGreaterThanOrEqual(before[i]! - 1e-9);
        });
      }),
    );
  });
});
