import { describe, expect, test } from 'vitest';
import { resolveParameters } from '../../../src/base/parameter.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import type { Debt, Equity, Firm, Order } from '../../../src/data/schema.ts';
import {
  outsideServiceUsd,
  promiseUsdInYear,
  serviceUsd,
  stakeOf,
} from '../../../src/models/chained-boats/inputs/capital-flow.ts';
import { deriveInputs } from '../../../src/models/chained-boats/inputs/derive.ts';
import { floatFacts, without } from '../../../src/models/chained-boats/inputs/facts.ts';
import { operationsOf } from '../../../src/models/chained-boats/inputs/operations.ts';
import { orderUsdInYear } from '../../../src/models/chained-boats/inputs/order-flow.ts';
import type { DerivationSettings } from '../../../src/models/chained-boats/inputs/settings.ts';
import { chainedBoatsParameters } from '../../../src/models/chained-boats/parameters.ts';
import { defaultWeights } from '../../../src/scenario/period.ts';
import { threeBoats } from '../../worlds/three-boats.ts';

const settings = (change: Partial<DerivationSettings> = {}): DerivationSettings => ({
  asOf: '2026-04-27',
  time: { mode: 'horizon', window: [2026, 2030] },
  weights: defaultWeights,
  parameters: resolveParameters(chainedBoatsParameters),
  perGigawatt: [
    {
      id: 'any',
      instrument: 'lease',
      basis: 'per-year',
      usdPerGw: 2,
      lowUsdPerGw: 1,
      highUsdPerGw: 3,
    },
    {
      id: 'own',
      instrument: 'lease',
      supplier: 'yard',
      basis: 'total',
      usdPerGw: 50,
      lowUsdPerGw: 40,
      highUsdPerGw: 60,
    },
  ],
  ...change,
});

const order = (fields: Partial<Order>): Order => ({
  kind: 'order',
  id: 'order',
  customer: 'buyer',
  supplier: 'seller',
  instrument: 'cloud-commitment',
  status: 'signed',
  ...fields,
});

const flow = (fields: Partial<Order>, change: Partial<DerivationSettings> = {}) =>
  [2025, 2026, 2027, 2028, 2029, 2030, 2031].map((year) =>
    Number(orderUsdInYear(order(fields), year, settings(change)).toFixed(9)),
  );

describe('dollars of an order per year', () => {
  test('a total is spread over its term, the end year not counted', () => {
    expect(flow({ amountUsd: 90, startYear: 2027, endYear: 2030 })).toEqual([
      0, 0, 30, 30, 30, 0, 0,
    ]);
  });

  test('a contract signed within its first year starts that day', () => {
    // 2025-07-02 is the middle of the year: 1.5 + 1 years of 40.
    expect(
      flow({ amountUsd: 60, startYear: 2025, endYear: 2027, announcedOn: '2025-07-02' })[0],
    ).toBeCloseTo(20, 0);
    const years = flow({
      amountUsd: 60,
      startYear: 2025,
      endYear: 2027,
      announcedOn: '2025-07-02',
    });
    expect(years.reduce((sum, usd) => sum + usd)).toBeCloseTo(60, 6);
  });

  test('a start that is known holds where the day of the announcement is not', () => {
    expect(flow({ amountUsd: 80, startYear: 2024, endYear: 2028 })).toEqual([
      20, 20, 20, 0, 0, 0, 0,
    ]);
    expect(flow({ perYearUsd: 7, endYear: 2028 })).toEqual([0, 7, 7, 0, 0, 0, 0]);
  });

  test('without an end the term is a parameter', () => {
    const parameters = resolveParameters(chainedBoatsParameters, { orderTermYears: 2 });
    expect(flow({ amountUsd: 10, startYear: 2026 }, { parameters })).toEqual([0, 5, 5, 0, 0, 0, 0]);
  });

  test('a yearly figure is taken as it is, a schedule too', () => {
    expect(flow({ perYearUsd: 7, startYear: 2026, endYear: 2028 })).toEqual([0, 7, 7, 0, 0, 0, 0]);
    expect(
      flow({
        schedule: [
          { year: 2026, usd: 3 },
          { year: 2030, usd: 4 },
        ],
      }),
    ).toEqual([0, 3, 0, 0, 0, 4, 0]);
  });

  test('gigawatts can ramp: 1/16, 3/16, 5/16, 7/16 of the total', () => {
    const parameters = resolveParameters(chainedBoatsParameters, { gigawattSpread: 'ramp' });
    const fields = { amountUsd: 160, startYear: 2026, endYear: 2030, capacityGw: 2 };
    expect(flow(fields, { parameters })).toEqual([0, 10, 30, 50, 70, 0, 0]);
    expect(flow(fields)).toEqual([0, 40, 40, 40, 40, 0, 0]);
  });

  test('status weighs, one slider moves what is not binding, and overlaps come off', () => {
    const fields = { perYearUsd: 100, startYear: 2026, endYear: 2027 };
    expect(flow({ ...fields, status: 'loi' })[1]).toBe(30);
    const parameters = resolveParameters(chainedBoatsParameters, { nonBinding: 0.5 });
    expect(flow({ ...fields, status: 'announced' }, { parameters })[1]).toBe(40);
    expect(flow(fields, { parameters })[1]).toBe(100);
    expect(flow({ ...fields, within: 'other' })[1]).toBe(0);
    expect(flow({ ...fields, within: 'other', withinShare: 0.4 })[1]).toBe(60);
  });

  test('gigawatts without dollars take the dollars per gigawatt of the supplier, else of any', () => {
    const fields = { instrument: 'lease', capacityGw: 1.5, startYear: 2026, endYear: 2028 };
    expect(flow(fields)).toEqual([0, 3, 3, 0, 0, 0, 0]);
    expect(flow({ ...fields, supplier: 'yard' })).toEqual([0, 37.5, 37.5, 0, 0, 0, 0]);
    expect(flow({ ...fields, instrument: 'license' })[1]).toBe(0);
  });

  test('a backstop counts nothing until it is called', () => {
    expect(flow({ amountUsd: 5, startYear: 2026, endYear: 2027, contingent: true })[1]).toBe(0);
  });
});

describe('capital', () => {
  const equity = (fields: Partial<Equity>): Equity => ({
    kind: 'equity',
    id: 'equity',
    holder: 'owner',
    issuer: 'firm',
    instrument: 'preferred',
    status: 'signed',
    ...fields,
  });
  const debt = (fields: Partial<Debt>): Debt => ({
    kind: 'debt',
    id: 'debt',
    lender: 'bank',
    borrower: 'firm',
    instrument: 'loan',
    status: 'closed',
    ...fields,
  });
  const firm = (fields: Partial<Firm>): Firm => ({
    id: 'firm',
    name: { en: 'Firm' },
    layer: 'compute',
    ...fields,
  });

  test('promises are paid over their years, overdue ones in the as-of year', () => {
    const tranche = equity({ commitmentUsd: 30, startYear: 2024, endYear: 2028 });
    const paid = [2025, 2026, 2027, 2028].map((year) =>
      promiseUsdInYear(tranche, year, settings()),
    );
    expect(paid).toEqual([0, 15, 15, 0]);
    expect(promiseUsdInYear(equity({ commitmentUsd: 9 }), 2026, settings())).toBe(9);
    expect(promiseUsdInYear(equity({ stake: 0.1 }), 2026, settings())).toBe(0);
  });

  test('service is as stated, else interest and even repayment', () => {
    const bond = debt({ faceUsd: 100, startYear: 2024, endYear: 2030 });
    expect(serviceUsd(floatFacts(settings()), bond)(2026)).toBeCloseTo(100 * (0.06 + 1 / 4), 12);
    expect(serviceUsd(floatFacts(settings()), bond)(2030)).toBe(0);
    expect(serviceUsd(floatFacts(settings()), { ...bond, servicePerYearUsd: 8 })(2026)).toBe(8);
    expect(serviceUsd(floatFacts(settings()), { ...bond, contingent: true })(2026)).toBe(0);
  });

  test('debt outside the web is what is reported less what the deals show', () => {
    const on = floatFacts(settings(), new Map([['half', 0.5]]));
    const owed = [debt({ faceUsd: 30 }), debt({ id: 'half', faceUsd: 40 })];
    expect(outsideServiceUsd(on, firm({ debtUsd: 150 }), owed)).toBeCloseTo(6, 12);
    expect(outsideServiceUsd(on, firm({ debtUsd: 40 }), owed)).toBe(0);
  });

  test('a stake is stated, or worth or cash over the value of the issuer, or unknown', () => {
    const issuer = firm({ valueUsd: 200 });
    expect(stakeOf(equity({ stake: 0.3, valueUsd: 10 }), issuer)).toEqual({
      stake: 0.3,
      derived: false,
    });
    expect(stakeOf(equity({ valueUsd: 50, paidUsd: 8 }), issuer)).toEqual({
      stake: 0.25,
      derived: true,
    });
    expect(stakeOf(equity({ paidUsd: 8 }), issuer)).toEqual({ stake: 0.04, derived: true });
    expect(stakeOf(equity({ paidUsd: 8 }), firm({}))).toBeUndefined();
    expect(stakeOf(equity({}), issuer)).toBeUndefined();
  });
});

describe('what a firm reports', () => {
  test('revenue and cost are split without counting a dollar twice', () => {
    // 100 reported, 30 of it from the web; 80 cost, 20 of it orders in the web. 30 more revenue
    // than reported costs 0.8 x 30 = 24, of which 5 are more orders of its own.
    const firm: Firm = {
      id: 'f',
      name: { en: 'F' },
      layer: 'apps',
      revenueUsd: 100,
      operatingIncomeUsd: 20,
    };
    const sums = { receivedInReportUsd: 30, placedInReportUsd: 20, receivedUsd: 60, placedUsd: 25 };
    const { externalRevenueUsd, fixedCostUsd, variableCostUsd } = operationsOf(
      floatFacts(settings()),
      firm,
      sums,
    );
    expect(externalRevenueUsd).toBe(70);
    expect(fixedCostUsd).toBeCloseTo(30, 12);
    expect(variableCostUsd).toBeCloseTo(30 + 19, 12);
  });

  test('unknown revenue is its orders alone, unknown income the assumed margin', () => {
    const firm: Firm = { id: 'f', name: { en: 'F' }, layer: 'apps' };
    const sums = { receivedInReportUsd: 0, placedInReportUsd: 0, receivedUsd: 40, placedUsd: 0 };
    const { externalRevenueUsd, fixedCostUsd, variableCostUsd } = operationsOf(
      floatFacts(settings()),
      firm,
      sums,
    );
    expect(externalRevenueUsd).toBe(0);
    expect(fixedCostUsd + variableCostUsd).toBeCloseTo(36, 12);
  });
});

test('records become inputs, and what a record states for itself goes first', () => {
  const document = {
    ...threeBoats,
    firms: threeBoats.firms.map((firm) =>
      firm.id === 'carrow' ? { ...firm, model: { fundsUsd: 42, failureCostUsd: 7 } } : firm,
    ),
  };
  const { inputs, assumptions } = deriveInputs(parseNetwork(document), settings());
  const carrow = inputs.firms.indexOf('carrow');
  const bravo = inputs.firms.indexOf('bravo');
  expect(inputs.fundsUsd[carrow]).toBe(42);
  expect(inputs.failureCostUsd[carrow]).toBe(7);
  expect(inputs.fundsUsd[bravo]).toBe(7e9 / 5);
  expect(inputs.failureCostUsd[bravo]).toBeCloseTo(0.3 * 350e9, 0);
  const warrant = inputs.stakes.deal.indexOf('eq-alpha-bravo');
  expect(inputs.orders.deal[inputs.stakes.link[warrant]!]).toBe('ord-alpha-bravo');
  expect(assumptions.filter(({ kind }) => kind === 'stake-unknown')).toEqual([]);
  const cut = deriveInputs(parseNetwork(document), settings(), without(['ord-alpha-bravo']));
  expect(cut.inputs.orders.deal).toEqual(['ord-alpha-carrow']);
});

describe('an order that does not stand in the period', () => {
  const threeInputs = (change: Partial<Order>, more: Partial<DerivationSettings> = {}) => {
    const deals = threeBoats.deals.map((deal) =>
      deal.kind === 'order' ? { ...deal, essentiality: 0.8, ...change } : deal,
    );
    const network = parseNetwork({ ...threeBoats, deals });
    return [...deriveInputs(network, settings(more)).inputs.orders.essentiality];
  };
  const dollars = { amountUsd: undefined, schedule: undefined, perYearUsd: 5e9 };

  test.each<[string, Partial<Order>, Partial<DerivationSettings>, number]>([
    ['stands', { startYear: 2027, endYear: 2030 }, {}, 0.8],
    ['starts later', { startYear: 2031, endYear: 2035 }, {}, 0],
    ['has ended', { startYear: 2020, endYear: 2026, announcedOn: '2020-01-01' }, {}, 0],
    ['ran on without a known end', { startYear: 2016, endYear: undefined }, {}, 0.8],
    ['is due on a condition', { contingent: true }, {}, 0],
    ['weighs nothing', { status: 'loi' }, { weights: { ...defaultWeights, loi: 0 } }, 0],
  ])('is no essential input if it %s', (_, change, more, essentiality) => {
    const found = threeInputs({ ...dollars, ...change }, more);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set([essentiality]));
  });
});

test('a tranche without a stake is not unknown: its dollars travel', () => {
  const network = parseNetwork({
    ...threeBoats,
    deals: [
      ...threeBoats.deals,
      {
        id: 'tranche',
        kind: 'equity',
        holder: 'bravo',
        issuer: 'alpha',
        status: 'signed',
        commitmentUsd: 1e9,
      },
      { id: 'silent', kind: 'equity', holder: 'carrow', issuer: 'alpha', status: 'signed' },
    ],
  });
  const { assumptions } = deriveInputs(network, settings());
  const unknown = assumptions.filter(({ kind }) => kind === 'stake-unknown');
  expect(unknown.map(({ record }) => record)).toEqual(['silent']);
});
