import { describe, expect, test } from 'vitest';
import { ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { buildWeb } from '../../../src/models/chained-boats/web.ts';
import { type SmallProblem, smallInputs } from '../small-inputs.ts';
import { play } from './play.ts';

const lossOf = (result: ReturnType<typeof play>) => [...result.solution.state.valueLossUsd];
const causesOf = (result: ReturnType<typeof play>, firm: number) =>
  result.ledger.lines[firm]!.map((line) => [line.cause, line.firm ?? null, line.round]);

describe('refuses', () => {
  test('variable cost above what a failed firm recovers of its revenue', () => {
    const inputs = smallInputs(1, {
      externalRevenueUsd: [100],
      variableCostUsd: [61],
      ownRecovery: 0.6,
    });
    expect(() => buildWeb(inputs)).toThrow(ModelError);
    expect(() => buildWeb(inputs)).toThrow(/firm-0.*61 USD.*at most 60 USD/);
  });

  test('a shock on a firm, layer or deal that is not there, and tearing up what is paid for', () => {
    const problem: SmallProblem = {
      valueUsd: [5, 7],
      stakes: [{ holder: 0, issuer: 1, stake: 0.2 }],
    };
    const run = (shock: Parameters<typeof play>[2][number]) => () => play(2, problem, [shock]);
    expect(run({ kind: 'value', firm: 'nobody', size: 0.1 })).toThrow(ScenarioError);
    expect(run({ kind: 'multiple', layer: 'nowhere', size: 0.1 })).toThrow(ScenarioError);
    expect(run({ kind: 'cancel', deal: 'stake-0', size: 1 })).toThrow(/paid for/);
  });

  test('book values of firms that own each other wholly', () => {
    const ring = smallInputs(2, {
      valuation: 'book',
      liquidShare: 1,
      fundsUsd: [1, 2],
      stakes: [
        { holder: 0, issuer: 1, stake: 1 },
        { holder: 1, issuer: 0, stake: 1 },
      ],
    });
    expect(() => buildWeb(ring)).toThrow(ModelError);
  });
});

describe('the baseline', () => {
  test('a firm whose sources do not cover its uses is given the gap, and no slack', () => {
    // Firm 0: 10 from outside + 5 cash against 8 + 4 costs + 30 orders: 27 short.
    // Firm 1: 30 from firm 0 against 6 costs: 24 to spare.
    const web = buildWeb(
      smallInputs(2, {
        externalRevenueUsd: [10, 0],
        fixedCostUsd: [8, 6],
        variableCostUsd: [4, 0],
        fundsUsd: [5, 0],
        orders: [{ customer: 0, supplier: 1, usd: 30, takeOrPay: 0.4 }],
      }),
    );
    expect([...web.gapUsd]).toEqual([27, 0]);
    expect([...web.slackUsd]).toEqual([0, 24]);
    expect(web.tiers.bindingUsd[0]).toBeCloseTo(12, 12);
    expect(web.tiers.discretionaryUsd[0]).toBeCloseTo(18, 12);
  });

  test('a firm of unknown value is worth its claims, through chains of such firms', () => {
    const web = buildWeb(
      smallInputs(3, {
        valueUsd: [Number.NaN, Number.NaN, 40],
        stakes: [
          { holder: 0, issuer: 1, stake: 0.5 },
          { holder: 1, issuer: 2, stake: 0.25 },
        ],
        loans: [{ lender: 1, borrower: 2, faceUsd: 6, serviceUsd: 1 }],
      }),
    );
    expect([...web.startValueUsd]).toEqual([8, 16, 40]);
  });
});

describe('three firms by hand', () => {
  // Firm 0 sells 100 outside, runs at 40, orders 50 of firm 1 (half of it take-or-pay) and has 10
  // to spare. Firm 1 sells 50 outside too; firm 2 owns 20 % of firm 1.
  const problem: SmallProblem = {
    externalRevenueUsd: [100, 50, 0],
    fixedCostUsd: [40, 10, 0],
    valueUsd: [300, 200, 90],
    revenueElasticity: 1,
    orders: [{ customer: 0, supplier: 1, usd: 50, takeOrPay: 0.5 }],
    stakes: [{ holder: 2, issuer: 1, stake: 0.2 }],
  };
  const revenueShock = (size: number) =>
    play(3, problem, [{ kind: 'revenue', firm: 'firm-0', size }]);

  test('a tenth less revenue is taken from slack; need falls by a tenth', () => {
    // Firm 0: activity 0.9, value 270. Discretionary 25 falls to 22.5: firm 1 earns 97.5 of 100 and
    // loses 5 of 200; firm 2 loses 1 of 90.
    const result = revenueShock(0.1);
    expect(result.solution.state.discretionaryUnpaid[0]).toBe(0);
    const [first, second, third] = lossOf(result);
    expect(first).toBeCloseTo(30, 10);
    expect(second).toBeCloseTo(5, 10);
    expect(third).toBeCloseTo(1, 10);
  });

  test('means bind: 30 lost, 10 spared, 20 short of 25 discretionary', () => {
    // pd = 0.2, so q = 0.5 + 0.5 x min(0.7, 0.2) = 0.6: firm 1 earns 80 of 100, loses 40 of 200.
    const result = revenueShock(0.3);
    expect(result.solution.state.discretionaryUnpaid[0]).toBeCloseTo(0.8, 12);
    expect(result.solution.state.failed[0]).toBe(0);
    expect(lossOf(result)[1]).toBeCloseTo(40, 10);
    expect(lossOf(result)[2]).toBeCloseTo(8, 10);
  });

  test('a binding claim unmet is a failure: 45 lost, 10 short of take-or-pay', () => {
    // pt = 0.6: firm 1 earns 50 + 25 x 0.6 = 65 of 100.
    const result = revenueShock(0.45);
    expect(result.solution.state.failed[0]).toBe(1);
    expect(result.solution.state.bindingUnpaid[0]).toBeCloseTo(0.4, 12);
    expect(lossOf(result)[1]).toBeCloseTo(70, 10);
  });

  test('the fire takes a round per hop, and the ledger names who lit whom', () => {
    const result = revenueShock(0.3);
    expect(causesOf(result, 0)).toEqual([['own-shock', null, 1]]);
    expect(causesOf(result, 1)).toEqual([['lost-order', 'firm-0', 2]]);
    expect(causesOf(result, 2)).toEqual([['holding', 'firm-1', 3]]);
  });
});

describe('equity for orders', () => {
  test('a warrant is worth the fulfilled share of the order that earns it', () => {
    // Firm 0 holds a warrant on a tenth of firm 1 for its order. The order is half torn up: firm 1
    // loses 15 of its revenue of 60, a quarter of 400; half of the warrant lapses.
    const result = play(
      2,
      {
        externalRevenueUsd: [500, 30],
        valueUsd: [800, 400],
        revenueElasticity: 1,
        orders: [{ customer: 0, supplier: 1, usd: 30, takeOrPay: 1 }],
        stakes: [{ holder: 0, issuer: 1, stake: 0.1, warrantOn: 0 }],
      },
      [{ kind: 'cancel', deal: 'order-0', size: 0.5 }],
    );
    expect(lossOf(result)[1]).toBeCloseTo(100, 9);
    // 0.1 x (400 - 0.5 x 300) = 25
    expect(lossOf(result)[0]).toBeCloseTo(25, 9);
  });

  test('a tranche is paid as far as its payer can and its order goes', () => {
    // Firm 1 promised firm 0 20 for its order of 40; the order is torn up, firm 0 loses the tranche
    // and, with nothing to spare, half of its other order of 40, all discretionary.
    const result = play(
      3,
      {
        externalRevenueUsd: [60, 10, 0],
        fundsUsd: [0, 100, 0],
        valueUsd: [100, 80, 60],
        orders: [
          { customer: 0, supplier: 1, usd: 40, takeOrPay: 0 },
          { customer: 0, supplier: 2, usd: 40, takeOrPay: 0 },
        ],
        promises: [{ payer: 1, payee: 0, usd: 20, link: 0 }],
      },
      [{ kind: 'cancel', deal: 'order-0', size: 1 }],
    );
    expect(result.solution.state.discretionaryUnpaid[0]).toBeCloseTo(20 / 80, 12);
  });

  test('a holder in need sells, and the price of what it holds gives way', () => {
    // Firm 0 can't pay 30 % of its discretionary order: it puts 0.4 x 0.5 x 0.3 = 6 % of firm 1 up
    // for sale; at an impact of 1.5 firm 1 loses 9 % of 200 = 18, and firm 0 0.4 of that.
    const result = play(
      3,
      {
        externalRevenueUsd: [100, 0, 0],
        valueUsd: [500, 200, 50],
        liquidShare: 0.5,
        priceImpact: 1.5,
        outsideServiceUsd: [60, 0, 0],
        orders: [{ customer: 0, supplier: 2, usd: 80, takeOrPay: 0 }],
        stakes: [{ holder: 0, issuer: 1, stake: 0.4 }],
      },
      [{ kind: 'revenue', firm: 'firm-0', size: 0.6 }],
    );
    // Short: 60 lost less the 40 that the stake would fetch, plus what its fall takes off that.
    const unpaid = result.solution.state.discretionaryUnpaid[0]!;
    const fall = result.solution.state.valueLossUsd[1]!;
    expect(fall).toBeCloseTo(200 * 1.5 * 0.4 * 0.5 * unpaid, 8);
    expect(unpaid).toBeCloseTo((20 + 0.5 * 0.4 * fall) / 80, 10);
    expect(causesOf(result, 1)[0]).toEqual(['forced-sale', 'firm-0', 2]);
  });
});

describe('each kind of shock', () => {
  const problem: SmallProblem = {
    externalRevenueUsd: [80, 40],
    fixedCostUsd: [100, 10],
    valueUsd: [100, 60],
    fundingElasticity: 1,
    revenueElasticity: 1,
    failureCostUsd: [20, 5],
    orders: [{ customer: 0, supplier: 1, usd: 30, takeOrPay: 0, essentiality: 0.5 }],
    loans: [{ lender: 1, borrower: 0, faceUsd: 12, serviceUsd: 4 }],
  };
  const hit = (shock: Parameters<typeof play>[2][number]) => play(2, problem, [shock]);

  test('value: a markdown of core value, which dries up funding', () => {
    // 10 % off 100; the gap of 54 can be funded at 90 %, so 5.4 of 30 discretionary go unpaid.
    const result = hit({ kind: 'value', firm: 'firm-0', size: 0.1 });
    expect(result.solution.state.discretionaryUnpaid[0]).toBeGreaterThan(5.4 / 30 - 1e-12);
    expect(causesOf(result, 0)[0]).toEqual(['own-shock', null, 1]);
  });

  test('funding: for one firm or for all', () => {
    const one = hit({ kind: 'funding', firm: 'firm-0', size: 0.2 });
    const all = hit({ kind: 'funding', firm: 'all', size: 0.2 });
    expect(one.solution.state.discretionaryUnpaid[0]).toBeGreaterThan(0);
    expect(all.solution.state).toEqual(one.solution.state);
  });

  test('capacity: the supplier delivers less and its customer can sell less', () => {
    // Firm 1 delivers 60 %; half of what firm 0 sells depends on it: 20 % less.
    const shock = { kind: 'capacity', firm: 'firm-1', size: 0.4 } as const;
    const result = play(2, { ...problem, fundsUsd: [90, 0] }, [shock]);
    expect(result.solution.state.activityLoss[1]).toBeCloseTo(0.4, 12);
    expect(result.solution.state.capacityLoss[0]).toBeCloseTo(0.2, 12);
    expect(lossOf(result)[0]).toBeCloseTo(20, 10);
    expect(causesOf(result, 0)[0]).toEqual(['missed-delivery', 'firm-1', 2]);
  });

  test('default: pays nothing, delivers nothing, is worth nothing', () => {
    const result = hit({ kind: 'default', firm: 'firm-0', size: 1 });
    const { state } = result.solution;
    expect(state.failed[0]).toBe(1);
    expect([state.debtUnpaid[0], state.discretionaryUnpaid[0], state.activityLoss[0]]).toEqual([
      1, 1, 1,
    ]);
    expect(state.valueLossUsd[0]).toBe(100);
    // Firm 1 loses 30 of 70 in revenue and the loan of 12: 60 x 30 / 70 + 12.
    expect(state.valueLossUsd[1]).toBeCloseTo((60 * 30) / 70 + 12, 9);
  });

  test('multiple: a layer is re-rated', () => {
    const result = hit({ kind: 'multiple', layer: 'layer', size: 0.375 });
    expect(result.solution.state.valueLossUsd[1]).toBeGreaterThanOrEqual(60 * 0.375 - 1e-9);
  });

  test('two shocks on one firm leave the product of what each leaves', () => {
    const twice = play(2, problem, [
      { kind: 'revenue', firm: 'firm-1', size: 0.5 },
      { kind: 'revenue', firm: 'firm-1', size: 0.2 },
    ]);
    const once = hit({ kind: 'revenue', firm: 'firm-1', size: 0.6 });
    expect(twice.solution.state).toEqual(once.solution.state);
  });
});

describe('the solver is honest', () => {
  // Two firms own 99.7 % and 99.7 % of each other: losses shrink by 0.3 % a round.
  const ring: SmallProblem = {
    valueUsd: [1000, 1000],
    stakes: [
      { holder: 0, issuer: 1, stake: 0.997 },
      { holder: 1, issuer: 0, stake: 0.997 },
    ],
  };
  const shock = [{ kind: 'value', firm: 'firm-0', size: 0.5 }] as const;

  test('a slow web comes within its stated bound of the exact answer', () => {
    // Core 3 each, half of one lost: e0 = 1.5 + 0.997 e1, e1 = 0.997 e0.
    const exact = 1.5 / (1 - 0.997 ** 2);
    const { solution } = play(2, ring, shock);
    expect(solution.converged).toBe(true);
    const error = Math.abs(solution.state.valueLossUsd[0]! - exact) / 1000;
    expect(error).toBeLessThan(1e-9);
    expect(error).toBeLessThanOrEqual(solution.errorBound! + 1e-12);
  });

  test('too few passes are said to be too few', () => {
    const { solution } = play(2, ring, shock, { maxPasses: 16, playedRounds: 3 });
    expect(solution.converged).toBe(false);
    expect(solution.errorBound).toBeNull();
    expect(solution.residual).toBeGreaterThan(1e-6);
  });
});
