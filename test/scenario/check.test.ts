import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/base/errors.ts';
import { parseNetwork } from '../../src/data/parse.ts';
import { checkScenario } from '../../src/scenario/check.ts';
import { parseScenario } from '../../src/scenario/parse-scenario.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { harbour } from '../worlds/harbour.ts';

const network = parseNetwork(harbour);
const scenario = (part: object): Scenario =>
  ({ version: 1, name: 'x', shocks: [], ...part }) as Scenario;
const shock = (part: object): Scenario =>
  scenario({ shocks: [{ kind: 'revenue', firm: 'minnow', size: 0.5, ...part }] });

describe('checkScenario', () => {
  it('takes what the network has', () => {
    const shocks = [
      { kind: 'revenue', firm: 'minnow', size: 0 },
      { kind: 'funding', firm: 'all', size: 1 },
      { kind: 'cancel', deal: 'eq-whale-minnow', size: 1 },
      { kind: 'multiple', layer: 'compute', size: 0.2 },
    ];
    const time = { mode: 'horizon', window: [2026, 2026] };
    expect(() =>
      checkScenario(network, scenario({ shocks, time, cuts: ['ord-heron-eel'] })),
    ).not.toThrow();
    expect(() => checkScenario(network, scenario({}))).not.toThrow();
  });

  it.each([
    [
      shock({ firm: 'minow' }),
      'shocks[0].firm: found "minow", expected the id, ticker or name of a firm. Did you mean minnow?',
    ],
    [
      shock({ firm: 'PIKE' }),
      'shocks[0].firm: found "PIKE", expected "pike". Scenario documents name ids.',
    ],
    [shock({ size: 1.5 }), 'shocks[0].size: found 1.5, expected a share that is lost, 0 to 1'],
    [shock({ size: -0.5 }), 'shocks[0].size: found -0.5'],
    [shock({ size: Number.NaN }), 'shocks[0].size: found NaN'],
    [
      scenario({ shocks: [{ kind: 'cancel', deal: 'ord-minnow-pikes', size: 1 }] }),
      'shocks[0].deal: found "ord-minnow-pikes", expected the id of a deal known on 2026-04-27. Did you mean ord-minnow-pike',
    ],
    [
      scenario({ shocks: [{ kind: 'multiple', layer: 'computer', size: 1 }] }),
      'shocks[0].layer: found "computer", expected a layer of the network. Did you mean compute?',
    ],
    [
      scenario({ cuts: ['ord-heron-eel', 'eq-heron-eel'] }),
      'cuts[1]: found "eq-heron-eel", expected the id of a deal known on 2026-04-27',
    ],
    [
      scenario({ time: { mode: 'horizon', window: [2030, 2026] } }),
      'time.window[1]: found 2026, expected 2030 or later',
    ],
  ])('case %#', (bad, message) => {
    expect(() => checkScenario(network, bad)).toThrow(ScenarioError);
    expect(() => checkScenario(network, bad)).toThrow(message);
  });

  it('knows only the deals of its day', () => {
    const then = parseNetwork(harbour, { asOf: '2025-09-01' });
    const cut = scenario({ cuts: ['ord-minnow-otter'] });
    expect(() => checkScenario(network, cut)).not.toThrow();
    expect(() => checkScenario(then, cut)).toThrow(
      'cuts[0]: found "ord-minnow-otter", expected the id of a deal known on 2025-09-01',
    );
  });
});

describe('parseScenario', () => {
  it('gives a scenario back', () => {
    const whole = shock({});
    expect(parseScenario(structuredClone(whole))).toEqual(whole);
  });

  it.each<[unknown, string]>([
    [null, 'scenario: document: found null, expected a record of fields'],
    [{ ...shock({}), version: 2 }, 'scenario: version: found 2, expected 1'],
    [
      { ...shock({}), shock: [] },
      'scenario: shock: found a list of 0 in a field that is not known here, expected a known field. Did you mean shocks?',
    ],
    [
      shock({ kind: 'revenu' }),
      'scenario: shocks[0].kind: found "revenu", expected one of revenue,',
    ],
    [
      shock({ size: '50%' }),
      'scenario: shocks[0].size: found "50%", expected a number. Write a share as 0.25, not 25%.',
    ],
    [shock({ size: 2 }), 'scenario: shocks[0].size: found 2, expected at most 1'],
    [
      scenario({ time: { mode: 'month' } }),
      'scenario: time.mode: found "month", expected one of year, horizon, path',
    ],
    [scenario({ time: { mode: 'path' } }), 'scenario: time.window: found nothing, expected a list'],
    [
      scenario({ time: { mode: 'horizon', window: [2026] } }),
      'scenario: time.window: found a list of 1, expected a list of 2',
    ],
    [scenario({ seed: -1 }), 'scenario: seed: found -1, expected at least 0'],
    [
      scenario({ weights: { lo: 1 } }),
      'scenario: weights.lo: found 1 in a field that is not known here',
    ],
    [
      scenario({ parameters: { a: [] } }),
      'scenario: parameters.a: found a list of 0, expected a number or text',
    ],
  ])('case %#', (bad, message) => {
    expect(() => parseScenario(bad)).toThrow(ScenarioError);
    expect(() => parseScenario(bad)).toThrow(message);
  });
});
