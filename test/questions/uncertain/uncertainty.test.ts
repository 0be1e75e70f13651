import { beforeAll, describe, expect, test } from 'vitest';
import { ModelError, ScenarioError } from '../../../src/base/errors.ts';
import type { Network } from '../../../src/data/graph.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { parseNetwork, toDocument } from '../../../src/data/parse.ts';
import type { Distribution, NetworkDocument } from '../../../src/data/schema.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { type Draws, drawBlocks } from '../../../src/questions/uncertain/draw-block.ts';
import { batchStart, drawPlan, placeOf } from '../../../src/questions/uncertain/draw-plan.ts';
import type { DrawThreads } from '../../../src/questions/uncertain/run-draws.ts';
import {
  type UncertaintyOptions,
  uncertainty,
} from '../../../src/questions/uncertain/uncertainty.ts';
import {
  type Uncertainty,
  uncertaintySchema,
} from '../../../src/questions/uncertain/uncertainty-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { threeBoats } from '../../worlds/three-boats.ts';

const half: Scenario = {
  version: 1,
  name: 'half',
  shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 }],
};

let web: Network;
let bands: Uncertainty;
beforeAll(async () => {
  web = await loadNetwork('data/ai-web');
  bands = await uncertainty(web, half, { draws: 200, seed: 7 });
});

const of = (network: Network, scenario: Scenario, options: UncertaintyOptions = {}) =>
  uncertainty(network, scenario, { draws: 80, seed: 7, ...options });

describe('bands', () => {
  test('are a document, with a run of the records beside them', () => {
    expect(uncertaintySchema.parse(bands)).toEqual(bands);
    const run = simulate(web, half);
    expect(bands.totals.grossLossUsd.point).toBeCloseTo(run.totals.grossLossUsd, -5);
    expect(bands.totals.ownersLossUsd.point).toBeCloseTo(run.totals.ownersLossUsd, -5);
    expect(bands.totals.firstLossUsd.point).toBeCloseTo(run.totals.firstLossUsd, 0);
    for (const [at, { id, lossUsd, status }] of run.firms.entries()) {
      expect(bands.firms[at]).toMatchObject({ id, failsAsRecorded: status === 'failed' });
      expect(Math.abs(bands.firms[at]!.lossUsd.point - lossUsd)).toBeLessThan(1e6);
    }
    const [first, second] = run.rounds;
    expect(bands.rounds[1]!.lossUsd.point).toBeCloseTo(first!.lossUsd + second!.lossUsd, -2);
  });

  test('rise from level to level, hold their mean, and grow round by round', () => {
    const spreads = [
      ...Object.values(bands.totals),
      ...bands.rounds.map(({ lossUsd }) => lossUsd),
      ...bands.firms.flatMap(({ lossUsd, activity, gapUsd }) => [lossUsd, activity, gapUsd]),
    ];
    for (const spread of spreads) {
      const { quantiles, mean } = spread!;
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
      expect(Number.isFinite(mean)).toBe(true);
    }
    const medians = bands.rounds.map(({ lossUsd }) => lossUsd.quantiles[2]!);
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
    expect(bands.totals.grossLossUsd.quantiles[2]).toBeGreaterThanOrEqual(medians.at(-1)!);
    for (const { failure, failureError } of bands.firms) {
      expect(failure >= 0 && failure <= 1).toBe(true);
      expect(failureError).toBeCloseTo(Math.sqrt((failure * (1 - failure)) / 200), 12);
    }
    expect(bands.firms.find(({ id }) => id === 'openai')!.failure).toBeGreaterThan(0.3);
  });

  test('name what was drawn and what nobody could draw', () => {
    const paid = bands.distributions.find(({ row }) => row.id === 'paid-signed')!;
    expect(paid.figures).toBeGreaterThan(50);
    expect(paid.row.note).toMatch(/point estimate/);
    expect(bands.perGigawattRows).toBeGreaterThan(0);
    expect(bands.unknownDeals.length).toBeGreaterThan(30);
  });

  test('are the same for the same seed, others for another, whatever the machine did before', async () => {
    expect(await uncertainty(web, half, { draws: 200, seed: 7 })).toEqual(bands);
    const other = await of(web, half, { seed: 8 });
    expect(other.totals.grossLossUsd.quantiles).not.toEqual(
      (await of(web, half)).totals.grossLossUsd.quantiles,
    );
    expect(other.receipt.resultHash).not.toBe(bands.receipt.resultHash);
  });

  test('are found again from their receipt', async () => {
    const { draws, receipt } = bands;
    expect(await uncertainty(web, receipt.scenario, { draws })).toEqual(bands);
    const set = { ...half, parameters: { takeOrPay: 0.5 } };
    const held = await of(web, set);
    expect(held.receipt.scenario.parameters).toEqual({ takeOrPay: 0.5 });
    const row = held.distributions.find((one) => one.row.of === 'takeOrPay');
    expect(row!.figures).toBe(0);
  });

  test('hang on the records, not on their order', async () => {
    const { firms, deals, ...rest } = toDocument(web);
    const turned = parseNetwork({ ...rest, firms: firms.toReversed(), deals: deals.toReversed() });
    const { totals, receipt } = await of(turned, half);
    const straight = await of(web, half);
    expect(receipt.network).toEqual(straight.receipt.network);
    totals.grossLossUsd.quantiles.forEach((usd, level) => {
      expect(usd / straight.totals.grossLossUsd.quantiles[level]! - 1).toBeCloseTo(0, 9);
    });
  });

  test('are the same on many threads, whichever is done first', async () => {
    const threads: DrawThreads = {
      lanes: 3,
      draw: async (draws: Draws, start, end) => {
        await new Promise((resolve) => setTimeout(resolve, start === 0 ? 30 : 1));
        return drawBlocks(web, half, draws)(start, end);
      },
    };
    expect(await uncertainty(web, half, { draws: 200, seed: 7, threads })).toEqual(bands);
  });

  test.each(['plain', 'latin', 'sobol'] as const)(
    'agree whichever way the draws are spread: %s',
    async (method) => {
      const { totals } = await uncertainty(web, half, { draws: 256, seed: 3, method });
      const spread =
        bands.totals.grossLossUsd.quantiles[4]! - bands.totals.grossLossUsd.quantiles[0]!;
      expect(Math.abs(totals.grossLossUsd.mean - bands.totals.grossLossUsd.mean)).toBeLessThan(
        spread / 8,
      );
      expect(Math.abs(totals.gapUsd.mean / bands.totals.gapUsd.mean - 1)).toBeLessThan(0.02);
    },
  );

  test('come to rest as draws are added, by about the error that they state', () => {
    const { convergence, standardErrors, totals } = bands;
    expect(convergence.map(({ draws }) => draws)).toEqual([25, 50, 75, 100, 125, 150, 175, 200]);
    expect(convergence.at(-1)!.grossLossUsd).toEqual(totals.grossLossUsd.quantiles);
    const [halfway] = convergence.filter(({ draws }) => draws === 100);
    const off = Math.abs(halfway!.grossLossUsd[2]! - totals.grossLossUsd.quantiles[2]!);
    expect(off).toBeLessThan(5 * standardErrors![2]!);
  });
});

const certain = (rows: readonly Distribution[]): NetworkDocument => ({
  ...threeBoats,
  uncertainty: [...rows],
});
const shock: Scenario = {
  version: 1,
  name: 'shock',
  shocks: [{ kind: 'revenue', firm: 'carrow', size: 0.4 }],
};
const value: Distribution = {
  id: 'v',
  figure: 'valueUsd',
  of: 'low',
  shape: 'uniform',
  low: 1,
  high: 1,
};

test('certain figures have no band', async () => {
  const one = await of(parseNetwork(certain([value])), shock);
  expect(one.draws).toBe(80);
  for (const { point, mean, quantiles } of [
    one.totals.grossLossUsd,
    ...one.firms.map(({ lossUsd }) => lossUsd),
  ]) {
    for (const number of [mean, ...quantiles]) expect(number).toBeCloseTo(point, 3);
  }
  expect(one.totals.grossLossUsd.point).toBeGreaterThan(0);
  expect(one.standardErrors!.every((error) => error < 1)).toBe(true);
});

test('a figure without meaning has no band: nothing was lost at first, so nothing was amplified', async () => {
  const calm = await of(parseNetwork(certain([value])), { ...shock, shocks: [] });
  expect(calm.totals.amplification).toBeNull();
  expect(calm.totals.grossLossUsd.quantiles).toEqual([0, 0, 0, 0, 0]);
});

test('ended early, the bands are those of the draws that were made', async () => {
  const stop = new AbortController();
  const onProgress = (done: number): void => {
    if (done >= 200) stop.abort();
  };
  const some = await uncertainty(web, half, {
    draws: 1000,
    seed: 7,
    onProgress,
    signal: stop.signal,
  });
  expect(some).toMatchObject({ complete: false, asked: 1000, draws: 200 });
  expect(some.totals.grossLossUsd.quantiles[2]).toBeGreaterThan(1e12);
  stop.abort();
  await expect(uncertainty(web, half, { draws: 10, signal: stop.signal })).rejects.toThrow(
    ModelError,
  );
});

test('few draws say nothing of their own errors', async () => {
  const few = await of(web, half, { draws: 10 });
  expect(few.standardErrors).toBeNull();
  expect(few.convergence).toHaveLength(1);
});

test('bad questions are refused, and say why', async () => {
  const bare = parseNetwork(threeBoats);
  await expect(of(bare, shock)).rejects.toThrow('found a network without distributions');
  for (const draws of [0, -1, 1.5, 1e9, Number.NaN]) {
    await expect(of(web, half, { draws })).rejects.toThrow(ScenarioError);
  }
  await expect(of(web, half, { draws: 900_000 })).rejects.toThrow(/at most \d+ draws/);
  await expect(of(web, half, { seed: -1 })).rejects.toThrow(
    'seed: found -1, expected a whole number',
  );
  const nobody: Scenario = { ...half, shocks: [{ kind: 'revenue', firm: 'nobody', size: 0.5 }] };
  await expect(of(web, nobody)).rejects.toThrow(ScenarioError);
});

test('every draw of a plan has a place of its own, in batches that differ by one at most', () => {
  for (const draws of [1, 63, 64, 100, 1003]) {
    const plan = drawPlan(draws, 0, 'latin');
    const places = Array.from({ length: draws }, (_, draw) => placeOf(plan, draw));
    expect(new Set(places.map(({ batch, index }) => `${batch} ${index}`)).size).toBe(draws);
    for (const { batch, index, size } of places) {
      expect(index < size).toBe(true);
      expect(size).toBe(batchStart(plan, batch + 1) - batchStart(plan, batch));
      expect(Math.abs(size - draws / plan.batches)).toBeLessThan(1);
    }
  }
});
