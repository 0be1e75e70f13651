import { expect, test } from 'vitest';
import { loadNetwork } from '../../../src/data/load.ts';
import { finalState } from '../../../src/models/chained-boats/final-state.ts';
import { compileWeb, fillDefaults, simulate } from '../../../src/models/chained-boats/simulate.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';

const network = await loadNetwork('data/ai-web');

test.each([0.1, 0.5, 0.75])('ends where simulate ends at a shortfall of %f', (size) => {
  const scenario: Scenario = {
    version: 1,
    name: '',
    shocks: [{ kind: 'revenue', firm: 'openai', size }],
  };
  const full = fillDefaults(scenario);
  const { after, errorBound } = finalState(compileWeb(network, full), full.shocks);
  const cascade = simulate(network, scenario);
  expect(errorBound).not.toBeNull();
  cascade.firms.forEach(({ lossUsd, valueUsd }, i) => {
    const scale = Math.max(1, Math.abs(valueUsd ?? 0));
    expect(Math.abs(after.valueLossUsd[i]! - lossUsd) / scale).toBeLessThan(1e-9);
  });
});
