import { expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { TOLERANCE } from '../../../src/questions/breakpoint/break-points.ts';
import { smallestShocksSchema } from '../../../src/questions/breakpoint/breakpoint-schema.ts';
import { smallestShocks } from '../../../src/questions/breakpoint/smallest-shocks.ts';
import type { Scenario, Shock } from '../../../src/scenario/schema.ts';

const network = await loadNetwork('data/ai-web', { asOf: '2026-04-27' });
const scenario: Scenario = { version: 1, name: 'calm', shocks: [] };

const fells = (
  target: string,
  kind: 'revenue' | 'value',
  firms: readonly string[],
  size: number,
) => {
  const shocks = firms.map((firm): Shock => ({ kind, firm, size }));
  const { firms: after } = simulate(network, { ...scenario, shocks });
  return after.find(({ id }) => id === target)!.failedInRound !== null;
};

test('each shock found brings the target down, and a tolerance less does not, by whole simulations', async () => {
  for (const target of ['openai', 'coreweave']) {
    const document = await smallestShocks(network, scenario, { target });
    expect(smallestShocksSchema.safeParse(document).error).toBeUndefined();
    expect(document.single.length).toBeGreaterThan(0);
    for (const { firms, size } of [...document.single, document.pair!]) {
      expect(fells(target, 'revenue', firms, size)).toBe(true);
      expect(fells(target, 'revenue', firms, size - 1.01 * TOLERANCE)).toBe(false);
    }
    expect(document.pair!.size).toBeLessThan(document.single[0]!.size);
    const sizes = document.single.map(({ size }) => size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  }
}, 20_000);

test('no firm and no pair does it with less: every one tried by brute force', async () => {
  const target = 'coreweave';
  const { single, pair, harmlessAlone, notAsked } = await smallestShocks(network, scenario, {
    target,
  });
  const known = network.filterNodes((_, { revenueUsd }) => revenueUsd !== undefined);
  expect(notAsked).toHaveLength(network.order - known.length);
  expect(single.length + harmlessAlone).toBe(known.length);
  const alone = new Set(single.map(({ firms }) => firms[0]!));
  for (const id of known) expect(fells(target, 'revenue', [id], 1)).toBe(alone.has(id));
  const below = pair!.size - 1.01 * TOLERANCE;
  const some = known.filter((_, at) => at % 4 === 1 || pair!.firms.includes(known[at]!));
  for (const [at, one] of some.entries()) {
    for (const other of some.slice(at + 1)) {
      expect(fells(target, 'revenue', [one, other], below)).toBe(false);
    }
  }
}, 20_000);

test('without pairs none is tried; stopped it keeps what it has', async () => {
  const alone = await smallestShocks(network, scenario, { target: 'OpenAI', pairs: false });
  expect(alone).toMatchObject({ target: 'openai', pair: null, pairsTried: 0, complete: true });
  const stop = new AbortController();
  stop.abort();
  const early = await smallestShocks(network, scenario, { target: 'openai', signal: stop.signal });
  expect(early).toMatchObject({ complete: false, single: [], harmlessAlone: 0 });
});

test.each([
  [{ target: 'opnai' }, /target: found "opnai".*Did you mean openai/],
  [{ target: 'norway-swf-of-nowhere' }, /target: found/],
  [
    { target: 'bond-investors' },
    /bond-investors, which stands when every firm loses all of its revenue/,
  ],
])('%j is refused', async (options, message) => {
  const answer = smallestShocks(network, scenario, options);
  await expect(answer).rejects.toThrow(ScenarioError);
  await expect(answer).rejects.toThrow(message);
});
