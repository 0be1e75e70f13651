import { describe, expect, test } from 'vitest';
import { ChainError } from '../../../src/base/errors.ts';
import { parseNetwork, toDocument } from '../../../src/data/parse.ts';
import type { Distribution, Firm, NetworkDocument } from '../../../src/data/schema.ts';
import { compileWeb, fillDefaults } from '../../../src/models/chained-boats/simulate.ts';
import type { Web } from '../../../src/models/chained-boats/web.ts';
import { normalCdf } from '../../../src/numerics/random/normal.ts';
import { samplerOf } from '../../../src/numerics/random/sampler.ts';
import { type DrawnWeb, drawnWeb } from '../../../src/questions/uncertain/drawn-web.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { randomNetwork } from '../sensitivity/random-network.ts';

const CONFIDENCES = ['high', 'medium', 'low'] as const;
type Confidence = (typeof CONFIDENCES)[number];

/** Numbers of one record's kind; unequal, so that no two kinds can be mistaken for each other. */
const FACTOR: Readonly<Record<string, Readonly<Record<Confidence, number>>>> = {
  dealDollars: { high: 1.11, medium: 0.83, low: 0.61 },
  takeOrPay: { high: 1.07, medium: 0.77, low: 1.31 },
  valueUsd: { high: 0.93, medium: 1.21, low: 0.71 },
  revenueUsd: { high: 1.03, medium: 0.87, low: 1.17 },
  operatingCost: { high: 0.97, medium: 1.13, low: 0.81 },
  cashUsd: { high: 1.05, medium: 0.79, low: 1.41 },
  debtUsd: { high: 1.02, medium: 1.19, low: 0.89 },
};
const PAID = { signed: 0.94, announced: 0.71, reported: 0.63, loi: 0, rumoured: 0.17 };
const PARAMETERS = { variableCostShare: 0.37, interestRate: 0.071, unknownMargin: 0.13 };

const point = (figure: Distribution['figure'], of: string, at: number): Distribution => ({
  id: `${figure.toLowerCase()}-${of.toLowerCase()}`,
  figure,
  of,
  shape: 'triangular',
  low: at,
  mode: at,
  high: at,
  climate: 0.4,
});

/** Distributions of which each can only give one number. */
const POINTS: readonly Distribution[] = [
  ...Object.entries(PAID).map(([status, share]) => point('paidShare', status, share)),
  ...Object.entries(FACTOR).flatMap(([figure, byConfidence]) =>
    Object.entries(byConfidence).map(([of, factor]) =>
      point(figure as Distribution['figure'], of, factor),
    ),
  ),
  ...Object.entries(PARAMETERS).map(([name, value]) => point('parameter', name, value)),
];

const confidenceOf = (at: number): Confidence => CONFIDENCES[at % 3]!;

const factorOf = (
  figure: string,
  { confidence = 'low' }: { confidence?: Confidence | undefined },
) => FACTOR[figure]![confidence];

/** The firm with those numbers in its record. */
const changedFirm = (firm: Firm): Firm => {
  const times = (figure: 'valueUsd' | 'revenueUsd' | 'cashUsd' | 'debtUsd') =>
    firm[figure] === undefined ? {} : { [figure]: firm[figure] * factorOf(figure, firm) };
  const changed = {
    ...firm,
    ...times('valueUsd'),
    ...times('revenueUsd'),
    ...times('cashUsd'),
    ...times('debtUsd'),
  };
  if (firm.operatingIncomeUsd === undefined || firm.revenueUsd === undefined) return changed;
  const costRatio = (firm.revenueUsd - firm.operatingIncomeUsd) / firm.revenueUsd;
  const costUsd = changed.revenueUsd! * costRatio * factorOf('operatingCost', firm);
  return { ...changed, operatingIncomeUsd: changed.revenueUsd! - costUsd };
};

const DOLLARS = [
  'amountUsd',
  'perYearUsd',
  'commitmentUsd',
  'faceUsd',
  'servicePerYearUsd',
] as const;

const changedDeal = (deal: NetworkDocument['deals'][number]): NetworkDocument['deals'][number] => {
  const factor = factorOf('dealDollars', deal);
  const fields = deal as Readonly<Record<string, unknown>>;
  const dollars = Object.fromEntries(
    DOLLARS.flatMap((field) =>
      typeof fields[field] === 'number' ? [[field, fields[field] * factor]] : [],
    ),
  );
  const changed = { ...deal, ...dollars };
  if (changed.kind !== 'order') return changed;
  const { schedule, takeOrPay } = changed;
  return {
    ...changed,
    ...(schedule && { schedule: schedule.map(({ year, usd }) => ({ year, usd: usd * factor })) }),
    ...(takeOrPay !== undefined && {
      takeOrPay: Math.min(1, takeOrPay * factorOf('takeOrPay', deal)),
    }),
  };
};

const arraysOf = (web: Web): Record<string, Float64Array> => ({
  ...Object.fromEntries(
    Object.entries(web).filter(
      (entry): entry is [string, Float64Array] => entry[1] instanceof Float64Array,
    ),
  ),
  ...web.tiers,
  orderUsd: web.orders.usd,
  takeOrPay: web.orders.takeOrPay,
  essentiality: web.orders.essentiality,
  stake: web.stakes.stake,
  promiseUsd: web.promises.usd,
  faceUsd: web.loans.faceUsd,
  serviceUsd: web.loans.serviceUsd,
});

/** Records with a confidence each, and dollars per gigawatt that are certain. */
const withConfidences = (document: NetworkDocument): NetworkDocument => ({
  ...document,
  perGigawatt: (document.perGigawatt ?? []).map((row) => ({
    ...row,
    lowUsdPerGw: row.usdPerGw,
    highUsdPerGw: row.usdPerGw,
  })),
  firms: document.firms.map((firm, at) => ({ ...firm, confidence: confidenceOf(at) })),
  deals: document.deals.map((deal, at) => ({ ...deal, confidence: confidenceOf(at + 1) })),
});

describe('a drawn web', () => {
  test('is the web of records with the drawn numbers in them', () => {
    let compared = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { document, scenario } = randomNetwork(seed);
      const { weights: _, parameters, ...rest } = scenario;
      const { variableCostShare: __, interestRate: ___, ...own } = parameters ?? {};
      const asked: Scenario = { ...rest, parameters: { ...own, nonBinding: 1 } };
      const records = withConfidences(document);
      const changed: NetworkDocument = {
        ...records,
        firms: records.firms.map(changedFirm),
        deals: records.deals.map(changedDeal),
      };
      const changedScenario: Scenario = {
        ...asked,
        weights: PAID,
        parameters: { ...asked.parameters, ...PARAMETERS },
      };
      let expected: Web;
      let drawn: DrawnWeb;
      try {
        const network = parseNetwork({ ...records, uncertainty: POINTS });
        drawn = drawnWeb(network, asked);
        const other = parseNetwork(changed);
        expected = compileWeb(other, fillDefaults(changedScenario)).web;
      } catch (error) {
        if (!(error instanceof ChainError)) throw error;
        continue;
      }
      const at = new Float64Array(drawn.dimensions).fill(0.3);
      expect(drawn.draw(at)).toBe(true);
      const found = arraysOf(drawn.web);
      for (const [name, numbers] of Object.entries(arraysOf(expected))) {
        const size = numbers.reduce((most, x) => Math.max(most, Math.abs(x) || 0), 1e-300);
        numbers.forEach((number, i) => {
          const off = Number.isNaN(number) ? 0 : Math.abs(found[name]![i]! - number);
          expect(off, `${name} ${i} of ${document.name}`).toBeLessThanOrEqual(1e-9 * size);
        });
      }
      compared += 1;
    }
    expect(compared).toBeGreaterThan(40);
  });

  const boats = (uncertainty: readonly Distribution[]) =>
    parseNetwork({
      version: 1,
      name: 'boats',
      asOf: '2026-01-01',
      firms: ['a', 'b', 'c'].map((id, at) => ({
        id,
        name: { en: id },
        layer: 'models',
        valueUsd: (at + 1) * 10e9,
        revenueUsd: (at + 2) * 1e9,
        confidence: confidenceOf(at),
      })),
      deals: [
        {
          id: 'order',
          kind: 'order',
          customer: 'a',
          supplier: 'b',
          status: 'signed',
          perYearUsd: 1e9,
          link: 'warrant',
        },
        {
          id: 'warrant',
          kind: 'equity',
          holder: 'a',
          issuer: 'b',
          status: 'signed',
          stake: 0.1,
          contingent: true,
          link: 'order',
        },
        { id: 'stake', kind: 'equity', holder: 'c', issuer: 'b', status: 'signed', stake: 0.2 },
      ],
      uncertainty: [...uncertainty],
    });
  const still: Scenario = { version: 1, name: 'still', shocks: [] };

  const drawMany = (drawn: DrawnWeb, size: number, read: (web: Web) => readonly number[]) => {
    const sampler = samplerOf('latin', 5, drawn.dimensions);
    const at = new Float64Array(drawn.dimensions);
    return Array.from({ length: size }, (_, index) => {
      sampler.fill({ batch: 0, index, size }, at);
      drawn.draw(at);
      return read(drawn.web);
    });
  };

  const value = (of: Confidence, climate: number): Distribution => ({
    id: `value-${of}`,
    figure: 'valueUsd',
    of,
    shape: 'uniform',
    low: 0.5,
    high: 1.5,
    climate,
  });

  test('one climate correlates figures by the product of their loadings, and keeps their ranges', () => {
    const network = boats([value('high', 0.8), value('medium', 0.6), value('low', -0.9)]);
    const rows = drawMany(drawnWeb(network, still), 20_000, ({ valueUsd }) => [...valueUsd]);
    // what is uniform correlates a little less than the normal numbers behind it: 6/π asin(r/2)
    const expected = (r: number) => (6 / Math.PI) * Math.asin(r / 2);
    const column = (at: number) => rows.map((row) => row[at]! / ((at + 1) * 10e9) - 1);
    const product = (one: number[], other: number[]) =>
      one.reduce((sum, x, at) => sum + x * other[at]!, 0) / one.length;
    const [a, b, c] = [column(0), column(1), column(2)];
    expect(12 * product(a, b)).toBeCloseTo(expected(0.48), 1);
    expect(12 * product(a, c)).toBeCloseTo(expected(-0.72), 1);
    expect(Math.abs(12 * product(a, a) - 1)).toBeLessThan(0.02);
    expect(Math.max(...a.map(Math.abs), ...c.map(Math.abs))).toBeLessThanOrEqual(0.5);
    expect(Math.min(...c)).toBeLessThan(-0.49);
  });

  test('a warrant stands and falls with its order, other deals by themselves', () => {
    const paid: Distribution = {
      id: 'paid',
      figure: 'paidShare',
      of: 'signed',
      shape: 'uniform',
      low: 0.2,
      high: 1,
    };
    const drawn = drawnWeb(boats([paid]), still);
    expect(drawn.dimensions).toBe(3);
    const rows = drawMany(drawn, 200, ({ orders, stakes }) => [
      orders.usd[0]! / 1e9,
      stakes.stake[0]! / 0.1,
      stakes.stake[1]! / 0.2,
    ]);
    for (const [order, warrant] of rows) expect(warrant).toBeCloseTo(order!, 12);
    expect(
      rows.filter(([order, , stake]) => Math.abs(order! - stake!) > 0.05).length,
    ).toBeGreaterThan(150);
  });

  test('dollars stated as up to so much are drawn as such, whatever their confidence', () => {
    const row = (of: string, at: number): Distribution => ({
      id: of,
      figure: 'dealDollars',
      of,
      shape: 'triangular',
      low: at,
      mode: at,
      high: at,
    });
    const { deals, ...rest } = toDocument(boats([row('low', 0.9), row('upper-bound', 0.5)]));
    const bounded = { ...deals[0]!, amountBasis: 'upper-bound' as const };
    const usd = (document: NetworkDocument) =>
      drawMany(drawnWeb(parseNetwork(document), still), 1, (web) => [web.orders.usd[0]!])[0]![0]!;
    expect(usd({ ...rest, deals }) / 1e9).toBeCloseTo(0.9, 12);
    expect(usd({ ...rest, deals: [bounded, ...deals.slice(1)] }) / 1e9).toBeCloseTo(0.5, 12);
  });

  test('what the scenario sets stays, and a lighter weight lightens what is drawn', () => {
    const elasticity: Distribution = {
      id: 'e',
      figure: 'parameter',
      of: 'revenueElasticity',
      shape: 'uniform',
      low: 0.5,
      high: 2,
    };
    const paid: Distribution = {
      id: 'paid',
      figure: 'paidShare',
      of: 'signed',
      shape: 'uniform',
      low: 0.8,
      high: 1,
    };
    const network = boats([elasticity, paid]);
    const read = (web: Web) => [web.revenueElasticity[0]!, web.orders.usd[0]! / 1e9];
    const free = drawMany(drawnWeb(network, still), 50, read);
    expect(new Set(free.map(([e]) => e)).size).toBe(50);
    const held = { ...still, parameters: { revenueElasticity: 1.3 }, weights: { signed: 0.5 } };
    const rows = drawMany(drawnWeb(network, held), 50, read);
    for (const [e, usd] of rows) {
      expect(e).toBe(1.3);
      expect(usd! >= 0.4 && usd! <= 0.5).toBe(true);
    }
  });

  test('the copula keeps the probability of each figure even', () => {
    const network = boats([value('high', 0.7)]);
    const drawn = drawnWeb(network, still);
    const at = Float64Array.of(normalCdf(1), normalCdf(-0.5));
    drawn.draw(at);
    const u = normalCdf(Math.sqrt(1 - 0.49) * -0.5 + 0.7 * 1);
    expect(drawn.web.valueUsd[0]! / 10e9).toBeCloseTo(0.5 + u, 12);
  });
});
