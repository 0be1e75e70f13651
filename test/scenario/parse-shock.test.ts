import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/base/errors.ts';
import { parseNetwork } from '../../src/data/parse.ts';
import { parseShock } from '../../src/scenario/parse-shock.ts';
import { shockSchema } from '../../src/scenario/schema.ts';
import { harbour } from '../worlds/harbour.ts';

const network = parseNetwork(harbour);

it.each([
  ['minnow:revenue=-50%', { kind: 'revenue', firm: 'minnow', size: 0.5 }],
  ['minnow:revenue:-.5', { kind: 'revenue', firm: 'minnow', size: 0.5 }],
  [' Minnow Labs : Revenue = 25% ', { kind: 'revenue', firm: 'minnow', size: 0.25 }],
  ['小鱼实验室:value=0.1', { kind: 'value', firm: 'minnow', size: 0.1 }],
  ['pike:capacity=-30%', { kind: 'capacity', firm: 'pike', size: 0.3 }],
  ['OTTR:funding=1', { kind: 'funding', firm: 'otter', size: 1 }],
  ['heron cloud & sons:default', { kind: 'default', firm: 'heron', size: 1 }],
  ['all:funding=-40%', { kind: 'funding', firm: 'all', size: 0.4 }],
  ['compute:multiple=-37.5%', { kind: 'multiple', layer: 'compute', size: 0.375 }],
  ['compute:multiple=32->20', { kind: 'multiple', layer: 'compute', size: 0.375 }],
  ['ord-minnow-otter:cancel', { kind: 'cancel', deal: 'ord-minnow-otter', size: 1 }],
  ['ord-minnow-otter:cancel=60%', { kind: 'cancel', deal: 'ord-minnow-otter', size: 0.6 }],
])('%s', (text, shock) => {
  expect(parseShock(text, network)).toEqual(shock);
  expect(shockSchema.parse(shock)).toEqual(shock);
});

describe('refuses, naming what was found and what was expected', () => {
  it.each([
    ['minnow', 'shock "minnow": found text of another form, expected subject:kind=size. Examples:'],
    ['', 'shock nothing: found text of another form'],
    ['minnow=50%', 'expected subject:kind=size'],
    [
      'minnow:revenu=-50%',
      'found kind "revenu", expected one of revenue, value, funding, capacity, default, cancel, multiple. Did you mean revenue?',
    ],
    ['minnow:revenue', 'found no size, expected a size, such as =-50%'],
    ['minnow:revenue=', 'found no size'],
    [
      'minnow:revenue=-150%',
      'shock "minnow:revenue=-150%": found "-150%", expected a share that is lost, from 0 to 1 or 0% to 100%',
    ],
    [
      'minow:revenue=-50%',
      'found "minow", expected the id, ticker or name of a firm. Did you mean minnow?',
    ],
    ['OTTER DB:revenue=-50%', 'Did you mean otter?'],
    [
      'cloudy:multiple=10%',
      'found "cloudy", expected a layer of the network. Layers: capital, compute, energy, middleware, models.',
    ],
    [
      'ord-minnow-oter:cancel',
      'found "ord-minnow-oter", expected the id of a deal known on 2026-04-27. Did you mean ord-minnow-otter',
    ],
    ['minnow:cancel', 'found "minnow", expected the id of a deal'],
    ['eq-heron-eel:cancel', 'expected the id of a deal known on 2026-04-27'],
  ])('%j', (text, message) => {
    expect(() => parseShock(text, network)).toThrow(ScenarioError);
    expect(() => parseShock(text, network)).toThrow(message);
  });

  it('a name that two firms share', () => {
    const twins = harbour.firms.map((firm) =>
      firm.id === 'eel' ? { ...firm, ticker: 'PIKE' } : firm,
    );
    const web = parseNetwork({ ...harbour, firms: twins });
    expect(parseShock('pike:value=.1', web)).toMatchObject({ firm: 'pike' });
    const [heron, otter] = [{ ticker: 'SAME' }, { ticker: 'SAME' }];
    const firms = harbour.firms.map((firm) => ({
      ...firm,
      ...(firm.id === 'heron' ? heron : firm.id === 'otter' ? otter : {}),
    }));
    expect(() => parseShock('same:value=.1', parseNetwork({ ...harbour, firms }))).toThrow(
      'found "same", expected a name that only one firm has. Did you mean heron or otter?',
    );
  });
});
