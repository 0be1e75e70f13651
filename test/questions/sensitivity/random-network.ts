import type { NetworkDocument } from '../../../src/data/schema.ts';
import type { Scenario, Shock } from '../../../src/scenario/schema.ts';
import { randomPairs, seededRandom } from '../../random.ts';

export interface RandomNetwork {
  readonly document: NetworkDocument;
  readonly scenario: Scenario;
}

const STATUSES = ['closed', 'signed', 'announced', 'reported', 'loi', 'rumoured'] as const;

/**
 * Records of every form that the derivation reads: totals, yearly figures, schedules and gigawatts, open
 * terms, dollars counted elsewhere, stakes stated and worked out, tranches, loans with and without
 * service, guarantees, firms of unknown value, cash or income, and figures stated outright. Firms are
 * unequal, and no figure is round, so that no two limits of the model tie.
 */
export const randomNetwork = (seed: number): RandomNetwork => {
  const random = seededRandom(seed * 104_729);
  const between = (low: number, high: number) => low + (high - low) * random();
  const maybe = <Fields extends object>(chance: number, fields: Fields): Partial<Fields> =>
    random() < chance ? fields : {};
  const status = () => STATUSES[Math.floor(random() * STATUSES.length)]!;
  const usd = (power: number) => 1e9 * 10 ** between(0, power);
  const size = 5 + Math.floor(random() * 4);
  const id = (i: number) => `firm-${i}`;
  const year = (low: number, high: number) => Math.floor(between(low, high + 1));
  const firms = Array.from({ length: size }, (_, i) => {
    const revenueUsd = usd(2);
    return {
      id: id(i),
      name: { en: `Firm ${i}` },
      layer: i % 2 === 0 ? 'models' : 'compute',
      ...maybe(0.85, { valueUsd: usd(3) }),
      ...maybe(i === 0 ? 1 : 0.8, { revenueUsd }),
      ...maybe(0.7, { operatingIncomeUsd: revenueUsd * between(-0.5, 0.4) }),
      ...maybe(0.6, { cashUsd: usd(1) }),
      ...maybe(0.5, { debtUsd: usd(1.5) }),
      asOf: '2025-12-31',
      ...maybe(0.5, {
        model: {
          ...maybe(0.4, { fixedCostUsd: usd(1) }),
          ...maybe(0.4, { outsideDebtServiceUsd: usd(0.5) }),
          ...maybe(0.4, { outsideFundingUsd: usd(1) }),
          ...maybe(0.4, { revenueElasticity: between(0.5, 1.5) }),
          ...maybe(0.4, { fundingElasticity: between(0.5, 1.5) }),
          ...maybe(0.4, { failureThreshold: between(0.05, 0.3) }),
          ...maybe(0.4, { failureCostUsd: usd(1) }),
          ...maybe(0.4, { liquidShare: between(0.05, 0.5) }),
          ...maybe(0.4, { fundsUsd: usd(1) }),
        },
      }),
    };
  });
  const orders = randomPairs(size, 0.3, random).map(([customer, supplier], at) => {
    const form = Math.floor(random() * 4);
    const stated = [
      { amountUsd: usd(1.5) },
      { perYearUsd: usd(1) },
      { schedule: [2026, 2028, 2029].map((on) => ({ year: on, usd: usd(1) })) },
      { capacityGw: between(0.2, 3), instrument: 'chips' },
    ][form]!;
    return {
      id: `ord-${at}`,
      kind: 'order' as const,
      customer: id(customer),
      supplier: id(supplier),
      instrument: 'cloud',
      status: status(),
      announcedOn: `2025-0${1 + Math.floor(random() * 9)}-17`,
      ...stated,
      ...maybe(0.7, { startYear: year(2025, 2027) }),
      ...maybe(0.6, { endYear: year(2029, 2033) }),
      ...maybe(0.5, { takeOrPay: between(0.1, 0.9) }),
      ...maybe(0.3, { essentiality: between(0.1, 0.9), category: at % 2 === 0 ? 'a' : 'b' }),
      ...(at > 0 && random() < 0.2 ? { within: 'ord-0', withinShare: between(0.2, 0.8) } : {}),
    };
  });
  const equities = randomPairs(size, 0.2, random).map(([holder, issuer], at) => {
    const link = orders[at % Math.max(1, orders.length)]?.id;
    const warrant = link !== undefined && random() < 0.25;
    return {
      id: `eq-${at}`,
      kind: 'equity' as const,
      holder: id(holder),
      issuer: id(issuer),
      instrument: warrant ? 'warrant' : 'shares',
      status: status(),
      ...(random() < 0.6 ? { stake: between(0.02, 0.25) } : { valueUsd: usd(0.5) }),
      ...(warrant ? { contingent: true, link } : {}),
      ...(!warrant && random() < 0.4
        ? { commitmentUsd: usd(1), startYear: 2026, endYear: 2029 }
        : {}),
    };
  });
  const debts = randomPairs(size, 0.15, random).map(([lender, borrower], at) => ({
    id: `debt-${at}`,
    kind: 'debt' as const,
    lender: id(lender),
    borrower: id(borrower),
    instrument: 'loan',
    status: status(),
    faceUsd: usd(1),
    ...maybe(0.3, { servicePerYearUsd: usd(0.3) }),
    ...maybe(0.4, { endYear: year(2029, 2035) }),
    ...maybe(0.2, { contingent: true }),
    ...maybe(0.3, { commitmentUsd: usd(0.7) }),
  }));
  const document: NetworkDocument = {
    version: 1,
    name: `random ${seed}`,
    asOf: '2026-03-01',
    firms,
    deals: [...orders, ...equities, ...debts],
    perGigawatt: [
      {
        id: 'chips-any',
        instrument: 'chips',
        basis: random() < 0.5 ? 'total' : 'per-year',
        usdPerGw: between(5e9, 20e9),
        lowUsdPerGw: 4e9,
        highUsdPerGw: 25e9,
      },
    ],
  };
  const shocks: Shock[] = [
    { kind: 'revenue', firm: id(0), size: between(0.2, 0.9) },
    { kind: 'funding', firm: 'all', size: between(0.1, 0.5) },
    ...(random() < 0.4
      ? [{ kind: 'capacity', firm: id(1), size: between(0.2, 0.8) } as const]
      : []),
  ];
  const scenario: Scenario = {
    version: 1,
    name: 'random',
    shocks,
    parameters: {
      takeOrPay: between(0.2, 0.8),
      revenueElasticity: between(0.6, 1.4),
      fundingElasticity: between(0.6, 1.4),
      essentiality: random() < 0.5 ? between(0.05, 0.4) : 0,
      ownRecovery: between(0.7, 0.95),
      receivableRecovery: between(0.7, 0.95),
      priceImpact: between(0.5, 2),
      liquidShare: between(0.05, 0.4),
      interestRate: between(0.03, 0.09),
      repaymentYears: between(6.2, 11.7),
      orderTermYears: between(3.1, 7.9),
      gigawattSpread: random() < 0.5 ? 'uniform' : 'ramp',
      valuation: random() < 0.2 ? 'book' : 'market',
      nonBinding: between(0.7, 0.99),
    },
    ...(orders.length > 2 && random() < 0.5 ? { cuts: [orders[1]!.id] } : {}),
    time: random() < 0.5 ? { mode: 'year', year: 2027 } : { mode: 'horizon', window: [2026, 2030] },
  };
  return { document, scenario };
};
