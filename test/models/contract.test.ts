import { describe, expect, test } from 'vitest';
import { shockArrays } from '../../src/models/chained-boats/shocks.ts';
import { buildWeb } from '../../src/models/chained-boats/web.ts';
import { MODELS } from '../../src/models/models.ts';
import type { Adapter, Reading } from '../../src/models/on-web/adapter.ts';
import { ADAPTERS } from '../../src/models/on-web/adapters.ts';
import { hitWeb } from '../../src/models/on-web/hit-web.ts';
import { PUBLISHED_IDS } from '../../src/models/published.ts';
import type { Shock } from '../../src/scenario/schema.ts';
import { heavy } from '../heavy.ts';
import { propertySeed } from '../setup.ts';
import { play } from './chained-boats/play.ts';
import { randomWeb, relabelled, scaled } from './chained-boats/property/random-web.ts';
import { type SmallProblem, smallInputs } from './small-inputs.ts';

const WEBS = Number(process.env['CONTRACT_WEBS'] ?? 30);

/** Firms are of three layers in turn, so that models with industries have some. */
const layerOf = (firm: number): string => ['layer', 'second', 'third'][firm % 3]!;

const readOn = (
  adapter: Adapter,
  size: number,
  problem: SmallProblem,
  shocks: readonly Shock[],
  layers = Array.from({ length: size }, (_, firm) => layerOf(firm)),
): Reading => {
  const web = buildWeb(smallInputs(size, problem));
  return adapter.read(hitWeb(web, shockArrays(web, shocks, layers), layers));
};

const onRandomWebs = (check: (web: ReturnType<typeof randomWeb>, at: number) => void): void => {
  for (let at = 0; at < WEBS; at++)
    check(randomWeb(1 + ((propertySeed + at * 7919) % (2 ** 31 - 2))), at);
};

const expectClose = (one: Reading, other: Reading, place: readonly number[] | undefined): void => {
  one.fractions.forEach((fraction, i) => {
    const twin = other.fractions[place?.[i] ?? i];
    if (fraction === null) expect(twin).toBeNull();
    else expect(Math.abs(twin! - fraction)).toBeLessThan(1e-9);
  });
};

test('every model stands in the contract', () => {
  const asked = new Set(ADAPTERS.map(({ model }) => model));
  const ids = [...MODELS.map(({ id }) => id), ...PUBLISHED_IDS];
  expect([...asked].sort()).toEqual(ids.sort());
  expect(new Set(ADAPTERS.map(({ id }) => id)).size).toBe(ADAPTERS.length);
});

describe.each(ADAPTERS)('$id', heavy, (adapter) => {
  test('no shock is no loss, exactly', () => {
    onRandomWebs(({ size, problem }) => {
      const { fractions } = readOn(adapter, size, problem, []);
      for (const fraction of fractions) expect(fraction ?? 0).toBe(0);
    });
  });

  test('nobody loses less than nothing or more than all', () => {
    onRandomWebs(({ size, problem, shocks }) => {
      const { fractions, converged, residual } = readOn(adapter, size, problem, shocks);
      expect(fractions).toHaveLength(size);
      expect(converged).toBe(true);
      expect(residual).toBeGreaterThanOrEqual(0);
      for (const fraction of fractions) {
        expect(fraction ?? 0).toBeGreaterThanOrEqual(0);
        expect(fraction ?? 0).toBeLessThanOrEqual(1);
      }
    });
  });

  test('others lose through a firm that fails outright', () => {
    let losers = 0;
    onRandomWebs(({ size, problem }) => {
      const shock = { kind: 'default', firm: 'firm-0', size: 1 } as const;
      const { fractions } = readOn(adapter, size, problem, [shock]);
      losers += fractions.filter((fraction, i) => i > 0 && (fraction ?? 0) > 1e-6).length;
    });
    expect(losers).toBeGreaterThan(0);
  });

  test.runIf(adapter.monotone)('a larger shock is never a smaller loss', () => {
    onRandomWebs(({ size, problem, shocks }, at) => {
      const share = ((at * 37) % 100) / 100;
      const milder = shocks.map((shock): Shock => ({ ...shock, size: shock.size * share }));
      const mild = readOn(adapter, size, problem, milder).fractions;
      const harsh = readOn(adapter, size, problem, shocks).fractions;
      mild.forEach((fraction, i) => {
        expect(fraction ?? 0).toBeLessThanOrEqual((harsh[i] ?? 0) + 1e-9);
      });
    });
  });

  test('names do not matter', () => {
    onRandomWebs(({ size, problem, shocks }) => {
      const place = Array.from({ length: size }, (_, i) => (size - 1 - i + 2) % size);
      const layers = new Array<string>(size);
      place.forEach((to, firm) => {
        layers[to] = layerOf(firm);
      });
      const renamed = shocks.map((shock): Shock => {
        if (!('firm' in shock) || shock.firm === 'all') return shock;
        return { ...shock, firm: `firm-${place[Number(shock.firm.slice(5))]}` };
      });
      const one = readOn(adapter, size, problem, shocks);
      const other = readOn(adapter, size, relabelled(problem, place), renamed, layers);
      expectClose(one, other, place);
    });
  });

  test.each([1e-3, 1e9])('money has no unit: ×%f', (factor) => {
    onRandomWebs(({ size, problem, shocks }) => {
      const one = readOn(adapter, size, problem, shocks);
      expectClose(one, readOn(adapter, size, scaled(problem, factor), shocks), undefined);
    });
  });

  test('the same input gives the same bytes', () => {
    onRandomWebs(({ size, problem, shocks }) => {
      const one = JSON.stringify(readOn(adapter, size, problem, shocks));
      expect(JSON.stringify(readOn(adapter, size, problem, shocks))).toBe(one);
      expect(one).not.toMatch(/NaN|Infinity|-0[,\]]/);
    });
  });
});

test('the ledger of chained-boats adds up to what each firm loses', () => {
  onRandomWebs(({ size, problem, shocks }) => {
    const { web, ledger, solution } = play(size, problem, shocks);
    ledger.lines.forEach((lines, i) => {
      const sum = lines.reduce((total, { usd }) => total + usd, 0);
      const scale = Math.max(web.startValueUsd[i]!, Math.abs(web.coreValueUsd[i]!), 1);
      expect(Math.abs(sum - solution.state.valueLossUsd[i]!)).toBeLessThan(1e-9 * scale);
    });
  });
});
