import { expect, test } from 'vitest';
import { loadNetwork } from '../../src/data/load.ts';
import { importance, vulnerability } from '../../src/measures/systemic.ts';
import { simulate } from '../../src/models/chained-boats/simulate.ts';
import { systemic } from '../../src/questions/systemic/systemic.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const network = await loadNetwork('data/ai-web', { asOf: '2026-04-27' });
const calm: Scenario = { version: 1, name: 'calm', shocks: [] };

test('both agree with the sweep by whole solves', async () => {
  const document = await systemic(network, calm);
  const parts = { important: importance.fn(network), vulnerable: vulnerability.fn(network) };
  const rows = new Map(document.firms.map((firm) => [firm.id, firm]));
  network.nodes().forEach((id, i) => {
    const { importanceUsd, vulnerability: mean } = rows.get(id)!;
    expect(parts.important[i]! / 1e9).toBeCloseTo(importanceUsd! / 1e9, 5);
    if (mean === null) expect(parts.vulnerable[i]).toBeNaN();
    else expect(parts.vulnerable[i]).toBeCloseTo(mean, 8);
  });
});

test('layers are cut, and the strike has a size', () => {
  const options = { layers: ['equity'], parameters: { size: 0.3 } } as const;
  const cuts = network.filterEdges((_, { kind }) => kind !== 'equity');
  const struck = network.nodes().indexOf('openai');
  const { firms } = simulate(network, {
    ...calm,
    cuts,
    shocks: [{ kind: 'default', firm: 'openai', size: 0.3 }],
  });
  const others = firms.filter(({ id, startValueUsd }) => id !== 'openai' && startValueUsd > 0);
  const lossUsd = others.reduce((sum, firm) => sum + firm.lossUsd, 0);
  expect(lossUsd).toBeGreaterThan(1e9);
  expect(importance.fn(network, options)[struck]! / lossUsd).toBeCloseTo(1, 9);
});
