import type { Shock } from '../../../../src/scenario/schema.ts';
import { randomPairs, seededRandom } from '../../../random.ts';
import type { SmallProblem } from '../../small-inputs.ts';

export interface RandomWeb {
  readonly size: number;
  readonly problem: SmallProblem;
  readonly shocks: readonly Shock[];
}

/**
 * A web with every kind of leg: orders with take-or-pay and essential inputs, stakes, warrants and
 * tranches linked to orders, loans and guarantees, thresholds, failure costs, imperfect recovery,
 * forced sales, a negative core here and there; and shocks of several kinds. Firms are unequal.
 */
export const randomWeb = (seed: number): RandomWeb => {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const size = 3 + Math.floor(random() * 8);
  const perFirm = (draw: () => number) => Array.from({ length: size }, draw);
  const ownRecovery = between(0.5, 1);
  const receivableRecovery = between(0.5, 1);
  const orders = randomPairs(size, 0.35, random).map(([customer, supplier]) => ({
    customer,
    supplier,
    usd: 10 ** between(-1, 2),
    takeOrPay: random(),
    essentiality: random() < 0.25 ? random() : 0,
    category: Math.floor(random() * 2),
  }));
  const room = new Array<number>(size).fill(0.9);
  const stakes = randomPairs(size, 0.25, random).map(([holder, issuer]) => {
    const stake = room[issuer]! * random();
    room[issuer]! -= stake;
    const warrant = orders.length > 0 && random() < 0.3;
    const warrantOn = Math.floor(random() * orders.length);
    return { holder, issuer, stake, ...(warrant ? { warrantOn } : {}) };
  });
  const promises = randomPairs(size, 0.15, random).map(([payer, payee]) => ({
    payer,
    payee,
    usd: 10 ** between(-1, 1.5),
    link: orders.length > 0 && random() < 0.5 ? Math.floor(random() * orders.length) : -1,
  }));
  const loans = randomPairs(size, 0.2, random).map(([lender, borrower]) => {
    const faceUsd = 10 ** between(0, 2);
    const guarantee = random() < 0.2;
    return { lender, borrower, faceUsd, guarantee, serviceUsd: guarantee ? 0 : faceUsd * 0.2 };
  });
  const outside = perFirm(() => (random() < 0.15 ? 0 : 10 ** between(0, 2)));
  const revenue = outside.slice();
  for (const { supplier, usd } of orders) revenue[supplier]! += usd;
  const values = perFirm(() => 10 ** between(1, 3.5));
  const problem: SmallProblem = {
    externalRevenueUsd: outside,
    fixedCostUsd: revenue.map((usd) => usd * 0.6 * random()),
    variableCostUsd: revenue.map(
      (usd) => usd * Math.min(ownRecovery, receivableRecovery) * random(),
    ),
    fundsUsd: perFirm(() => (random() < 0.3 ? 0 : 10 ** between(-1, 2))),
    reserveUsd: perFirm(() => (random() < 0.7 ? 0 : 5 * random())),
    outsideServiceUsd: perFirm(() => (random() < 0.5 ? 0 : 10 ** between(-1, 1))),
    plannedFundingUsd: perFirm(() => (random() < 0.7 ? 0 : 10 * random())),
    valueUsd: values.map((value) => (random() < 0.1 ? Number.NaN : value)),
    revenueElasticity: between(0, 2),
    fundingElasticity: random() < 0.5 ? 1 : between(0.2, 2),
    failureThreshold: perFirm(() => (random() < 0.5 ? 0 : between(0.1, 0.6))),
    failureCostUsd: values.map((value) => value * 0.4 * random()),
    ownRecovery,
    receivableRecovery,
    liquidShare: between(0, 0.8),
    priceImpact: random() < 0.3 ? 0 : between(0, 2),
    valuation: random() < 0.25 ? 'book' : 'market',
    orders,
    stakes,
    promises,
    loans,
  };
  return { size, problem, shocks: randomShocks(size, orders.length, random) };
};

const FIRM_KINDS = ['revenue', 'value', 'funding', 'capacity', 'default'] as const;

const randomShocks = (size: number, orders: number, random: () => number): Shock[] => {
  const shocks: Shock[] = [];
  const count = 1 + Math.floor(random() * 3);
  for (let at = 0; at < count; at++) {
    const kind = FIRM_KINDS[Math.floor(random() * FIRM_KINDS.length)]!;
    if (kind === 'default' && random() < 0.6) continue;
    const firm = random() < 0.1 ? 'all' : `firm-${Math.floor(random() * size)}`;
    shocks.push({ kind, firm, size: random() });
  }
  if (orders > 0 && random() < 0.3) {
    const deal = `order-${Math.floor(random() * orders)}`;
    shocks.push({ kind: 'cancel', deal, size: random() });
  }
  if (random() < 0.1) shocks.push({ kind: 'multiple', layer: 'layer', size: random() / 2 });
  return shocks;
};

/** The same web with every sum of money multiplied. */
export const scaled = (problem: SmallProblem, factor: number): SmallProblem => {
  const times = (values: readonly number[] | undefined) =>
    values?.map((value) => value * factor) ?? [];
  return {
    ...problem,
    externalRevenueUsd: times(problem.externalRevenueUsd),
    fixedCostUsd: times(problem.fixedCostUsd),
    variableCostUsd: times(problem.variableCostUsd),
    fundsUsd: times(problem.fundsUsd),
    reserveUsd: times(problem.reserveUsd),
    outsideServiceUsd: times(problem.outsideServiceUsd),
    plannedFundingUsd: times(problem.plannedFundingUsd),
    valueUsd: times(problem.valueUsd),
    failureCostUsd: times(problem.failureCostUsd),
    orders: (problem.orders ?? []).map((order) => ({ ...order, usd: order.usd * factor })),
    promises: (problem.promises ?? []).map((one) => ({ ...one, usd: one.usd * factor })),
    loans: (problem.loans ?? []).map((loan) => ({
      ...loan,
      faceUsd: loan.faceUsd * factor,
      serviceUsd: loan.serviceUsd * factor,
    })),
  };
};

/** The same web with firm i renamed to `place[i]`. */
export const relabelled = (problem: SmallProblem, place: readonly number[]): SmallProblem => {
  const moved = (values: readonly number[] | undefined): number[] => {
    const result = new Array<number>(place.length).fill(0);
    values?.forEach((value, i) => {
      result[place[i]!] = value;
    });
    return result;
  };
  const to = (firm: number) => place[firm]!;
  return {
    ...problem,
    externalRevenueUsd: moved(problem.externalRevenueUsd),
    fixedCostUsd: moved(problem.fixedCostUsd),
    variableCostUsd: moved(problem.variableCostUsd),
    fundsUsd: moved(problem.fundsUsd),
    reserveUsd: moved(problem.reserveUsd),
    outsideServiceUsd: moved(problem.outsideServiceUsd),
    plannedFundingUsd: moved(problem.plannedFundingUsd),
    valueUsd: moved(problem.valueUsd),
    failureThreshold: moved(problem.failureThreshold),
    failureCostUsd: moved(problem.failureCostUsd),
    orders: (problem.orders ?? []).map((one) => ({
      ...one,
      customer: to(one.customer),
      supplier: to(one.supplier),
    })),
    stakes: (problem.stakes ?? []).map((one) => ({
      ...one,
      holder: to(one.holder),
      issuer: to(one.issuer),
    })),
    promises: (problem.promises ?? []).map((one) => ({
      ...one,
      payer: to(one.payer),
      payee: to(one.payee),
    })),
    loans: (problem.loans ?? []).map((one) => ({
      ...one,
      lender: to(one.lender),
      borrower: to(one.borrower),
    })),
  };
};
