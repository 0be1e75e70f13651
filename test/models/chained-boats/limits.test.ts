import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Shock } from '../../../src/scenario/schema.ts';
import { identityLess, linearSolve, zeros } from '../../linear-solve.ts';
import { randomPairs, seededRandom } from '../../random.ts';
import type { SmallProblem } from '../small-inputs.ts';
import { play } from './play.ts';

/** The smaller models are written here a second time, each by another method than the engine's. */

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const RUNS = { numRuns: 150 };

const expectClose = (found: ArrayLike<number>, expected: readonly number[], scale = 1) => {
  expected.forEach((value, i) => {
    expect(Math.abs(found[i]! - value), `firm ${i}: ${found[i]} and ${value}`).toBeLessThan(
      1e-9 * scale,
    );
  });
};

/** Assets fall from a level at which everybody pays to `after`: a revenue shock per firm. */
const fallTo = (before: readonly number[], after: readonly number[]): Shock[] =>
  before.map((assets, i) => ({
    kind: 'revenue',
    firm: `firm-${i}`,
    size: 1 - after[i]! / assets,
  }));

interface Clearing {
  readonly liabilities: readonly (readonly [number, number, number])[];
  readonly assets: readonly number[];
  readonly ownRecovery: number;
  readonly receivableRecovery: number;
}

/**
 * Rogers and Veraart (2013), greatest clearing vector, by growing the set of defaulters and solving
 * a linear system for each: in default p = alpha e + beta Pi' p, else p = pbar.
 */
const clearByDefaultSets = (size: number, problem: Clearing): number[] => {
  const due = new Array<number>(size).fill(0);
  for (const [debtor, , usd] of problem.liabilities) due[debtor]! += usd;
  const defaulted = new Array<boolean>(size).fill(false);
  for (;;) {
    const matrix = zeros(size);
    const right = new Array<number>(size).fill(0);
    for (let i = 0; i < size; i++) {
      matrix[i]![i] = 1;
      right[i] = defaulted[i] ? problem.ownRecovery * problem.assets[i]! : due[i]!;
    }
    for (const [debtor, creditor, usd] of problem.liabilities) {
      if (defaulted[creditor]) {
        matrix[creditor]![debtor]! -= (problem.receivableRecovery * usd) / due[debtor]!;
      }
    }
    const paid = linearSolve(matrix, right);
    const means = [...problem.assets];
    for (const [debtor, creditor, usd] of problem.liabilities) {
      means[creditor]! += (usd * paid[debtor]!) / due[debtor]!;
    }
    const fresh = means.flatMap((mean, i) =>
      !defaulted[i] && mean < due[i]! * (1 - 1e-12) ? [i] : [],
    );
    if (fresh.length === 0) return paid;
    for (const i of fresh) defaulted[i] = true;
  }
};

const clearWithEngine = (size: number, problem: Clearing) => {
  const due = new Array<number>(size).fill(0);
  for (const [debtor, , usd] of problem.liabilities) due[debtor]! += usd;
  const before = problem.assets.map((assets, i) => assets + due[i]! + 1);
  const { solution } = play(
    size,
    {
      externalRevenueUsd: before,
      ownRecovery: problem.ownRecovery,
      receivableRecovery: problem.receivableRecovery,
      orders: problem.liabilities.map(([customer, supplier, usd]) => ({
        customer,
        supplier,
        usd,
        takeOrPay: 1,
      })),
    },
    fallTo(before, problem.assets),
  );
  expect(solution.converged).toBe(true);
  return due.map((usd, i) => usd * (1 - solution.state.bindingUnpaid[i]!));
};

const randomClearing = (size: number, seed: number) => {
  const random = seededRandom(seed);
  return {
    liabilities: randomPairs(size, 0.5, random).map(
      ([debtor, creditor]) => [debtor, creditor, 1 + 9 * random()] as const,
    ),
    assets: Array.from({ length: size }, () => 6 * random()),
  };
};

describe('orders that must be paid: clearing', () => {
  test('Eisenberg and Noe 2001', () => {
    let defaults = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = { ...randomClearing(6, seed), ownRecovery: 1, receivableRecovery: 1 };
        const paid = clearByDefaultSets(6, problem);
        expectClose(clearWithEngine(6, problem), paid, 10);
        defaults += paid.length;
      }),
      RUNS,
    );
    expect(defaults).toBeGreaterThan(0);
  });

  test('Rogers and Veraart 2013, greatest clearing vector', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.2, max: 1, noNaN: true }), (seed, recovery) => {
        const problem = {
          ...randomClearing(6, seed),
          ownRecovery: recovery,
          receivableRecovery: 1 - recovery / 2,
        };
        expectClose(clearWithEngine(6, problem), clearByDefaultSets(6, problem), 10);
      }),
      RUNS,
    );
  });
});

describe('stakes', () => {
  const randomStakes = (size: number, density: number, sold: number, random: () => number) => {
    const pairs = randomPairs(size, density, random).map(
      ([holder, issuer]) => [holder, issuer, random()] as const,
    );
    const totals = new Array<number>(size).fill(0);
    for (const [, issuer, weight] of pairs) totals[issuer]! += weight;
    return pairs.map(([holder, issuer, weight]) => ({
      holder,
      issuer,
      stake: (sold * weight) / totals[issuer]!,
    }));
  };

  test('Elliott, Golub and Jackson 2014: waves of failures', () => {
    let failures = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const size = 7;
        const random = seededRandom(seed);
        const stakes = randomStakes(size, 0.4, 0.4, random);
        const core = Array.from({ length: size }, () => 5 + 20 * random());
        const hit = core.map(() => (random() < 0.3 ? random() : 0));
        const threshold = core.map(() => 0.8 + 0.15 * random());
        const holdings = zeros(size);
        for (const { holder, issuer, stake } of stakes) holdings[holder]![issuer]! += stake;
        const start = linearSolve(identityLess(holdings), core);
        const cost = start.map((value) => 0.1 * value);

        const failed = new Array<boolean>(size).fill(false);
        let values = start;
        for (let fresh = true; fresh; ) {
          const assets = core.map((usd, i) => usd * (1 - hit[i]!) - (failed[i] ? cost[i]! : 0));
          values = linearSolve(identityLess(holdings), assets);
          fresh = false;
          for (let i = 0; i < size; i++) {
            if (failed[i] || values[i]! >= threshold[i]! * start[i]! * (1 - 1e-12)) continue;
            failed[i] = true;
            fresh = true;
          }
        }
        fc.pre(values.every((value) => value > 0));
        failures += failed.filter(Boolean).length;

        const { solution, web } = play(
          size,
          { valueUsd: start, stakes, failureThreshold: threshold, failureCostUsd: cost },
          hit.map((share, i) => ({ kind: 'value', firm: `firm-${i}`, size: share })),
        );
        expectClose(
          start.map((value, i) => value - solution.state.valueLossUsd[i]!),
          values,
          100,
        );
        expect([...solution.state.failed].map(Boolean)).toEqual(failed);
        expectClose(web.coreValueUsd, core, 100);
      }),
      RUNS,
    );
    expect(failures).toBeGreaterThan(50);
  });

  test('linear DebtRank without clipping (Bardoscia et al. 2015): h = (I - L)^-1 s', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const size = 6;
        const random = seededRandom(seed);
        const stakes = randomStakes(size, 0.5, 0.5, random);
        const core = Array.from({ length: size }, () => 2 + 10 * random());
        const holdings = zeros(size);
        for (const { holder, issuer, stake } of stakes) holdings[holder]![issuer]! += stake;
        const start = linearSolve(identityLess(holdings), core);
        const hit = core.map(() => 0.9 * random());
        const leverage = holdings.map((row, i) =>
          row.map((stake, j) => (stake * start[j]!) / start[i]!),
        );
        const first = start.map((value, i) => (hit[i]! * core[i]!) / value);
        const stress = linearSolve(identityLess(leverage), first);

        const { solution } = play(
          size,
          { valueUsd: start, stakes },
          hit.map((share, i) => ({ kind: 'value', firm: `firm-${i}`, size: share })),
        );
        expectClose(
          start.map((value, i) => solution.state.valueLossUsd[i]! / value),
          stress,
        );
      }),
      RUNS,
    );
  });

  test('equity and debt at book value (Suzuki 2002; Gourieroux, Heam and Monfort 2012)', () => {
    let defaults = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const size = 5;
        const random = seededRandom(seed);
        const stakes = randomStakes(size, 0.5, 0.6, random);
        const debtHeld = randomStakes(size, 0.5, 0.7, random);
        const debt = Array.from({ length: size }, () => 1 + 4 * random());
        const assets = Array.from({ length: size }, () => 4 * random());

        let equity = debt.map(() => 100);
        let repaid = [...debt];
        for (let pass = 0; pass < 5000; pass++) {
          const total = [...assets];
          for (const { holder, issuer, stake } of stakes) total[holder]! += stake * equity[issuer]!;
          for (const { holder, issuer, stake } of debtHeld) {
            total[holder]! += stake * repaid[issuer]!;
          }
          equity = total.map((usd, i) => Math.max(0, usd - debt[i]!));
          repaid = total.map((usd, i) => Math.min(debt[i]!, usd));
        }
        defaults += repaid.filter((usd, i) => usd < debt[i]!).length;

        const held = new Array<number>(size).fill(0);
        for (const { issuer, stake } of debtHeld) held[issuer]! += stake;
        const before = assets.map((usd, i) => usd + debt[i]!);
        const { solution, web } = play(
          size,
          {
            valuation: 'book',
            liquidShare: 1,
            externalRevenueUsd: before,
            outsideServiceUsd: debt.map((usd, i) => usd * (1 - held[i]!)),
            stakes,
            loans: debtHeld.map(({ holder, issuer, stake }) => ({
              lender: holder,
              borrower: issuer,
              faceUsd: stake * debt[issuer]!,
              serviceUsd: stake * debt[issuer]!,
            })),
          },
          fallTo(before, assets),
        );
        expectClose(
          debt.map((usd, i) => usd * (1 - solution.state.debtUnpaid[i]!)),
          repaid,
          10,
        );
        expectClose(
          equity.map((_, i) => web.startValueUsd[i]! - solution.state.valueLossUsd[i]!),
          equity,
          10,
        );
      }),
      RUNS,
    );
    expect(defaults).toBeGreaterThan(50);
  });
});

describe('orders that follow need', () => {
  test('the Leontief quantity model: x = (I - A)^-1 f', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const size = 6;
        const random = seededRandom(seed);
        const orders = randomPairs(size, 0.5, random).map(([customer, supplier]) => ({
          customer,
          supplier,
          usd: 3 * random(),
        }));
        const outside = Array.from({ length: size }, () => 1 + 5 * random());
        const revenue = [...outside];
        for (const { supplier, usd } of orders) revenue[supplier]! += usd;
        const hit = outside.map(() => random());
        const coefficients = zeros(size);
        for (const { customer, supplier, usd } of orders) {
          coefficients[supplier]![customer]! += usd / revenue[customer]!;
        }
        const output = linearSolve(
          identityLess(coefficients),
          outside.map((usd, i) => usd * (1 - hit[i]!)),
        );
        const problem: SmallProblem = {
          externalRevenueUsd: outside,
          fundsUsd: outside.map(() => 1e3),
          orders,
        };
        const { solution } = play(
          size,
          problem,
          hit.map((share, i) => ({ kind: 'revenue', firm: `firm-${i}`, size: share })),
        );
        expectClose(
          revenue.map((usd, i) => usd * (1 - solution.state.activityLoss[i]!)),
          output,
          10,
        );
      }),
      RUNS,
    );
  });

  test('downstream ESRI (Diem et al. 2022), one supplier per category', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const size = 8;
        const random = seededRandom(seed);
        const orders = randomPairs(size, 0.3, random).map(([customer, supplier]) => ({
          customer,
          supplier,
          usd: 1 + random(),
          essentiality: random() < 0.7 ? 1 : random(),
        }));
        const capacity = Array.from({ length: size }, () => (random() < 0.3 ? random() : 1));
        const level = [...capacity];
        for (let pass = 0; pass < 3 * size; pass++) {
          for (let j = 0; j < size; j++) {
            const missing = orders
              .filter((order) => order.customer === j)
              .map((order) => order.essentiality * (1 - level[order.supplier]!));
            level[j] = Math.max(0, Math.min(capacity[j]!, 1 - Math.max(0, ...missing)));
          }
        }
        const { solution } = play(
          size,
          { fundsUsd: capacity.map(() => 1e3), externalRevenueUsd: capacity.map(() => 1), orders },
          capacity.map((share, i) => ({ kind: 'capacity', firm: `firm-${i}`, size: 1 - share })),
        );
        expectClose(
          level.map((_, i) => 1 - solution.state.capacityLoss[i]!),
          level,
        );
      }),
      RUNS,
    );
  });
});
