import { describe, expect, test } from 'vitest';
import { calmState, valueScaleUsd } from '../../../src/models/chained-boats/state.ts';
import { calmCarry } from '../../../src/questions/path/carry.ts';
import type { PathAccount } from '../../../src/questions/path/path-schema.ts';
import { planFrom } from '../../../src/questions/path/plan-years.ts';
import { type WalkedYear, walkYears } from '../../../src/questions/path/walk-years.ts';
import type { Shock } from '../../../src/scenario/schema.ts';
import { type SmallProblem, smallInputs } from '../../models/small-inputs.ts';
import { randomYears } from './random-years.ts';

const SEEDS = Array.from({ length: 200 }, (_, at) => 3001 + at);

const total = (values: Iterable<number>): number => [...values].reduce((sum, one) => sum + one, 0);
const inflow = ({ in: money }: PathAccount): number => total(Object.values(money));
const outflow = ({ out }: PathAccount): number => total(Object.values(out)) - out.outsideServiceUsd;
const sizeOf = (account: PathAccount): number => account.cashUsd + inflow(account) + 1e-9;

const walkAll = (walk: (years: readonly WalkedYear[], seed: number) => void): void => {
  for (const seed of SEEDS) {
    const { plans, shocks } = randomYears(seed, 3);
    walk(walkYears(plans, shocks), seed);
  }
};

describe('on random webs whose flows differ from year to year', () => {
  test('no shock: nothing is lost, missing or owed in any year, exactly', () => {
    for (const seed of SEEDS) {
      const { plans } = randomYears(seed, 3);
      for (const { state, before, after, web } of walkYears(plans, [])) {
        expect(state).toEqual(calmState(web.size));
        expect(before).toEqual(calmCarry(web));
        expect(after).toEqual(calmCarry(web));
      }
    }
  });

  test('cash at the end is cash plus what came in less what went out, and starts the next year', () => {
    walkAll((years) => {
      years.forEach(({ accounts, web }, at) => {
        accounts.forEach((account, i) => {
          const close = 1e-9 * (web.usesUsd[i]! + sizeOf(account));
          const off = account.cashUsd + inflow(account) - outflow(account) - account.cashEndUsd;
          expect(Math.abs(off)).toBeLessThanOrEqual(close);
          const next = years[at + 1]?.accounts[i];
          if (next === undefined) return;
          expect(Math.abs(next.cashUsd - account.cashEndUsd)).toBeLessThanOrEqual(close);
        });
      });
    });
  });

  test('every dollar that one firm of the web pays, another receives; nothing is negative', () => {
    walkAll((years) => {
      for (const { accounts } of years) {
        const size = total(accounts.map(sizeOf));
        const sum = (of: (account: PathAccount) => number): number => total(accounts.map(of));
        expect(sum((one) => one.in.ordersUsd - one.out.ordersUsd)).toBeCloseTo(0, 6);
        expect(sum((one) => one.in.promisesUsd - one.out.promisesUsd)).toBeCloseTo(0, 6);
        const inside = (one: PathAccount): number => one.out.serviceUsd - one.out.outsideServiceUsd;
        expect(sum((one) => one.in.serviceUsd - inside(one))).toBeCloseTo(0, 6);
        for (const { in: money, out, cashEndUsd } of accounts) {
          for (const usd of [...Object.values(money), ...Object.values(out), cashEndUsd]) {
            expect(usd).toBeGreaterThanOrEqual(-1e-9 * size);
          }
        }
      }
    });
  });

  test('it settles; losses never fall back; a failed firm stays failed, worth nothing the year after', () => {
    let failures = 0;
    walkAll((years) => {
      years.forEach(({ state, limit, web, after, before }, at) => {
        expect(limit.errorBound).toBeLessThanOrEqual(1e-10);
        const earlier = years[at - 1]?.state;
        state.valueLossUsd.forEach((loss, i) => {
          expect(loss).toBeGreaterThanOrEqual((earlier?.valueLossUsd[i] ?? 0) * (1 - 1e-12));
          expect(state.failed[i]).toBeGreaterThanOrEqual(before.failed[i]!);
          if (before.failed[i] === 1) {
            expect(loss).toBeCloseTo(Math.max(0, web.startValueUsd[i]!), 6);
            failures++;
          }
        });
        for (const usd of after.arrearsUsd) expect(usd).toBeGreaterThanOrEqual(0);
      });
    });
    expect(failures).toBeGreaterThan(50);
  });

  test('a larger shock helps nobody in any year, where nobody has stakes to sell', () => {
    const noSales = (problem: SmallProblem): SmallProblem => ({ ...problem, liquidShare: 0 });
    let worse = 0;
    for (const seed of SEEDS) {
      const { plans, shocks } = randomYears(seed, 3, noSales);
      const milder = shocks.map((shock): Shock => ({ ...shock, size: shock.size * 0.6 }));
      const mild = walkYears(plans, milder);
      walkYears(plans, shocks).forEach(({ state, web }, at) => {
        state.valueLossUsd.forEach((loss, i) => {
          const less = mild[at]!.state.valueLossUsd[i]!;
          expect(less).toBeLessThanOrEqual(loss + 1e-9 * valueScaleUsd(web, i));
          if (less < loss) worse++;
        });
      });
    }
    expect(worse).toBeGreaterThan(SEEDS.length);
  });
});

describe('by hand', () => {
  const plansOf = (count: number, size: number, problem: SmallProblem) =>
    planFrom(
      Array.from({ length: count }, (_, at) => {
        const inputs = smallInputs(size, problem);
        return { year: 2026 + at, inputs, layers: inputs.firms.map(() => 'layer') };
      }),
    );

  test('cash runs out: 25 in hand, 10 short a year, 20 a year of binding orders', () => {
    const plans = plansOf(4, 2, {
      externalRevenueUsd: [50, 10],
      fixedCostUsd: [30, 0],
      fundsUsd: [25, 0],
      valueUsd: [0, 100],
      orders: [{ customer: 0, supplier: 1, usd: 20, takeOrPay: 1 }],
    });
    const years = walkYears(plans, [{ kind: 'revenue', firm: 'firm-0', size: 0.2 }]);
    expect(years.map(({ accounts }) => accounts[0]!.cashEndUsd)).toEqual([15, 5, 0, 0]);
    // 40 + 5 in hand - 30 of cost leaves 15 of 20 in the third year; then it is in default.
    const orders = years.map(({ accounts }) => Number(accounts[1]!.in.ordersUsd.toFixed(9)));
    expect(orders).toEqual([20, 20, 15, 0]);
    expect(years.map(({ state }) => state.failed[0])).toEqual([0, 0, 1, 1]);
  });

  test('unpaid service is due again; paid late, it reaches its lender', () => {
    const service = { lender: 1, borrower: 0, faceUsd: 100, serviceUsd: 30 };
    const [first, second] = [50, 90].map((usd, at) => ({
      year: 2026 + at,
      layers: ['layer', 'layer'],
      inputs: smallInputs(2, {
        externalRevenueUsd: [usd, 10],
        fixedCostUsd: [20, 0],
        valueUsd: [400, 300],
        loans: [service],
      }),
    }));
    const plans = planFrom([first!, second!]);
    const shock: Shock = { kind: 'revenue', firm: 'firm-0', size: 0.2 };
    // A binding claim unmet is a failure, and a failed firm pays nothing the year after.
    const [one, two] = walkYears(plans, [shock]);
    expect(one!.accounts[0]!.out.serviceUsd).toBeCloseTo(20, 9);
    expect([...one!.after.arrearsUsd][0]).toBeCloseTo(10, 9);
    expect(two!.web.tiers.debtUsd[0]).toBeCloseTo(40, 9);
    expect(two!.web.slackUsd[1]! - plans[1]!.web.slackUsd[1]!).toBeCloseTo(10 - 10, 9);
    expect([...two!.after.arrearsUsd][0]).toBeCloseTo(40, 9);
  });

  test('a shock that goes on takes the same value once', () => {
    const plans = plansOf(3, 1, {
      externalRevenueUsd: [80],
      valueUsd: [500],
      revenueElasticity: 1,
    });
    const years = walkYears(plans, [{ kind: 'revenue', firm: 'firm-0', size: 0.25 }]);
    for (const { state } of years) expect(state.valueLossUsd[0]).toBeCloseTo(125, 9);
  });

  test('assumed cash and stakes for sale are used once', () => {
    const plans = plansOf(3, 2, {
      externalRevenueUsd: [50, 10],
      fixedCostUsd: [50, 0],
      reserveUsd: [6, 0],
      liquidShare: 0.5,
      valueUsd: [0, 40],
      stakes: [{ holder: 0, issuer: 1, stake: 0.3 }],
      orders: [{ customer: 0, supplier: 1, usd: 0, takeOrPay: 1 }],
    });
    // 10 short a year: 6 of assumed cash and 4 of the 6 that half of the stake fetches, then 2, then none.
    const years = walkYears(plans, [{ kind: 'revenue', firm: 'firm-0', size: 0.2 }]);
    const used = years.map(({ accounts }) => [accounts[0]!.in.reserveUsd, accounts[0]!.in.soldUsd]);
    expect(used[0]![0]).toBeCloseTo(6, 9);
    expect(used[0]![1]).toBeCloseTo(4, 9);
    expect(used[1]![0]).toBeCloseTo(0, 9);
    expect(used[1]![1]).toBeCloseTo(2, 9);
    expect(years[1]!.state.failed[0]).toBe(1);
  });
});
