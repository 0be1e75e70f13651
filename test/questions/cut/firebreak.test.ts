import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { firebreak } from '../../../src/questions/cut/firebreak.ts';
import { firebreakSchema, type Measure } from '../../../src/questions/cut/firebreak-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { harbour } from '../../worlds/harbour.ts';
import { threeBoats } from '../../worlds/three-boats.ts';

const web = await loadNetwork('data/ai-web', { asOf: '2026-04-27' });
const shortfall: Scenario = {
  version: 1,
  name: 'shortfall',
  shocks: [{ kind: 'revenue', firm: 'openai', size: 0.6 }],
};
const dealOf = (measure: Measure): string => (measure.kind === 'cash' ? '' : measure.deal);
const grossLoss = (network: typeof web, scenario: Scenario, cuts: readonly string[]): number =>
  simulate(network, { ...scenario, cuts: [...(scenario.cuts ?? []), ...cuts] }).totals.grossLossUsd;

const worlds = [
  { name: 'three boats', network: parseNetwork(threeBoats) },
  { name: 'harbour', network: parseNetwork(harbour) },
].map(({ name, network }) => {
  const spark = network.findNode((_, { revenueUsd }) => revenueUsd !== undefined)!;
  const scenario: Scenario = {
    version: 1,
    name: 'spark',
    shocks: [{ kind: 'default', firm: spark, size: 1 }],
  };
  return { name, network, scenario };
});

describe.each([...worlds, { name: 'the shipped web', network: web, scenario: shortfall }])(
  'single cuts of $name',
  ({ network, scenario }) => {
    test('are what the scenario with that cut loses, deal by deal', async () => {
      const document = await firebreak(network, scenario);
      expect(firebreakSchema.safeParse(document).error).toBeUndefined();
      expect(document.lossUsd / grossLoss(network, scenario, [])).toBeCloseTo(1, 9);
      for (const { measure, lossUsd, savedUsd } of document.single) {
        const loss = grossLoss(network, scenario, [dealOf(measure)]);
        expect(Math.abs(lossUsd - loss) / document.lossUsd).toBeLessThan(1e-9);
        expect(savedUsd).toBe(document.lossUsd - lossUsd);
      }
      const saved = document.single.map(({ savedUsd }) => savedUsd);
      expect(saved).toEqual(saved.toSorted((a, b) => b - a));
      expect(document.plan).toMatchObject({ method: 'exact', savedUsd: saved[0] });
    }, 20_000);
  },
);

describe.each(worlds)('pairs of $name', ({ network, scenario }) => {
  test('the exhaustive answer is brute force’s, and greedy never beats it', async () => {
    const document = await firebreak(network, scenario, { count: 2, exhaustive: true });
    const deals = document.single.map(({ measure }) => dealOf(measure));
    let best = Number.POSITIVE_INFINITY;
    deals.forEach((one, at) => {
      for (const other of deals.slice(at + 1)) {
        best = Math.min(best, grossLoss(network, scenario, [one, other]));
      }
    });
    expect(Math.abs(document.lossUsd - document.plan.savedUsd - best)).toBeLessThan(
      1e-9 * document.lossUsd,
    );
    const greedy = await firebreak(network, scenario, { count: 2 });
    expect(greedy.plan.savedUsd).toBeLessThanOrEqual(
      document.plan.savedUsd + 1e-9 * document.lossUsd,
    );
  });

  test('greedy takes the best on top of those before, by brute force; lazy the same where no saving grows', async () => {
    const { plan, lossUsd, single, solves } = await firebreak(network, scenario, { count: 3 });
    const taken: string[] = [];
    for (const step of plan.steps) {
      const left = single
        .map(({ measure }) => dealOf(measure))
        .filter((deal) => !taken.includes(deal))
        .map((deal) => grossLoss(network, scenario, [...taken, deal]));
      const best = Math.min(...left);
      expect(Math.abs(step.lossUsd - best)).toBeLessThan(1e-9 * lossUsd);
      taken.push(dealOf(step.measure));
    }
    const lazy = await firebreak(network, scenario, { count: 3, lazy: true });
    expect(lazy.solves).toBeLessThanOrEqual(solves);
    expect(lazy.plan.savedUsd).toBeLessThanOrEqual(plan.savedUsd + 1e-9 * lossUsd);
    if (plan.gainsThatGrew === 0) {
      expect(lazy.plan.savedUsd / lossUsd).toBeCloseTo(plan.savedUsd / lossUsd, 9);
    }
  });
});

test('a deal that shrinks lies between whole and cut; one that keeps nothing is cut', async () => {
  const deals = ['ord-openai-oracle', 'ord-openai-broadcom', 'eq-openai-amd-warrant'];
  const cut = await firebreak(web, shortfall, { choice: { kind: 'cut', deals } });
  const none = await firebreak(web, shortfall, { choice: { kind: 'shrink', share: 0, deals } });
  const half = await firebreak(web, shortfall, { choice: { kind: 'shrink', share: 0.5, deals } });
  const saved = ({ single }: typeof cut) =>
    new Map(single.map(({ measure, savedUsd }) => [dealOf(measure), savedUsd]));
  for (const deal of deals) {
    expect(saved(none).get(deal)! / cut.lossUsd).toBeCloseTo(
      saved(cut).get(deal)! / cut.lossUsd,
      9,
    );
  }
  const order = 'ord-openai-oracle';
  expect(saved(half).get(order)!).toBeGreaterThan(0);
  expect(saved(half).get(order)!).toBeLessThan(saved(cut).get(order)!);
});

test('a backstop makes the supplier whole, and nobody else worse', async () => {
  const deals = ['ord-openai-amd'];
  const scenario = {
    ...shortfall,
    shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 } as const],
  };
  const objective = 'amd';
  const before = simulate(web, scenario).firms.find(({ id }) => id === 'amd')!;
  const { single, lossUsd } = await firebreak(web, scenario, {
    choice: { kind: 'backstop', deals },
    objective,
  });
  expect(lossUsd / before.lossUsd).toBeCloseTo(1, 9);
  const orders = before.ledger
    .filter(({ deal }) => deal === 'ord-openai-amd')
    .reduce((sum, { usd }) => sum + usd, 0);
  expect(orders).toBeGreaterThan(1e9);
  expect(single[0]!.savedUsd).toBeGreaterThan(0.9 * orders);
  expect(single[0]!.lossUsd).toBeGreaterThanOrEqual(0);
  const every = await firebreak(web, scenario, { choice: { kind: 'backstop' } });
  expect(
    every.single.every(({ measure }) => !dealOf(measure).startsWith('eq-microsoft-openai')),
  ).toBe(true);
});

test('cash saves most where a promise would break, never harms, and more is no less', async () => {
  const half: Scenario = {
    ...shortfall,
    shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 }],
  };
  const cash = (usd: number, count = 1) =>
    firebreak(web, half, { choice: { kind: 'cash', usd }, count });
  const [little, much] = [await cash(10e9), await cash(100e9)];
  expect(little.single[0]!.measure).toMatchObject({ kind: 'cash', firm: 'openai' });
  expect(much.single[0]!.savedUsd).toBeGreaterThan(little.single[0]!.savedUsd);
  for (const { savedUsd } of much.single) expect(savedUsd).toBeGreaterThanOrEqual(-1);
  const sliced = await cash(100e9, 4);
  expect(sliced.plan.steps).toHaveLength(4);
  const spent = sliced.plan.steps.reduce(
    (sum, { measure }) => sum + (measure.kind === 'cash' ? measure.usd : 0),
    0,
  );
  expect(spent).toBe(100e9);
});

test('cuts of the scenario stay, and are no choice', async () => {
  const scenario = { ...shortfall, cuts: ['ord-openai-broadcom'] };
  const document = await firebreak(web, scenario);
  expect(document.lossUsd / grossLoss(web, shortfall, ['ord-openai-broadcom'])).toBeCloseTo(1, 9);
  expect(document.single.map(({ measure }) => dealOf(measure))).not.toContain(
    'ord-openai-broadcom',
  );
});

test('work that is stopped keeps what it tried', async () => {
  const stop = new AbortController();
  stop.abort();
  const document = await firebreak(web, shortfall, { count: 3, signal: stop.signal });
  expect(document).toMatchObject({ complete: false, single: [], plan: { steps: [], savedUsd: 0 } });
  expect(firebreakSchema.safeParse(document).error).toBeUndefined();
});

test.each([
  [{ count: 0 }, /count: found 0/],
  [{ count: 3, exhaustive: true }, /exhaustive: found a count of 3/],
  [{ choice: { kind: 'cash', usd: 0 } }, /cash: found 0, expected dollars above 0/],
  [{ choice: { kind: 'cash', usd: Number.NaN } }, /cash: found NaN/],
  [{ choice: { kind: 'shrink', share: 1 } }, /share: found 1/],
  [{ choice: { kind: 'cut', deals: ['ord-openai-orcle'] } }, /Did you mean ord-openai-oracle/],
  [
    { choice: { kind: 'backstop', deals: ['eq-openai-amd-warrant'] } },
    /deals that a backstop can change/,
  ],
  [{ objective: 'opnai' }, /objective: found "opnai"/],
] as const)('%j is refused', async (options, message) => {
  const answer = firebreak(web, shortfall, options);
  await expect(answer).rejects.toThrow(ScenarioError);
  await expect(answer).rejects.toThrow(message);
});
