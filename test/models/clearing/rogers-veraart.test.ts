import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { eisenbergNoe } from '../../../src/models/clearing/eisenberg-noe.ts';
import { rogersVeraart } from '../../../src/models/clearing/rogers-veraart.ts';
import { CURRENCIES, largestGap, scaled, scaledEntries, shuffle } from '../reference.ts';
import { clearByRounds, clearingCases, randomClearing } from './clearing-cases.ts';

const { solve } = rogersVeraart;
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const rates = fc.double({ min: 0, max: 1, noNaN: true });

describe('refuses', () => {
  const problem = { liabilities: [[0, 1, 2]], externalAssets: [1, 1] };

  test.each([-0.1, 1.1, Number.NaN])('a recovery of %s', (recovery) => {
    expect(() => solve({ ...problem, parameters: { ownRecovery: recovery } })).toThrow(
      ScenarioError,
    );
    expect(() => solve({ ...problem, parameters: { receivableRecovery: recovery } })).toThrow(
      /parameter receivableRecovery/,
    );
  });

  test('a negative liability', () => {
    expect(() => solve({ ...problem, liabilities: [[0, 1, -2]] })).toThrow(ModelError);
  });
});

describe('by hand', () => {
  // firm 0 has 8, owes 10 to firm 1: pays 0.5 * 8 = 4. Firm 1 has 3 and gets 4, owes 6 to firm 2:
  // 7 reach, it pays 6. Firm 2 owes 20 outside and has 6 of firm 1 and 1 of its own.
  const problem = {
    liabilities: [
      [0, 1, 10],
      [1, 2, 6],
    ],
    externalAssets: [8, 3, 1],
    externalLiabilities: [0, 0, 20],
    parameters: { ownRecovery: 0.5, receivableRecovery: 0.25 },
  };

  test('each default costs by its own assets and its receivables', () => {
    const answer = solve(problem);
    expect(answer.payments).toEqual([4, 6, 0.5 + 1.5]);
    expect(answer.equity).toEqual([-2, 1, -13]);
    expect(answer.defaulted).toEqual([true, false, true]);
  });

  test('senior: a firm in default pays outside first out of what is recovered', () => {
    // firm 0 has 8, owes 3 outside first and 7 to firm 1: 0.5 * 8 = 4 recovered, 3 outside, 1 to firm 1
    const answer = solve({
      liabilities: [[0, 1, 7]],
      externalAssets: [8, 0],
      externalLiabilities: [3, 0],
      parameters: { ownRecovery: 0.5, externalSeniority: 'senior' },
    });
    expect(answer.paymentsToFirms).toEqual([1, 0]);
    expect(answer.paymentsOutside).toEqual([3, 0]);
    expect(answer.equity).toEqual([-2, 1]);
  });

  test('a firm that would just reach the least vector from below is solvent in it', () => {
    // x_0 = 0.5 x_1 + 1 climbs to 2, where firm 1 (1 outside, owes 3) just reaches and pays in full
    const answer = solve({
      liabilities: [
        [0, 1, 4],
        [1, 0, 3],
      ],
      externalAssets: [1, 1],
      externalLiabilities: [0, 0],
      parameters: { ownRecovery: 1, receivableRecovery: 0.5, clearing: 'least' },
    });
    // both in default: x_0 = 1 + 0.5 x_1, x_1 = 1 + 0.5 x_0, so 2 and 2; firm 1 has 1 + 2 = 3 = owed;
    // so x_1 = 3, firm 0 has 1 + 3 = 4 = owed
    expect(answer.payments).toEqual([4, 3]);
    expect(answer.defaulted).toEqual([false, false]);
  });
});

describe.each(clearingCases)('reference: $name', (given) => {
  const parameters = { ownRecovery: given.own, receivableRecovery: given.receivable };

  test.each(CURRENCIES)('currency x %s, in two orders of firms', (unit) => {
    for (const order of [shuffle(given.size, 1), shuffle(given.size, 7)]) {
      const problem = {
        liabilities: { entries: order.entries(scaledEntries(given.liabilities, unit)) },
        externalAssets: order.list(scaled(given.assets, unit)),
        externalLiabilities: order.list(scaled(given.outside, unit)),
      };
      const answer = solve({ ...problem, parameters });
      const gap = (found: readonly number[], wanted: readonly number[]) =>
        largestGap(order.back(found), scaled(wanted, unit), unit);
      expect(gap(answer.payments, given.payments)).toBeLessThan(given.tolerance);
      expect(gap(answer.equity, given.equity)).toBeLessThan(given.tolerance);
      expect(order.back(answer.defaulted)).toEqual(given.defaulted);
      if (given.leastPayments === undefined) continue;
      const least = solve({ ...problem, parameters: { ...parameters, clearing: 'least' } });
      expect(gap(least.payments, given.leastPayments)).toBeLessThan(given.tolerance);
    }
  });
});

describe('random networks', () => {
  test.each(['pari-passu', 'senior'] as const)('%s: as plain rounds', (externalSeniority) => {
    let differ = 0;
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 2, max: 12 }),
        rates,
        rates,
        (seed, size, own, receivable) => {
          const problem = randomClearing(size, seed);
          const rule = { own, receivable, senior: externalSeniority === 'senior' };
          const [greatest, least] = (['greatest', 'least'] as const).map((clearing) => {
            const parameters = {
              ownRecovery: own,
              receivableRecovery: receivable,
              externalSeniority,
              clearing,
            };
            const answer = solve({ ...problem, parameters });
            const plain = clearByRounds(problem, rule, clearing);
            expect(largestGap(answer.paymentsToFirms, plain)).toBeLessThan(1e-7);
            expect(answer).toMatchObject({ converged: true });
            return answer;
          });
          differ += largestGap(greatest!.payments, least!.payments) > 1e-3 ? 1 : 0;
          greatest!.payments.forEach((paid, i) => {
            expect(paid).toBeGreaterThanOrEqual(least!.payments[i]! - 1e-9);
          });
        },
      ),
    );
    expect(differ).toBeGreaterThan(0);
  });

  test('without costs it is Eisenberg and Noe', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomClearing(10, seed);
        expect(solve(problem)).toEqual(eisenbergNoe.solve(problem));
      }),
    );
  });
});
