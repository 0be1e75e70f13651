import { describe, expect, test } from 'vitest';
import { play } from './play.ts';

const linesOf = (result: ReturnType<typeof play>, firm: number) =>
  result.ledger.lines[firm]!.map(({ cause, deal, firm: other }) => [cause, deal, other]);

describe('what failing costs goes to what made the firm fail', () => {
  test('an essential input that missed, not the stake that fell at the same time', () => {
    // 100 of revenue against 95 of cost and orders: half of the input missing is 50 lost.
    const result = play(
      3,
      {
        externalRevenueUsd: [100, 10, 10],
        fixedCostUsd: [90, 0, 0],
        valueUsd: [1000, 60, 200],
        failureCostUsd: [300, 0, 0],
        orders: [{ customer: 0, supplier: 1, usd: 5, takeOrPay: 1, essentiality: 1 }],
        stakes: [{ holder: 0, issuer: 2, stake: 0.2 }],
      },
      [
        { kind: 'capacity', firm: 'firm-1', size: 0.5 },
        { kind: 'value', firm: 'firm-2', size: 0.1 },
      ],
    );
    expect(linesOf(result, 0)).toEqual([
      ['holding', 'stake-0', 'firm-2'],
      ['failure-cost', 'order-0', 'firm-1'],
    ]);
  });

  test('a stake that fell, where the cost saved with lost revenue keeps every claim paid', () => {
    // All of 100 outside lost of 160; 50 of variable cost saved; 70 to spare: claims are met. The
    // stake loses 225 of 1000, below the threshold of 950.
    const result = play(
      3,
      {
        externalRevenueUsd: [100, 70, 10],
        variableCostUsd: [80, 0, 0],
        fixedCostUsd: [10, 0, 0],
        valueUsd: [1000, 60, 500],
        failureThreshold: [0.95, 0, 0],
        failureCostUsd: [300, 0, 0],
        orders: [{ customer: 1, supplier: 0, usd: 60, takeOrPay: 1 }],
        stakes: [{ holder: 0, issuer: 2, stake: 0.9 }],
      },
      [
        { kind: 'revenue', firm: 'firm-0', size: 1 },
        { kind: 'value', firm: 'firm-2', size: 0.5 },
      ],
    );
    expect(result.solution.state.bindingUnpaid[0]).toBe(0);
    expect(linesOf(result, 0)).toEqual([
      ['holding', 'stake-0', 'firm-2'],
      ['failure-cost', 'stake-0', 'firm-2'],
    ]);
  });
});

describe('a deal torn up', () => {
  test('an essential input does not come: the shock did it, through that deal', () => {
    // 60 % of an order is torn up on which half of the output rests: 30 % less.
    const result = play(
      2,
      {
        externalRevenueUsd: [100, 10],
        fundsUsd: [200, 0],
        valueUsd: [100, 60],
        revenueElasticity: 1,
        orders: [{ customer: 0, supplier: 1, usd: 30, takeOrPay: 1, essentiality: 0.5 }],
      },
      [{ kind: 'cancel', deal: 'order-0', size: 0.6 }],
    );
    expect(result.solution.state.capacityLoss[0]).toBeCloseTo(0.3, 12);
    expect(result.solution.state.valueLossUsd[0]).toBeCloseTo(30, 10);
    expect(linesOf(result, 0)).toEqual([['own-shock', 'order-0', undefined]]);
  });

  test('a tranche that the scenario tears up is not its payer’s doing', () => {
    for (const valuation of ['book', 'market'] as const) {
      const result = play(
        2,
        {
          valuation,
          externalRevenueUsd: [10, 100],
          fixedCostUsd: [20, 0],
          valueUsd: [100, 80],
          failureCostUsd: [30, 0],
          promises: [{ payer: 1, payee: 0, usd: 20 }],
        },
        [{ kind: 'cancel', deal: 'promise-0', size: 1 }],
      );
      expect(result.solution.state.failed[0]).toBe(1);
      for (const [cause, , other] of linesOf(result, 0)) {
        expect(['own-shock', 'failure-cost', 'limited-liability']).toContain(cause);
        expect(other).toBeUndefined();
      }
    }
  });
});

test('a tranche lapses because of whoever did not fulfil the order behind it', () => {
  // Firm 2 can pay; firm 0 loses half of what it needs and with it half of the tranche of its order.
  const result = play(
    3,
    {
      valuation: 'book',
      externalRevenueUsd: [100, 10, 100],
      fundsUsd: [100, 0, 0],
      orders: [{ customer: 0, supplier: 1, usd: 30, takeOrPay: 0 }],
      promises: [{ payer: 2, payee: 0, usd: 20, link: 0 }],
    },
    [{ kind: 'revenue', firm: 'firm-0', size: 0.5 }],
  );
  expect(result.solution.state.promisedUnpaid[2]).toBe(0);
  expect(result.ledger.lines[0]).toEqual([
    { cause: 'own-shock', round: 1, usd: 50 },
    { cause: 'cut-tranche', deal: 'promise-0', firm: 'firm-0', round: 2, usd: 10 },
  ]);
});

test('a firm without claims does not fail by rounding when it loses all that it receives', () => {
  for (let step = 1; step <= 200; step++) {
    const { solution } = play(
      3,
      {
        externalRevenueUsd: [0.1 * step, 50, 50],
        fundsUsd: [0, 200, 200],
        valueUsd: [100, 500, 500],
        failureCostUsd: [30, 0, 0],
        orders: [
          { customer: 1, supplier: 0, usd: 0.37 * step, takeOrPay: 1 },
          { customer: 2, supplier: 0, usd: 0.011 * step, takeOrPay: 1 },
        ],
      },
      [
        { kind: 'revenue', firm: 'firm-0', size: 1 },
        { kind: 'cancel', deal: 'order-0', size: 1 },
        { kind: 'cancel', deal: 'order-1', size: 1 },
      ],
    );
    expect(solution.state.activityLoss[0]).toBeCloseTo(1, 12);
    expect([...solution.state.failed]).toEqual([0, 0, 0]);
  }
});
