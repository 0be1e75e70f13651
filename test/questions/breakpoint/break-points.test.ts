import { expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { breakPoints, TOLERANCE } from '../../../src/questions/breakpoint/break-points.ts';
import { breakPointsSchema } from '../../../src/questions/breakpoint/breakpoint-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';

const network = await loadNetwork('data/ai-web', { asOf: '2026-04-27' });
const scenario: Scenario = {
  version: 1,
  name: 'two at once',
  shocks: [
    { kind: 'revenue', firm: 'openai', size: 0.5 },
    { kind: 'funding', firm: 'coreweave', size: 0.2 },
  ],
};
const document = await breakPoints(network, scenario);
const runAt = (size: number) =>
  simulate(network, {
    ...scenario,
    shocks: [
      { kind: 'revenue', firm: 'openai', size },
      { kind: 'funding', firm: 'coreweave', size: 0.4 * size },
    ],
  });

test('every firm that fails does so at its size, and stands a tolerance below, by whole simulations', () => {
  expect(breakPointsSchema.safeParse(document).error).toBeUndefined();
  const failing = document.firms.filter(({ failsAt }) => failsAt !== null);
  expect(failing.length).toBeGreaterThan(1);
  for (const { id, failsAt } of failing) {
    const failed = (size: number) =>
      runAt(size).firms.find((firm) => firm.id === id)!.failedInRound !== null;
    expect(failed(failsAt!)).toBe(true);
    expect(failed(failsAt! - 1.01 * TOLERANCE)).toBe(false);
  }
  const full = new Map(runAt(1).firms.map((firm) => [firm.id, firm]));
  for (const { id, failsAt, lossAtFullUsd } of document.firms) {
    expect(failsAt === null).toBe(full.get(id)!.failedInRound === null);
    expect(lossAtFullUsd / 1e9).toBeCloseTo(full.get(id)!.lossUsd / 1e9, 6);
  }
});

test('the curve rises, and whole simulations lie on it, between its points too', () => {
  const { curve } = document;
  expect(curve[0]).toMatchObject({ size: 0, grossLossUsd: 0, failed: 0 });
  expect(curve.at(-1)!.size).toBe(1);
  curve.slice(1).forEach((point, at) => {
    expect(point.size).toBeGreaterThan(curve[at]!.size);
    expect(point.grossLossUsd).toBeGreaterThanOrEqual(curve[at]!.grossLossUsd - 1);
    expect(point.failed).toBeGreaterThanOrEqual(curve[at]!.failed);
  });
  const whole = curve.at(-1)!.grossLossUsd;
  for (const size of [0.137, 0.3331, 0.49, 0.71, 0.93]) {
    const after = curve.findIndex((point) => point.size >= size);
    const [low, high] = [curve[after - 1]!, curve[after]!];
    const part = (size - low.size) / (high.size - low.size);
    const read = low.grossLossUsd + part * (high.grossLossUsd - low.grossLossUsd);
    expect(Math.abs(read - runAt(size).totals.grossLossUsd) / whole).toBeLessThan(2e-3);
  }
});

test('jumps are where somebody fails or much is lost at once; both sides by whole simulations', () => {
  const jumps = document.knees.filter(({ kind }) => kind === 'jump');
  const failing = document.firms.filter(({ failsAt }) => failsAt !== null).map(({ id }) => id);
  expect(jumps.flatMap(({ failed }) => failed).sort()).toEqual(failing.sort());
  for (const { size, beforeUsd, afterUsd } of jumps) {
    expect(runAt(size).totals.grossLossUsd / 1e9).toBeCloseTo(afterUsd / 1e9, 4);
    const below = runAt(size - 1.01 * TOLERANCE).totals.grossLossUsd;
    expect(Math.abs(below - beforeUsd)).toBeLessThan(1e-3 * afterUsd);
  }
  const sizes = document.knees.map(({ size }) => size);
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
});

test('the same answer again; ended early it keeps a curve that is right', async () => {
  expect(await breakPoints(network, scenario)).toEqual(document);
  const stop = new AbortController();
  stop.abort();
  const early = await breakPoints(network, scenario, { signal: stop.signal });
  expect(early).toMatchObject({ complete: false });
  expect(early.curve).toHaveLength(1);
  expect(breakPointsSchema.safeParse(early).error).toBeUndefined();
});

test.each([[[]], [[{ kind: 'revenue', firm: 'openai', size: 0 }]]] as const)(
  'a scenario of %j has no direction to grow in',
  async (shocks) => {
    const answer = breakPoints(network, { ...scenario, shocks: [...shocks] });
    await expect(answer).rejects.toThrow(ScenarioError);
    await expect(answer).rejects.toThrow(/at least one shock above 0/);
  },
);
