import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/base/errors.ts';
import { STATUSES } from '../../src/data/schema.ts';
import { fromLink, type LinkState, toLink } from '../../src/scenario/link.ts';
import { parseScenario } from '../../src/scenario/parse-scenario.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

const leading: Scenario = {
  version: 1,
  name: '',
  shocks: [
    { kind: 'revenue', firm: 'openai', size: 0.5 },
    { kind: 'funding', firm: 'all', size: 0.25 },
  ],
  cuts: ['d17', 'd42'],
  time: { mode: 'horizon', window: [2026, 2030] },
  model: 'chained-boats',
  parameters: { takeOrPay: 0.5, valuation: 'market' },
  weights: { rumoured: 0.2 },
  seed: 7,
};

it('is readable, stable text', () => {
  const state = {
    asOf: '2026-04-27',
    dataHash: '1a2b3c4d',
    view: 'map',
    round: 3,
    language: 'zh',
    others: { ui: 'x y' },
  };
  const link = toLink(leading, state);
  expect(link).toBe(
    'v=1&book=1a2b3c4d&asof=2026-04-27&m=chained-boats&shock=openai:revenue:-.5,all:funding:-.25&cut=d17,d42&t=2026-2030&p.takeOrPay=.5&p.valuation=market&w.rumoured=.2&seed=7&view=map&r=3&lang=zh&ui=x+y',
  );
  expect(fromLink(link)).toEqual({ scenario: leading, ...state });
});

it('is read with #, in a whole address, and as the query of the page spells spaces', () => {
  const link = toLink({ ...leading, name: 'a + b & c=d #1' }, { asOf: '2026-04-27' });
  for (const text of [
    link,
    `#${link}`,
    `http://127.0.0.1:4000/?embed=1#${link}`,
    ` ${link} `.trim(),
  ]) {
    expect(fromLink(text).scenario.name).toBe('a + b & c=d #1');
  }
});

it('keeps keys that it does not know', () => {
  const { others, scenario } = fromLink('v=1&shock=a:value:-.1&zoom=3&x%26y=%3D');
  expect(others).toEqual({ zoom: '3', 'x&y': '=' });
  expect(toLink(scenario, { others })).toBe('v=1&shock=a:value:-.1&zoom=3&x%26y=%3D');
});

const id = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,4})?$/);
const size = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const text = fc.string({ unit: 'binary', maxLength: 12 });
const year = fc.integer({ min: 1900, max: 2200 });
const named = <Value>(value: fc.Arbitrary<Value>) =>
  fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z.]{0,6}$/), value, { noNullPrototype: true });
const scenarios = fc.record(
  {
    version: fc.constant(1 as const),
    name: text,
    shocks: fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constantFrom('revenue', 'value', 'funding', 'capacity', 'default'),
          firm: fc.oneof(id, fc.constant('all')),
          size,
        }),
        fc.record({ kind: fc.constant('cancel'), deal: id, size }),
        fc.record({ kind: fc.constant('multiple'), layer: id, size }),
      ),
      { maxLength: 3 },
    ),
    cuts: fc.array(id, { maxLength: 3 }),
    time: fc.oneof(
      fc.record({ mode: fc.constant('year'), year }),
      fc.record({ mode: fc.constantFrom('horizon', 'path'), window: fc.tuple(year, year) }),
    ),
    model: id,
    parameters: named(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        text,
        fc.constantFrom('5', "'5", '.5', '-1e3'),
      ),
    ),
    weights: fc.dictionary(fc.constantFrom(...STATUSES), size, { noNullPrototype: true }),
    seed: fc.nat(),
  },
  { requiredKeys: ['version', 'name', 'shocks'] },
);
const states: fc.Arbitrary<LinkState> = fc.record(
  {
    asOf: fc.constantFrom('2025-10-10', '2026-04-27'),
    dataHash: fc.stringMatching(/^[a-f0-9]{8}$/),
    resultHash: fc.stringMatching(/^[a-f0-9]{8}$/),
    view: text,
    round: fc.double({ min: 0, max: 99, noNaN: true }).map((value) => value + 0),
    language: fc.constantFrom('en', 'zh'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<LinkState>;

test.prop([scenarios, states], { numRuns: 300 })('comes back as it was made', (made, state) => {
  const scenario = parseScenario(made);
  const stated = (record: Record<string, unknown> | undefined) =>
    Object.keys(record ?? {}).length > 0 ? record : undefined;
  const { parameters, weights, ...rest } = scenario;
  const expected = {
    ...rest,
    ...(stated(parameters) ? { parameters } : {}),
    ...(stated(weights) ? { weights } : {}),
  };
  const link = toLink(scenario, state);
  expect(fromLink(link)).toEqual({ scenario: expected, ...state });
  expect(toLink(fromLink(link).scenario, state)).toBe(link);
  expect(link).toMatch(/^[\w.:,+&=%~!*'()-]*$/);
});

describe('hostile or broken links', () => {
  it.each([
    ['', 'link, v: found nothing, expected 1. A link of this project begins with v=1.'],
    ['v=2', 'link, v: found "2", expected 1'],
    ['v=1&v=1', 'link, v: found the key twice'],
    ['v=1&shock=openai', 'shock "openai": found text of another form'],
    ['v=1&shock=', 'shock nothing: found text of another form'],
    [
      'v=1&shock=openai:revenue:-5',
      'shock "openai:revenue:-5": found "-5", expected a share that is lost',
    ],
    ['v=1&shock=<script>:revenue:-.5', 'link: shocks[0].firm: found "<script>", expected an id'],
    ['v=1&shock=a:value:.1,', 'shock nothing: found text of another form'],
    ['v=1&cut=A%20B', 'link: cuts[0]: found "A B", expected an id'],
    [
      'v=1&t=soon',
      'link, t: found "soon", expected a year, 2027, a window, 2026-2030, or a path of years',
    ],
    ['v=1&t=2026-', 'link, t: found "2026-"'],
    ['v=1&t=9999', 'link: time.year: found 9999, expected at most 2200'],
    ['v=1&seed=-1', 'link: seed: found -1, expected at least 0'],
    ['v=1&seed=x', 'link, seed: found "x", expected a number'],
    ['v=1&asof=2026-02-30', 'link, asof: found "2026-02-30", expected a day that exists'],
    ['v=1&r=NaN', 'link, r: found "NaN", expected a number'],
    ['v=1&w.loi=2', 'link: weights.loi: found 2, expected at most 1'],
    ['v=1&w.lo=.2', 'link: weights.lo: found 0.2 in a field that is not known here'],
    ['v=1&m=', 'link: model: found nothing, expected an id'],
    [
      `v=1&x=${'a'.repeat(2e5)}`,
      'link: found 200006 characters, expected at most 100000 characters',
    ],
  ])('%#', (link, message) => {
    expect(() => fromLink(link)).toThrow(ScenarioError);
    expect(() => fromLink(link)).toThrow(message);
  });

  it('can not reach a prototype', () => {
    const { scenario, others } = fromLink('v=1&p.__proto__=1&__proto__=2&p.constructor=3&p.=4');
    expect(Object.getPrototypeOf(scenario.parameters)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(others)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['2']).toBeUndefined();
  });

  it('survives half a character in a name', () => {
    const { scenario } = fromLink(toLink({ version: 1, name: 'a\uD800b', shocks: [] }));
    expect(scenario.name).toBe('a\uFFFDb');
  });
});
