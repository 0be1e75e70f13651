import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { eisenbergNoe } from '../../../src/models/clearing/eisenberg-noe.ts';
import { rogersVeraart } from '../../../src/models/clearing/rogers-veraart.ts';
import { neva } from '../../../src/models/neva/neva.ts';
import { VALUATIONS } from '../../../src/models/neva/valuations.ts';
import { randomClearing } from '../clearing/clearing-cases.ts';
import { CURRENCIES, largestGap, scaled, scaledEntries, twoOrders } from '../reference.ts';
import { nevaCases } from './neva-cases.ts';

const { solve } = neva;
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('refuses', () => {
  const problem = { exposures: [[0, 1, 2]], externalAssets: [5, 9], externalLiabilities: [4, 3] };

  test.each([
    ['a negative exposure', { exposures: [[0, 1, -2]] }, ModelError],
    ['an exposure to itself', { exposures: [[1, 1, 2]] }, ModelError],
    ['a ragged matrix', { exposures: [[0, 1], [1]] }, DataError],
    ['NaN', { externalAssets: [Number.NaN, 1] }, DataError],
    ['negative liabilities', { externalLiabilities: [-4, 3] }, ModelError],
    ['a gain as a shock', { shocks: [-0.1, 0] }, ModelError],
    ['assets that a shock takes below nothing, lognormal', { shocks: [0, 2.6] }, ModelError],
    ['a firm without equity, lognormal', { externalAssets: [2, 9] }, ModelError],
    [
      'a firm without equity, linear',
      { externalAssets: [2, 9], parameters: { valuation: 'linear-debtrank' } },
      ModelError,
    ],
    ['a recovery above 1', { parameters: { recovery: 1.1 } }, ScenarioError],
    ['an unknown valuation', { parameters: { valuation: 'guess' } }, ScenarioError],
  ])('%s', (_, change, error) => {
    expect(() => solve({ ...problem, ...change } as never)).toThrow(error);
  });

  test('but clearing rules take firms without equity or assets', () => {
    const poor = { ...problem, externalAssets: [2, 0], parameters: { valuation: 'eisenberg-noe' } };
    // firm 1 owes 5 and has nothing: claims on it are worth 0
    expect(solve(poor)).toMatchObject({ equity: [-2, -5], valuations: [0.5, 0] });
  });
});

test('no firms', () => {
  const none = { exposures: [], externalAssets: [], externalLiabilities: [] };
  expect(solve(none)).toMatchObject({ equity: [], valuations: [], converged: true, residual: 0 });
});

test('linear DebtRank by hand: each firm is valued by its own face equity', () => {
  // face equities 90, 10 and 2. Firm 2 loses 1 of 2: claims on it are worth half. Firm 1 lent it 5:
  // 7.5 of 10 left, so claims on it are worth 3/4; firm 0 lent it 10: 87.5 of 90.
  const answer = solve({
    exposures: {
      entries: [
        [0, 1, 10],
        [1, 2, 5],
      ],
    },
    externalAssets: [80, 15, 7],
    externalLiabilities: [0, 0, 0],
    shocks: [0, 0, 0.5],
    parameters: { valuation: 'linear-debtrank' },
  });
  expect(largestGap(answer.equity, [87.5, 7.5, 1])).toBeLessThan(1e-13);
  expect(largestGap(answer.valuations, [87.5 / 90, 0.75, 0.5])).toBeLessThan(1e-15);
});

describe('Merton and Furfine-Merton, by integration over the distribution of assets', () => {
  // external assets at maturity are A exp(s z - s² / 2); the borrower then has A_T - A + E
  const byIntegration = (
    equity: number,
    assets: number,
    due: number,
    s: number,
    recovery: number,
  ) => {
    let survives = 0;
    let recovered = 0;
    const steps = 400_000;
    for (let k = 0; k < steps; k++) {
      const z = -10 + (20 * (k + 0.5)) / steps;
      const weight = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * (20 / steps);
      const left = assets * Math.exp(s * z - (s * s) / 2) - assets + equity;
      if (left > 0) survives += weight;
      else recovered += weight * Math.max(0, (left + due) / due);
    }
    return {
      merton: survives + recovery * recovered,
      furfine: survives + recovery * (1 - survives),
    };
  };

  test.each([
    [3, 20, 19, 0.1],
    [-1, 20, 4, 0.15],
    [0.5, 8, 2, 0.4],
    [30, 20, 19, 0.3],
  ])('equity %s, assets %s, debt %s, volatility %s', (equity, assets, due, s) => {
    const borrower = {
      externalAssets: assets,
      due,
      dueToFirms: due,
      faceEquity: 1,
      assetVolatility: s,
    };
    const recoveries = { recovery: 0.7, own: 1, receivable: 1 };
    const { merton, furfine } = byIntegration(equity, assets, due, s, 0.7);
    expect(Math.abs(VALUATIONS.merton(equity, borrower, recoveries) - merton)).toBeLessThan(2e-5);
    expect(
      Math.abs(VALUATIONS['furfine-merton'](equity, borrower, recoveries) - furfine),
    ).toBeLessThan(2e-5);
    const touching = VALUATIONS['black-cox'](equity, borrower, recoveries);
    expect(touching).toBeLessThanOrEqual(furfine + 2e-5);
  });
});

describe('reference', () => {
  const cases = nevaCases();
  const methods = [...new Set(cases.map(({ method }) => method))];

  test.each(methods)('%s: every network, shock and currency, in two orders of firms', (method) => {
    const chosen = cases.filter((one) => one.method === method);
    expect(chosen.length).toBeGreaterThanOrEqual(28);
    for (const [index, given] of chosen.entries()) {
      const size = given.externalAssets.length;
      for (const unit of CURRENCIES) {
        for (const order of twoOrders(size, index + 1)) {
          const answer = solve({
            exposures: { entries: order.entries(scaledEntries(given.exposures, unit)) },
            externalAssets: order.list(scaled(given.externalAssets, unit)),
            externalLiabilities: order.list(scaled(given.externalLiabilities, unit)),
            shocks: order.list(given.shocks),
            parameters: given.parameters,
          });
          expect(answer.converged).toBe(true);
          const valuations = order.back(answer.valuations);
          order.back(answer.equity).forEach((value, i) => {
            const wanted = given.expected.equity[i]! * unit;
            // relative, or of a unit of money where equity ends at nothing
            const size = Math.max(Math.abs(wanted), unit);
            expect(Math.abs(value - wanted) / size).toBeLessThan(given.tolerance);
            const isOwed = given.exposures.some(([, borrower]) => borrower === i);
            if (!isOwed) return;
            expect(Math.abs(valuations[i]! - given.expected.V[i]!)).toBeLessThan(given.tolerance);
          });
        }
      }
    }
  });
});

describe('identities', () => {
  const asNeva = ({
    liabilities,
    externalAssets,
    externalLiabilities,
  }: ReturnType<typeof randomClearing>) => ({
    exposures: {
      entries: liabilities.map(([debtor, creditor, amount]) => [creditor, debtor, amount] as const),
    },
    externalAssets,
    externalLiabilities,
  });

  test('with clearing valuations it is Eisenberg and Noe', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('pari-passu', 'senior'), (seed, externalSeniority) => {
        const problem = randomClearing(7, seed);
        const valuation =
          externalSeniority === 'senior' ? 'eisenberg-noe-external-senior' : 'eisenberg-noe';
        const answer = solve({ ...asNeva(problem), parameters: { valuation } });
        const clearing = eisenbergNoe.solve({ ...problem, parameters: { externalSeniority } });
        expect(largestGap(answer.equity, clearing.equity)).toBeLessThan(1e-8);
      }),
    );
  });

  test('and Rogers and Veraart', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0, max: 1, noNaN: true }), (seed, ownRecovery) => {
        const problem = randomClearing(7, seed);
        const parameters = { ownRecovery, receivableRecovery: 0.6 };
        const answer = solve({
          ...asNeva(problem),
          parameters: { valuation: 'rogers-veraart', ...parameters },
        });
        const clearing = rogersVeraart.solve({ ...problem, parameters });
        expect(largestGap(answer.equity, clearing.equity)).toBeLessThan(1e-8);
      }),
    );
  });

  const healthy = (seed: number) => {
    const problem = asNeva(randomClearing(8, seed));
    const lent = problem.externalAssets.map(() => 0);
    for (const [lender, borrower, amount] of problem.exposures.entries) {
      lent[lender]! += amount;
      lent[borrower]! -= amount;
    }
    // unequal equities from 1 to 8
    const externalAssets = lent.map((net, i) =>
      Math.max(5, problem.externalLiabilities[i]! - net + 1 + i),
    );
    const externalLiabilities = externalAssets.map((usd, i) => Math.max(0, usd + lent[i]! - 1 - i));
    return { ...problem, externalAssets, externalLiabilities };
  };

  test('no shock, no loss, exactly: rules that see no trouble before a default', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom('linear-debtrank', 'furfine', 'eisenberg-noe'),
        (seed, valuation) => {
          const problem = healthy(seed);
          const answer = solve({ ...problem, parameters: { valuation, recovery: 0 } });
          expect(answer.valuations.every((worth) => worth === 1)).toBe(true);
          expect(answer.iterations).toBe(1);
        },
      ),
    );
  });

  test('a larger shock never helps; claims are worth from 0 to 1', () => {
    const valuations = Object.keys(VALUATIONS).filter((id) => id !== 'linear-debtrank-ex-ante');
    let moved = 0;
    fc.assert(
      fc.property(seeds, fc.constantFrom(...valuations), (seed, valuation) => {
        const problem = healthy(seed);
        const [small, large] = [0.3, 0.6].map((first) =>
          solve({
            ...problem,
            shocks: problem.externalAssets.map((_, i) => (i === 0 ? first : 0.1)),
            parameters: { valuation },
          }),
        );
        large!.equity.forEach((value, i) => {
          expect(value).toBeLessThanOrEqual(small!.equity[i]! + 1e-9);
        });
        for (const worth of large!.valuations) {
          expect(worth).toBeGreaterThanOrEqual(0);
          expect(worth).toBeLessThanOrEqual(1);
        }
        moved += largestGap(large!.valuations, small!.valuations) > 1e-6 ? 1 : 0;
      }),
    );
    expect(moved).toBeGreaterThan(20);
  });
});
