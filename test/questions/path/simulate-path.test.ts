import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { compare } from '../../../src/questions/compare/compare.ts';
import { gap } from '../../../src/questions/gap/gap.ts';
import { pathSchema } from '../../../src/questions/path/path-schema.ts';
import { simulatePath } from '../../../src/questions/path/simulate-path.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { harbour } from '../../worlds/harbour.ts';

const network = parseNetwork(harbour);
const shipped = await loadNetwork('data/ai-web');
const path = (first: number, last: number): Scenario => ({
  version: 1,
  name: '',
  shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 }],
  time: { mode: 'path', window: [first, last] },
});
const minnow: Scenario = {
  ...path(2026, 2029),
  shocks: [{ kind: 'revenue', firm: 'minnow', size: 0.6 }],
};

describe('one year alone is the mode year', () => {
  test.each([
    ['by revenue', [{ kind: 'revenue', firm: 'openai', size: 0.5 }]],
    ['with failures', [{ kind: 'funding', firm: 'all', size: 0.4 }]],
    ['by capacity', [{ kind: 'capacity', firm: 'tsmc', size: 0.3 }]],
  ] as const)('%s', (_, shocks) => {
    for (const cuts of [[], ['ord-openai-oracle']]) {
      const scenario = { ...path(2027, 2027), shocks: [...shocks], cuts };
      const { years } = simulatePath(shipped, scenario);
      const alone = simulate(shipped, { ...scenario, time: { mode: 'year', year: 2027 } });
      const [year] = years;
      expect(years).toHaveLength(1);
      expect(year!.grossLossUsd / alone.totals.grossLossUsd).toBeCloseTo(1, 9);
      expect(year!.ownersLossUsd / alone.totals.ownersLossUsd).toBeCloseTo(1, 9);
      expect(year!.newLossUsd).toBe(year!.grossLossUsd);
      alone.firms.forEach((firm, i) => {
        const { lossUsd, ...same } = year!.firms[i]!;
        expect(Math.abs(lossUsd - firm.lossUsd)).toBeLessThanOrEqual(1e-8 * firm.startValueUsd);
        expect(same.failed).toBe(firm.status === 'failed');
        for (const name of [
          'activity',
          'debtPaid',
          'bindingPaid',
          'discretionaryPaid',
          'tranchePaid',
        ] as const) {
          expect(same[name]).toBeCloseTo(firm[name], 8);
        }
      });
    }
  });
});

test('without a shock nothing is lost, and the gap is that of the command gap, with cuts too', () => {
  for (const cuts of [[], ['ord-openai-oracle', 'ord-openai-broadcom']]) {
    const calm = { ...path(2026, 2030), shocks: [], cuts };
    const { years, converged } = simulatePath(shipped, calm);
    const table = gap(shipped, calm);
    expect(converged).toBe(true);
    for (const { year, grossLossUsd, failed, firms, notRaisedUsd } of years) {
      expect(grossLossUsd).toBe(0);
      expect(failed).toEqual([]);
      expect(notRaisedUsd).toBeLessThan(1);
      firms.forEach(({ id, gapUsd }, i) => {
        expect(table.firms[i]!.id).toBe(id);
        const { usd } = table.firms[i]!.perYear.find((entry) => entry.year === year)!;
        expect(Math.abs(gapUsd - usd)).toBeLessThanOrEqual(1e-9 * Math.max(1, usd));
      });
    }
  }
});

test('years add up, and the document is what its schema says', () => {
  const run = simulatePath(shipped, path(2026, 2030));
  expect(() => pathSchema.parse(run)).not.toThrow();
  expect(run.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
  const added = run.years.reduce((sum, { newLossUsd }) => sum + newLossUsd, 0);
  expect(added / run.years.at(-1)!.grossLossUsd).toBeCloseTo(1, 9);
  expect(simulatePath(shipped, path(2026, 2030)).receipt.resultHash).toBe(run.receipt.resultHash);
  expect(simulatePath(shipped, path(2026, 2029)).receipt.resultHash).not.toBe(
    run.receipt.resultHash,
  );
});

describe('refuses', () => {
  test.each([
    [
      { time: { mode: 'horizon', window: [2026, 2030] } },
      /time.mode: found "horizon", expected "path"/,
    ],
    [{ time: undefined }, /time.mode: found "nothing"/],
    [
      { time: { mode: 'path', window: [2026, 2076] } },
      /time.window: found 51 years, expected at most 50/,
    ],
    [
      { time: { mode: 'path', window: [2030, 2027] } },
      /time.window\[1\]: found 2027, expected 2030 or later/,
    ],
    [
      { time: { mode: 'path', window: [2020, 2024] } },
      /time.window\[1\]: found 2024, expected 2026 or later/,
    ],
    [{ parameters: { valuation: 'book' } }, /parameters.valuation: found "book"/],
    [{ shocks: [{ kind: 'revenue', firm: 'minow', size: 1 }] }, /minnow/],
  ] as const)('%o', (change, message) => {
    const scenario = { ...minnow, ...change } as Scenario;
    expect(() => simulatePath(network, scenario)).toThrow(ScenarioError);
    expect(() => simulatePath(network, scenario)).toThrow(message);
  });

  test('a single run does not pretend to be a path', () => {
    expect(() => simulate(network, minnow)).toThrow(/time.mode: found "path".*simulate --path/);
    expect(() => compare(network, minnow)).toThrow(/time.mode: found "path"/);
    const long = { ...minnow, time: { mode: 'horizon', window: [2026, 2126] } } as const;
    expect(() =>
      simulate(network, { ...long, time: { mode: 'horizon', window: [2026, 2126] } }),
    ).toThrow(/time.window\[1\]: found 2126, expected a window of at most 100 years/);
  });
});
