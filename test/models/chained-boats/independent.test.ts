import { describe, expect, test } from 'vitest';
import { loadNetwork } from '../../../src/data/load.ts';
import { deriveInputs } from '../../../src/models/chained-boats/inputs/derive.ts';
import type { ModelInputs } from '../../../src/models/chained-boats/inputs/inputs.ts';
import { shockArrays } from '../../../src/models/chained-boats/shocks.ts';
import { fillDefaults, settingsOf } from '../../../src/models/chained-boats/simulate.ts';
import { defaultSolveOptions, solve } from '../../../src/models/chained-boats/solve.ts';
import { type State, valueScaleUsd } from '../../../src/models/chained-boats/state.ts';
import { buildWeb, type Web } from '../../../src/models/chained-boats/web.ts';
import type { Scenario, Shock, TimeSpan } from '../../../src/scenario/schema.ts';
import { smallInputs } from '../small-inputs.ts';
import { type Fallen, fallIndependently } from './independent.ts';
import { randomWeb } from './property/random-web.ts';

/** Largest distance between the engine's losses and the levels, as a share of a firm's size. */
const distance = (web: Web, state: State, fallen: Fallen): number =>
  Math.max(
    0,
    ...fallen.firms.flatMap((level, i) => {
      const scale = valueScaleUsd(web, i);
      return [
        1 - state.activityLoss[i]! - level.activity,
        1 - state.capacityLoss[i]! - level.capacity,
        1 - state.debtUnpaid[i]! - level.psi,
        1 - state.bindingUnpaid[i]! - level.pt,
        1 - state.discretionaryUnpaid[i]! - level.pd,
        1 - state.promisedUnpaid[i]! - level.pi,
        (web.startValueUsd[i]! - fallen.startEquity[i]!) / scale,
        (web.startValueUsd[i]! - state.valueLossUsd[i]! - level.equity) / scale,
      ].map(Math.abs);
    }),
  );

const compare = (inputs: ModelInputs, shocks: readonly Shock[], layers: readonly string[]) => {
  const web = buildWeb(inputs);
  const arrays = shockArrays(web, shocks, layers);
  const { state, converged } = solve(web, arrays, defaultSolveOptions, () => {});
  const fallen = fallIndependently(inputs, shocks, layers);
  expect(converged).toBe(true);
  expect(fallen.settled).toBe(true);
  expect([...state.failed].map(Boolean)).toEqual(fallen.firms.map(({ failed }) => failed));
  expect(distance(web, state, fallen)).toBeLessThan(1e-9);
  return fallen;
};

describe('the engine and a second implementation agree to 1e-9, failures included', () => {
  test('on 300 random webs with every feature, at market and at book value', () => {
    let failures = 0;
    let shortfalls = 0;
    for (let seed = 1; seed <= 150; seed++) {
      const { size, problem, shocks } = randomWeb(seed * 7919);
      for (const valuation of ['market', 'book'] as const) {
        const inputs = smallInputs(size, { ...problem, valuation });
        const layers = inputs.firms.map(() => 'layer');
        const { firms } = compare(inputs, shocks, layers);
        failures += firms.filter(({ failed }) => failed).length;
        shortfalls += firms.filter(({ pd, failed }) => !failed && pd < 1).length;
      }
    }
    expect(failures).toBeGreaterThan(300);
    expect(shortfalls).toBeGreaterThan(100);
  });
});

const aiWeb = await loadNetwork('data/ai-web');

describe('on the real web', () => {
  const scenarios: Record<string, Omit<Scenario, 'version' | 'name'>> = {
    'half of a revenue': { shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 }] },
    'nearly all of it': { shocks: [{ kind: 'revenue', firm: 'openai', size: 0.95 }] },
    'a frozen capital market': { shocks: [{ kind: 'funding', firm: 'all', size: 0.4 }] },
    'a foundry that stands still, inputs essential': {
      shocks: [{ kind: 'capacity', firm: 'tsmc', size: 0.3 }],
      parameters: { essentiality: 0.6 },
    },
    'a default, with thresholds and poor recovery': {
      shocks: [{ kind: 'default', firm: 'coreweave', size: 0.7 }],
      parameters: { failureThreshold: 0.5, ownRecovery: 0.7, receivableRecovery: 0.6 },
    },
    'a cancelled order and a re-rated layer': {
      shocks: [
        { kind: 'cancel', deal: 'ord-openai-oracle', size: 0.8 },
        { kind: 'multiple', layer: 'compute', size: 0.375 },
      ],
      parameters: { liquidShare: 0.3, priceImpact: 2 },
    },
    'book values': {
      shocks: [{ kind: 'revenue', firm: 'openai', size: 0.6 }],
      parameters: { valuation: 'book', liquidShare: 0.8 },
    },
  };
  const times: Record<'horizon' | 'year', TimeSpan> = {
    horizon: { mode: 'horizon', window: [2026, 2030] },
    year: { mode: 'year', year: 2027 },
  };

  for (const [name, scenario] of Object.entries(scenarios)) {
    test.each(['horizon', 'year'] as const)(`${name}: %s`, (time) => {
      const full = fillDefaults({ version: 1, name, time: times[time], ...scenario });
      const { inputs, layers } = deriveInputs(aiWeb, settingsOf(aiWeb, full));
      const { firms, startEquity } = compare(inputs, full.shocks, layers);
      expect(firms.some(({ equity }, i) => equity < startEquity[i]! * 0.99)).toBe(true);
    });
  }
});
