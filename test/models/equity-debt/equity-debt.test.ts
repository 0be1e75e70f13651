import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { eisenbergNoe } from '../../../src/models/clearing/eisenberg-noe.ts';
import { equityDebt } from '../../../src/models/equity-debt/equity-debt.ts';
import { randomPairs, seededRandom } from '../../random.ts';
import { randomClearing } from '../clearing/clearing-cases.ts';
import {
  CURRENCIES,
  largestGap,
  referenceCase,
  scaled,
  type Triple,
  twoOrders,
} from '../reference.ts';

const { solve } = equityDebt;
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('refuses', () => {
  const problem = { externalAssets: [1, 2], debt: [1, 1], equityHoldings: [], debtHoldings: [] };

  test.each([
    [
      'more than all of a debt',
      {
        debtHoldings: [
          [0, 1, 0.7],
          [0, 1, 0.4],
        ],
      },
      ModelError,
    ],
    ['more than all of an equity', { equityHoldings: [[0, 1, 1.2]] }, ModelError],
    [
      'firms that own each other wholly',
      {
        equityHoldings: [
          [0, 1, 1],
          [1, 0, 1],
        ],
      },
      ModelError,
    ],
    ['own shares', { equityHoldings: [[1, 1, 0.1]] }, ModelError],
    ['a negative debt', { debt: [-1, 1] }, ModelError],
    ['negative assets', { externalAssets: [-1, 1] }, ModelError],
    ['NaN', { debt: [Number.NaN, 1] }, DataError],
    ['a ragged matrix', { debtHoldings: [[0, 0.1], [0]] }, DataError],
    ['a wrong junior class', { juniorDebt: [{ debt: [1], debtHoldings: [] }] }, DataError],
    ['a parameter', { parameters: { recovery: 1 } }, ScenarioError],
  ])('%s', (_, change, error) => {
    expect(() => solve({ ...problem, ...change } as never)).toThrow(error);
  });

  test('and says in which class', () => {
    const juniorDebt = [{ debt: [1, 1], debtHoldings: [[0, 1, 2]] }];
    expect(() => solve({ ...problem, juniorDebt })).toThrow('juniorDebt[0].debtHoldings');
  });
});

describe('by hand', () => {
  test('a loan and a stake: who is paid first', () => {
    // firm 1 has 4, owes 10: pays 4, of which firm 0 holds half. Firm 0 has 1 + 2, owes 2: equity 1.
    // firm 2 has 3, owes 1, and owns a quarter of firm 0: 3 + 0.25 - 1
    const answer = solve({
      externalAssets: [1, 4, 3],
      debt: [2, 10, 1],
      equityHoldings: { entries: [[2, 0, 0.25]] },
      debtHoldings: { entries: [[0, 1, 0.5]] },
    });
    expect(answer.debtPaid).toEqual([2, 4, 1]);
    expect(answer.equity).toEqual([1, 0, 2.25]);
    expect(answer.firmValues).toEqual([3, 4, 3.25]);
    expect(answer.defaulted).toEqual([false, true, false]);
    expect(answer).toMatchObject({ converged: true, residual: 0 });
  });

  test('three seniorities: each takes what the ones before leave', () => {
    // firm 1 has 10 and owes 4, 5 and 6: pays 4, 5 and 1. Firm 0 holds 0.5, 0.2 and all of them
    const answer = solve({
      externalAssets: [0, 10],
      debt: [2, 4],
      debtHoldings: [[0, 1, 0.5]],
      equityHoldings: [],
      juniorDebt: [
        { debt: [1.5, 5], debtHoldings: [[0, 1, 0.2]] },
        { debt: [0, 6], debtHoldings: [[0, 1, 1]] },
      ],
    });
    // firm 0 has 2 + 1 + 1 = 4, owes 2 and 1.5: equity 0.5
    expect(answer.debtPaidByClass).toEqual([
      [2, 4],
      [1.5, 5],
      [0, 1],
    ]);
    expect(answer.equity).toEqual([0.5, 0]);
    expect(answer.defaulted).toEqual([false, true]);
  });

  test('no firms, no holdings, nothing at all to pay with', () => {
    const none = { debt: [], externalAssets: [], equityHoldings: [], debtHoldings: [] };
    expect(solve(none)).toMatchObject({ equity: [], debtPaid: [], converged: true });
    const poor = { debt: [3, 0], externalAssets: [0, 0], equityHoldings: [], debtHoldings: [] };
    expect(solve(poor)).toMatchObject({
      equity: [0, 0],
      debtPaid: [0, 0],
      defaulted: [true, false],
    });
  });

  test('firms that own nearly all of each other: 0.9995, by hand', () => {
    // s = 1 + 0.9995 s - 0: both are worth 2000
    const answer = solve({
      externalAssets: [1, 1],
      debt: [0, 0],
      equityHoldings: [
        [0, 1, 0.9995],
        [1, 0, 0.9995],
      ],
      debtHoldings: [],
    });
    expect(largestGap(answer.equity, [2000, 2000])).toBeLessThan(1e-8);
    expect(answer.converged).toBe(true);
  });
});

describe('reference: Suzuki, Gourieroux-Heam-Monfort and random webs', () => {
  const { cases, tolerance } = referenceCase('xos-equity-debt-crossholdings');

  test.each(
    cases as {
      name: string;
      inputs: Record<'a' | 'd', number[]> & Record<'Ms' | 'Md', Triple[]>;
      expected: Record<'equity' | 'debt' | 'firm_value' | 'defaulted', number[]>;
    }[],
  )('$name, in every currency and two orders of firms', ({ inputs, expected }) => {
    for (const unit of CURRENCIES) {
      for (const order of twoOrders(inputs.a.length, 1)) {
        const answer = solve({
          externalAssets: order.list(scaled(inputs.a, unit)),
          debt: order.list(scaled(inputs.d, unit)),
          equityHoldings: { entries: order.entries(inputs.Ms) },
          debtHoldings: { entries: order.entries(inputs.Md) },
        });
        const gap = (found: readonly number[], wanted: number[]) =>
          largestGap(order.back(found), scaled(wanted, unit), unit);
        expect(gap(answer.equity, expected.equity)).toBeLessThan(tolerance.abs);
        expect(gap(answer.debtPaid, expected.debt)).toBeLessThan(tolerance.abs);
        expect(gap(answer.firmValues, expected.firm_value)).toBeLessThan(tolerance.abs);
        expect(order.back(answer.defaulted)).toEqual(expected.defaulted.map(Boolean));
        expect(answer.converged).toBe(true);
      }
    }
  });
});

describe('reference: Elsinger, every debt held in the network', () => {
  const { cases, tolerance } = referenceCase('elsinger-networkvaluation');

  interface Elsinger {
    readonly inputs: { readonly e: number[]; readonly L: number[][]; readonly Theta: number[][] };
    readonly expected: Readonly<Record<'p' | 'equity' | 'shortfall_equity', number[]>>;
  }

  test.each((cases as Elsinger[]).map((one, i) => [i, one] as const))(
    'case %s, in every currency and two orders of firms',
    (_, { inputs: { e, L, Theta }, expected: { p, equity, shortfall_equity } }) => {
      const due = L.map((row) => row.reduce((sum, amount) => sum + amount, 0));
      const transposed = (rows: number[][], per: number[]) =>
        rows.flatMap((row, issuer) =>
          row.flatMap((amount, holder) =>
            amount === 0 ? [] : [[holder, issuer, amount / per[issuer]!] as const],
          ),
        );
      for (const unit of CURRENCIES) {
        const debt = scaled(due, unit);
        const owed = L.map((row) => scaled(row, unit));
        for (const order of twoOrders(e.length, 1)) {
          const answer = solve({
            externalAssets: order.list(scaled(e, unit)),
            debt: order.list(debt),
            equityHoldings: { entries: order.entries(transposed(Theta, [1, 1, 1])) },
            debtHoldings: { entries: order.entries(transposed(owed, debt)) },
          });
          const gap = (found: readonly number[], wanted: number[]) =>
            largestGap(found, scaled(wanted, unit), unit);
          expect(gap(order.back(answer.debtPaid), p)).toBeLessThan(tolerance.abs);
          expect(gap(order.back(answer.equity), equity)).toBeLessThan(tolerance.abs);
          const shortfall = order.back(answer.firmValues).map((value, i) => value - debt[i]!);
          expect(gap(shortfall, shortfall_equity)).toBeLessThan(tolerance.abs);
          expect(answer.converged).toBe(true);
        }
      }
    },
  );
});

/** Firms of very different size; up to 0.95 of every claim is held in the network. */
const randomWeb = (seed: number) => {
  const random = seededRandom(seed);
  const size = 2 + Math.floor(random() * 8);
  const layer = () => {
    const pairs = randomPairs(size, 0.5, random);
    const entries = pairs.map(([holder, issuer]) => {
      const holders = pairs.filter(([, other]) => other === issuer).length;
      return [holder, issuer, (0.95 * random()) / holders] as const;
    });
    return { entries };
  };
  const amounts = (most: number) => Array.from({ length: size }, () => most * random() ** 3);
  return {
    externalAssets: amounts(80),
    debt: amounts(40),
    debtHoldings: layer(),
    equityHoldings: layer(),
    juniorDebt: [{ debt: amounts(30), debtHoldings: layer() }],
  };
};

describe('random webs', () => {
  test('as plain rounds from below, where the solution is unique', () => {
    let defaults = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const web = randomWeb(seed);
        const junior = web.juniorDebt[0]!;
        const size = web.debt.length;
        let claims = {
          senior: new Array<number>(size).fill(0),
          junior: new Array<number>(size).fill(0),
          equity: new Array<number>(size).fill(0),
        };
        for (let round = 0; round < 3000; round++) {
          const worth = web.externalAssets.slice();
          for (const [holder, issuer, share] of web.debtHoldings.entries)
            worth[holder]! += share * claims.senior[issuer]!;
          for (const [holder, issuer, share] of junior.debtHoldings.entries)
            worth[holder]! += share * claims.junior[issuer]!;
          for (const [holder, issuer, share] of web.equityHoldings.entries)
            worth[holder]! += share * claims.equity[issuer]!;
          claims = {
            senior: worth.map((value, i) => Math.min(web.debt[i]!, value)),
            junior: worth.map((value, i) =>
              Math.min(junior.debt[i]!, Math.max(0, value - web.debt[i]!)),
            ),
            equity: worth.map((value, i) => Math.max(0, value - web.debt[i]! - junior.debt[i]!)),
          };
        }
        const answer = solve(web);
        expect(largestGap(answer.debtPaidByClass[0]!, claims.senior)).toBeLessThan(1e-9);
        expect(largestGap(answer.debtPaidByClass[1]!, claims.junior)).toBeLessThan(1e-9);
        expect(largestGap(answer.equity, claims.equity)).toBeLessThan(1e-9);
        expect(answer.converged).toBe(true);
        expect(answer.residual).toBeLessThan(1e-11);
        defaults += answer.defaulted.filter(Boolean).length;
      }),
      { numRuns: 60 },
    );
    expect(defaults).toBeGreaterThan(20);
  });

  test('without stakes it is Eisenberg and Noe', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomClearing(8, seed);
        const due = problem.externalLiabilities.slice();
        for (const [debtor, , amount] of problem.liabilities) due[debtor]! += amount;
        const clearing = eisenbergNoe.solve(problem);
        const answer = solve({
          externalAssets: problem.externalAssets,
          debt: due,
          equityHoldings: [],
          debtHoldings: {
            entries: problem.liabilities.map(
              ([debtor, creditor, amount]) => [creditor, debtor, amount / due[debtor]!] as const,
            ),
          },
        });
        expect(largestGap(answer.debtPaid, clearing.payments)).toBeLessThan(1e-10);
        expect(answer.defaulted).toEqual(clearing.defaulted);
        const owners = clearing.equity.map((value) => Math.max(0, value));
        expect(largestGap(answer.equity, owners)).toBeLessThan(1e-9);
      }),
    );
  });

  test('more assets never make any claim worth less', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const web = randomWeb(seed);
        const before = solve(web);
        const after = solve({
          ...web,
          externalAssets: web.externalAssets.map((worth, i) => (i === 1 ? worth + 3 : worth)),
        });
        after.firmValues.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(before.firmValues[i]! - 1e-9);
          expect(after.equity[i]).toBeGreaterThanOrEqual(before.equity[i]! - 1e-9);
        });
      }),
    );
  });
});
