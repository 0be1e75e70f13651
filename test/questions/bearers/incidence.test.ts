import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import type { Firm, NetworkDocument } from '../../../src/data/schema.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { incidence } from '../../../src/questions/bearers/incidence.ts';
import { incidenceSchema } from '../../../src/questions/bearers/incidence-schema.ts';
import type { Shock } from '../../../src/scenario/schema.ts';

/** A listed borrower that fails, a listed bank and a crowd that lent to it, an unlisted owner. */
const harbourFront: NetworkDocument = {
  version: 1,
  name: 'front',
  asOf: '2026-01-01',
  firms: (
    [
      [
        'yard',
        { listed: true, valueUsd: 90e9, revenueUsd: 20e9, operatingIncomeUsd: 1e9, cashUsd: 1e9 },
      ],
      [
        'bank',
        {
          listed: true,
          valueUsd: 300e9,
          revenueUsd: 50e9,
          operatingIncomeUsd: 20e9,
          cashUsd: 40e9,
        },
      ],
      ['holder', { listed: false, valueUsd: 55e9 }],
      ['crowd', { aggregate: true }],
      ['forge', { valueUsd: 25e9, revenueUsd: 8e9, operatingIncomeUsd: 2e9, cashUsd: 3e9 }],
    ] as const
  ).map(([id, rest]): Firm => ({ id, name: { en: id }, layer: 'compute', ...rest })),
  deals: [
    {
      id: 'eq',
      kind: 'equity',
      holder: 'holder',
      issuer: 'yard',
      instrument: 'shares',
      status: 'closed',
      stake: 0.4,
    },
    {
      id: 'loan',
      kind: 'debt',
      lender: 'bank',
      borrower: 'yard',
      instrument: 'loan',
      status: 'closed',
      faceUsd: 7e9,
      servicePerYearUsd: 1e9,
    },
    {
      id: 'bond',
      kind: 'debt',
      lender: 'crowd',
      borrower: 'yard',
      instrument: 'bond',
      status: 'closed',
      faceUsd: 11e9,
      servicePerYearUsd: 2e9,
    },
    {
      id: 'ord',
      kind: 'order',
      customer: 'yard',
      supplier: 'forge',
      instrument: 'order',
      status: 'closed',
      perYearUsd: 3e9,
      takeOrPay: 0.5,
    },
  ],
};

const network = parseNetwork(harbourFront);
const run = (shocks: Shock[], from = network) => {
  const cascade = simulate(from, { version: 1, name: '', shocks });
  return { cascade, answer: incidence(from, cascade) };
};
const usdOf = (answer: ReturnType<typeof incidence>, bearer: string): number =>
  answer.bearers.find((one) => one.bearer === bearer)!.usd;

describe('a borrower that defaults', () => {
  const { cascade, answer } = run([{ kind: 'default', firm: 'yard', size: 1 }]);
  const loss = (id: string): number => cascade.firms.find((firm) => firm.id === id)!.lossUsd;

  test('each owner bears what the web does not hold', () => {
    expect(loss('bank')).toBeCloseTo(7e9, 0);
    expect(loss('crowd')).toBeCloseTo(11e9, 0);
    expect(loss('holder')).toBeCloseTo(0.4 * 90e9, 0);
    expect(usdOf(answer, 'public-shareholders')).toBeCloseTo(0.6 * 90e9 + 7e9, 0);
    expect(usdOf(answer, 'private-owners')).toBeCloseTo(0.4 * 90e9, 0);
    expect(usdOf(answer, 'lenders')).toBeCloseTo(11e9, 0);
    expect(usdOf(answer, 'unknown')).toBeCloseTo(loss('forge'), 0);
    expect(answer.insideUsd).toBeCloseTo(0.4 * 90e9, 0);
  });

  test('the bank’s loan falls on its shareholders, and the channel says so', () => {
    const { channels } = answer.bearers.find(({ bearer }) => bearer === 'public-shareholders')!;
    expect(channels.find(({ channel }) => channel === 'lender')!.usd).toBeCloseTo(7e9, 0);
    expect(channels.find(({ channel }) => channel === 'shock')!.usd).toBeCloseTo(54e9, 0);
  });

  test('what stands outside the total: cost no longer spent', () => {
    expect(answer.outsidePerYear.suppliersUsd).toBeGreaterThan(0);
    expect(answer.outsidePerYear.lendersUsd).toBe(0);
  });
});

test('classes, channels and firms each sum to the stated total on the shipped web', async () => {
  const web = await loadNetwork('data/ai-web');
  for (const shock of [
    { kind: 'revenue', firm: 'openai', size: 0.9 },
    { kind: 'funding', firm: 'all', size: 0.4 },
    { kind: 'capacity', firm: 'tsmc', size: 0.7 },
  ] as const) {
    const { cascade, answer } = run([shock], web);
    const { totalUsd, bearers, firms } = answer;
    expect(() => incidenceSchema.parse(answer)).not.toThrow();
    expect(totalUsd).toBe(cascade.totals.ownersLossUsd);
    const sum = (values: readonly number[]): number => values.reduce((all, usd) => all + usd, 0);
    const off = (parts: readonly number[]): number => Math.abs(sum(parts) - totalUsd) / totalUsd;
    expect(off(bearers.map(({ usd }) => usd))).toBeLessThan(1e-9);
    expect(off(bearers.flatMap(({ channels }) => channels.map(({ usd }) => usd)))).toBeLessThan(
      1e-9,
    );
    expect(off(firms.map(({ ownersLossUsd }) => ownersLossUsd))).toBeLessThan(1e-9);
    expect(usdOf(answer, 'public-shareholders')).toBeGreaterThan(0);
  }
});

test('nothing lost: every class is there with nothing', () => {
  const { answer } = run([]);
  expect(answer.totalUsd).toBe(0);
  expect(answer.bearers.map(({ usd }) => usd)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(answer.firms).toEqual([]);
});

test('a cascade of another network is refused', () => {
  const { cascade } = run([{ kind: 'value', firm: 'yard', size: 0.5 }]);
  const other = parseNetwork({ ...harbourFront, asOf: '2026-02-01' });
  expect(() => incidence(other, cascade)).toThrow(ScenarioError);
  expect(() => incidence(other, cascade)).toThrow(/found a cascade of the data [0-9a-f]{16}/);
});
