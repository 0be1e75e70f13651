import { expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { ADAPTERS } from '../../../src/models/on-web/adapters.ts';
import { systemic } from '../../../src/questions/systemic/systemic.ts';
import { type Systemic, systemicSchema } from '../../../src/questions/systemic/systemic-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { makeNetwork } from '../../measures/make-network.ts';

const crisis: Scenario = {
  version: 1,
  name: 'crisis',
  shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 }],
};
const network = await loadNetwork('data/ai-web', { asOf: '2026-04-27' });
const byId = ({ firms }: Systemic) => new Map(firms.map((firm) => [firm.id, firm]));

test('importance and vulnerability are what a whole simulation per firm says', async () => {
  const document = await systemic(network, crisis, { strike: { kind: 'value', size: 0.4 } });
  expect(systemicSchema.safeParse(document).error).toBeUndefined();
  const rows = byId(document);
  const lost = new Map<string, number[]>(network.mapNodes((id) => [id, []]));
  const unvalued = network.filterNodes((_, { valueUsd }) => valueUsd === undefined);
  expect(unvalued.length).toBeGreaterThan(3);
  for (const id of unvalued) {
    expect(rows.get(id)).toMatchObject({ importanceUsd: null, converged: null, ranked: false });
  }
  for (const struck of network.nodes()) {
    if (unvalued.includes(struck)) continue;
    const shocks = [{ kind: 'value', firm: struck, size: 0.4 }] as const;
    const { firms } = simulate(network, { ...crisis, shocks: [...shocks] });
    let others = 0;
    for (const { id, lossUsd, startValueUsd } of firms) {
      if (id === struck || startValueUsd <= 0) continue;
      others += lossUsd;
      lost.get(id)!.push(lossUsd / startValueUsd);
    }
    expect(rows.get(struck)!.importanceUsd! / 1e9).toBeCloseTo(others / 1e9, 6);
  }
  for (const [id, shares] of lost) {
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    if (unvalued.includes(id)) expect(rows.get(id)!.vulnerability).toBeNull();
    else expect(rows.get(id)!.vulnerability).toBeCloseTo(mean, 9);
  }
});

test.each(ADAPTERS.map(({ id }) => id))(
  '%s: rows and columns of one matrix of impacts',
  async (model) => {
    const document = await systemic(network, crisis, { model });
    const { order, impacts, firms } = document;
    const rows = byId(document);
    expect(document.complete).toBe(true);
    expect(impacts.length).toBeGreaterThan(order.length / 2);
    const suffered = new Map(order.map((id) => [id, 0]));
    for (const [struck, firm, share] of impacts) {
      if (struck === firm) continue;
      suffered.set(order[firm]!, suffered.get(order[firm]!)! + share);
      expect(rows.get(order[firm]!)!.worst!.fraction).toBeGreaterThanOrEqual(share);
    }
    for (const { id, vulnerability, converged } of firms) {
      expect(converged).not.toBeNull();
      if (vulnerability === null) continue;
      const strikes = Math.round(suffered.get(id)! / vulnerability) || order.length - 1;
      expect(strikes).toBe(order.length - 1);
    }
    const ranked = firms.filter((firm) => firm.ranked).map((firm) => firm.importanceShare!);
    expect(ranked.some((share) => share > 0)).toBe(true);
  },
);

test('of the cascade models only those that lose value have dollars of importance', async () => {
  const leontief = await systemic(network, crisis, { model: 'leontief' });
  expect(leontief.firms.every(({ importanceUsd }) => importanceUsd === null)).toBe(true);
  expect(leontief.noBound).toMatch(/not linear/);
});

test('the crisis gives the shortfalls: k debt less (1 - k) of the value that is left', async () => {
  const { shortfall } = await systemic(network, crisis, { prudentialShare: 0.5 });
  const oracle = shortfall.firms.find(({ id }) => id === 'oracle')!;
  const { lossUsd, startValueUsd } = simulate(network, crisis).firms.find(
    ({ id }) => id === 'oracle',
  )!;
  const left = startValueUsd - lossUsd;
  expect(oracle.shortfallUsd! / 1e9).toBeCloseTo((0.5 * oracle.debtUsd! - 0.5 * left) / 1e9, 6);
  const unknown = shortfall.firms.find(({ id }) => id === 'openai')!;
  expect(unknown).toMatchObject({ debtUsd: null, shortfallUsd: null });
  expect(shortfall.firms.at(-1)!.shortfallUsd).toBeNull();
});

test('work that is stopped keeps what it has, and says nothing of the rest', async () => {
  const stop = new AbortController();
  stop.abort();
  const document = await systemic(network, crisis, { signal: stop.signal });
  expect(document).toMatchObject({ complete: false, struck: 0, impacts: [] });
  expect(document.firms.every(({ importanceShare }) => importanceShare === null)).toBe(true);
  expect(systemicSchema.safeParse(document).error).toBeUndefined();
});

test('a web without firms is an empty answer', async () => {
  const nobody = makeNetwork([], []);
  const document = await systemic(nobody, { ...crisis, shocks: [] }, { model: 'debtrank-linear' });
  expect(document).toMatchObject({ firms: [], impacts: [], complete: true, noBound: 'no firms' });
});

test.each([
  [{ model: 'debtrnk-linear' }, /Did you mean debtrank-linear/],
  [{ strike: { size: 1.5 } }, /size of the strike: found 1.5/],
  [{ prudentialShare: -0.1 }, /prudential share: found -0.1/],
  [{ prudentialShare: Number.NaN }, /prudential share: found NaN/],
])('%j is refused', async (options, message) => {
  const answer = systemic(network, crisis, options);
  await expect(answer).rejects.toThrow(ScenarioError);
  await expect(answer).rejects.toThrow(message);
});
