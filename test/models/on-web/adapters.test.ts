import { expect, test } from 'vitest';
import { shockArrays } from '../../../src/models/chained-boats/shocks.ts';
import { buildWeb } from '../../../src/models/chained-boats/web.ts';
import { ADAPTERS } from '../../../src/models/on-web/adapters.ts';
import { hitWeb } from '../../../src/models/on-web/hit-web.ts';
import type { Shock } from '../../../src/scenario/schema.ts';
import { type SmallProblem, smallInputs } from '../small-inputs.ts';

const lossesOf = (id: string, problem: SmallProblem, shocks: readonly Shock[]) => {
  const web = buildWeb(smallInputs(problem.valueUsd!.length, problem));
  const layers = web.firms.map((_, i) => `layer-${i}`);
  const adapter = ADAPTERS.find((candidate) => candidate.id === id)!;
  const { fractions, converged } = adapter.read(
    hitWeb(web, shockArrays(web, shocks, layers), layers),
  );
  expect(converged).toBe(true);
  return fractions;
};

const expectLosses = (fractions: readonly (number | null)[], expected: readonly number[]): void => {
  expect(fractions).toHaveLength(expected.length);
  expected.forEach((share, i) => {
    expect(fractions[i]).toBeCloseTo(share, 12);
  });
};

/** Firm 0 sells 100 outside, orders 50 from firm 1, which sells 10 outside. Failing costs 30 %. */
const orders: SmallProblem = {
  externalRevenueUsd: [100, 10],
  fixedCostUsd: [40, 30],
  valueUsd: [200, 100],
  failureCostUsd: [60, 30],
  revenueElasticity: 1,
  orders: [{ customer: 0, supplier: 1, usd: 50 }],
};
const halfRevenue: Shock = { kind: 'revenue', firm: 'firm-0', size: 0.5 };

test('Eisenberg-Noe: costs first, then the order', () => {
  // 0 has 50, less cost 40: pays 10 of 50. Money in: 50 of 100; 10 + 10 of 60
  expectLosses(lossesOf('eisenberg-noe', orders, [halfRevenue]), [0.5, 40 / 60]);
});

test('Eisenberg-Noe: what a cancelled order would have paid goes nowhere', () => {
  const cancelled: Shock = { kind: 'cancel', deal: 'order-0', size: 0.4 };
  // 0 has 100 for 40 + 50: all is paid, 20 of it not to firm 1
  expectLosses(lossesOf('eisenberg-noe', orders, [cancelled]), [0, 20 / 60]);
});

test('Rogers-Veraart: a firm in default keeps 1 - 90/300 of what it has', () => {
  // 0.7 x 50 = 35 doesn't cover the cost of 40: nothing is left for firm 1
  expectLosses(lossesOf('rogers-veraart', orders, [halfRevenue]), [0.5, 50 / 60]);
});

test('DebtRank: the value behind an order falls with its customer', () => {
  const marked: Shock = { kind: 'value', firm: 'firm-0', size: 0.25 };
  // 50 of firm 1's 60 of revenue come from firm 0
  for (const variant of ['linear', 'single-hit']) {
    expectLosses(lossesOf(`debtrank-${variant}`, orders, [marked]), [0.25, (0.25 * 50) / 60]);
  }
  const felt = 0.25 * Math.exp(0.25 - 1);
  expectLosses(lossesOf('debtrank-nonlinear', orders, [marked]), [0.25, (felt * 50) / 60]);
});

test('threshold: only failure is passed on', () => {
  const marked: Shock = { kind: 'value', firm: 'firm-0', size: 0.25 };
  expectLosses(lossesOf('threshold', orders, [marked]), [0.25, 0]);
  const failed: Shock = { kind: 'default', firm: 'firm-0', size: 1 };
  expectLosses(lossesOf('threshold', orders, [failed]), [1, 50 / 60]);
  // with a floor of 30 % the same loss is more than firm 1 can bear
  const weaker = { ...orders, failureThreshold: [0, 0.3] };
  expectLosses(lossesOf('threshold', weaker, [failed]), [1, 1]);
});

test('ESRI: lost demand runs upstream, a missing essential input downstream', () => {
  expectLosses(lossesOf('esri', orders, [halfRevenue]), [0.5, (0.5 * 50) / 60]);
  const idle: Shock = { kind: 'capacity', firm: 'firm-1', size: 0.4 };
  // firm 0 buys nothing else of that kind; 50 of its costs of 90 are bought
  const essential = { ...orders, orders: [{ ...orders.orders![0]!, essentiality: 0.8 }] };
  expectLosses(lossesOf('esri', orders, [idle]), [0, 0.4]);
  expectLosses(lossesOf('esri', essential, [idle]), [(0.4 * 50) / 90, 0.4]);
});

test('Leontief: half the output needs half the order', () => {
  // output 0: 100 → 50; output 1: 10 + 0.5 x 50 of 60
  expectLosses(lossesOf('leontief', orders, [halfRevenue]), [0.5, 25 / 60]);
  // a gap of 30 is filled from outside, which counts as sales: 0 sells 70 of 100 and loses 35
  const short = { ...orders, externalRevenueUsd: [70, 10], fixedCostUsd: [50, 30] };
  expectLosses(lossesOf('leontief', short, [halfRevenue]), [0.5, 25 / 60]);
});

test('Ghosh: what is missing at a supplier is missing in what is made of it', () => {
  const idle: Shock = { kind: 'capacity', firm: 'firm-1', size: 0.4 };
  // half of firm 0's inputs of 100 are bought
  expectLosses(lossesOf('ghosh', orders, [idle]), [0.2, 0.4]);
  expectLosses(lossesOf('ghosh', orders, [halfRevenue]), [0.5, 0]);
});

test('cross-holdings: core values, thresholds of 90 % and failure costs of 30 %', () => {
  const problem: SmallProblem = {
    valueUsd: [200, 100],
    failureCostUsd: [60, 30],
    stakes: [{ holder: 1, issuer: 0, stake: 0.4 }],
  };
  const marked: Shock = { kind: 'value', firm: 'firm-0', size: 0.25 };
  // 0: outsiders' 60 % of 200 = 120 fall to 90 < 108, so 0.3 x 108 = 32.4 more goes: 117.6 are left.
  // 1: 20 + 0.4 x 117.6 = 67.04 < 90, so 27 goes: 40.04 of 100
  const expected = [1 - 117.6 / 200, 1 - 40.04 / 100];
  expectLosses(lossesOf('cross-holdings', problem, [marked]), expected);
});

test('fire sales: an indebted holder sells to keep its leverage, and the price gives way', () => {
  // 2 holds 30 % of 0 (60) and owes 40 to 3; besides it owns 80, so 140 of assets on 100 of equity.
  // 1 holds 10 % of 0 (20) without debt. Price of 0: falls by 25 %, and by what is sold over 200.
  const problem: SmallProblem = {
    valueUsd: [200, 100, 100, 50],
    priceImpact: 1,
    stakes: [
      { holder: 1, issuer: 0, stake: 0.1 },
      { holder: 2, issuer: 0, stake: 0.3 },
    ],
    loans: [{ lender: 3, borrower: 2, faceUsd: 40, serviceUsd: 0 }],
  };
  const marked: Shock = { kind: 'value', firm: 'firm-0', size: 0.25 };
  // 2 loses 15, sells 0.4 x 15 = 6 in proportion to what it holds: 6 x 60 / 140 of firm 0
  const fall = (6 * 60) / 140 / 200;
  const price = 0.75 * (1 - fall);
  expectLosses(lossesOf('fire-sales', problem, [marked]), [
    1 - price,
    (20 * 0.25 + 20 * fall) / 100,
    (60 * 0.25 + 60 * fall) / 100,
    0,
  ]);
});

/** Firm 1 has lent 50 to firm 0. */
const loan: SmallProblem = {
  valueUsd: [200, 100],
  loans: [{ lender: 1, borrower: 0, faceUsd: 50, serviceUsd: 0 }],
};

test('stakes and loans: owners lose before lenders', () => {
  const failing: Shock = { kind: 'default', firm: 'firm-0', size: 0.9 };
  // assets 250, of which 25 are left for a debt of 50
  expectLosses(lossesOf('equity-debt', loan, [failing]), [1, 25 / 100]);
  const marked: Shock = { kind: 'value', firm: 'firm-0', size: 0.25 };
  expectLosses(lossesOf('equity-debt', loan, [marked]), [0.25, 0]);
});

test('NEVA: the lender loses before the borrower fails, and less than with it', () => {
  const marked: Shock = { kind: 'value', firm: 'firm-0', size: 0.9 };
  const failing: Shock = { kind: 'default', firm: 'firm-0', size: 1 };
  const [own, mild] = lossesOf('neva', loan, [marked]);
  const [, harsh] = lossesOf('neva', loan, [failing]);
  expect(own).toBeCloseTo(0.9, 12);
  expect(mild).toBeGreaterThan(0);
  expect(harsh).toBeGreaterThan(mild!);
  expect(harsh).toBeLessThanOrEqual(50 / 100 + 1e-12);
});

test('a firm with nothing to lose has no share', () => {
  const unknown = {
    ...orders,
    valueUsd: [200, Number.NaN],
    externalRevenueUsd: [100, 0],
    orders: [],
  };
  for (const { id, unit } of ADAPTERS) {
    const [known, other] = lossesOf(id, unknown, [halfRevenue]);
    expect(known).not.toBeNull();
    if (unit.en === 'share of value') expect(other).toBeNull();
  }
});
