import { describe, expect, test } from 'vitest';
import { DataError, ScenarioError } from '../../../src/base/errors.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { timeMachine } from '../../../src/questions/timeline/time-machine.ts';
import { timelineSchema } from '../../../src/questions/timeline/timeline-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { harbour } from '../../worlds/harbour.ts';

const shock: Scenario = {
  version: 1,
  name: '',
  shocks: [{ kind: 'revenue', firm: 'minnow', size: 0.6 }],
};

describe('the same shock, day after day', () => {
  test('each day is what a simulation of that day says', async () => {
    const timeline = await timeMachine(harbour, shock);
    expect(() => timelineSchema.parse(timeline)).not.toThrow();
    expect(timeline.complete).toBe(true);
    const answered = timeline.days.filter(({ result }) => result !== null);
    expect(answered.length).toBeGreaterThan(4);
    for (const { day, result, deals } of answered) {
      const network = parseNetwork(harbour, { asOf: day });
      const { totals, firms } = simulate(network, shock);
      expect(result!.grossLossUsd / totals.grossLossUsd).toBeCloseTo(1, 8);
      expect(result!.ownersLossUsd / totals.ownersLossUsd).toBeCloseTo(1, 8);
      expect(result!.failed).toEqual(
        firms.filter(({ status }) => status === 'failed').map(({ id }) => id),
      );
      expect(deals).toBe(network.size);
    }
    const losses = new Set(answered.map(({ result }) => result!.grossLossUsd));
    expect(losses.size).toBeGreaterThan(2);
  });

  test('a day on which the firm had no deal has no answer, and says why', async () => {
    const { days } = await timeMachine(harbour, shock);
    const early = days.filter(({ day }) => day < '2025-03-10');
    expect(early.length).toBeGreaterThan(0);
    for (const { result, why } of early) {
      expect(result).toBeNull();
      expect(why).toEqual({ kind: 'not-in-web', text: 'minnow is not in the web that day' });
    }
  });

  test('a deal of the shock has an answer from the day it was signed to the day it was cancelled', async () => {
    const cancel: Scenario = {
      ...shock,
      shocks: [{ kind: 'cancel', deal: 'ord-minnow-otter', size: 1 }],
    };
    const { days } = await timeMachine(harbour, cancel);
    for (const { day, result } of days) expect(result !== null).toBe(day >= '2025-09-10');
  });

  test('a deal that is cut counts as cut once it is there', async () => {
    const cut = { ...shock, cuts: ['ord-minnow-otter'] };
    const dates = ['2025-06-01', '2025-12-01'];
    const [before, after] = (await timeMachine(harbour, cut, { dates })).days;
    const [plainBefore, plainAfter] = (await timeMachine(harbour, shock, { dates })).days;
    expect(before!.result!.grossLossUsd).toBe(plainBefore!.result!.grossLossUsd);
    expect(after!.result!.grossLossUsd).not.toBe(plainAfter!.result!.grossLossUsd);
  });

  test('what changed since the day before in the list stands with each day', async () => {
    const { days } = await timeMachine(harbour, shock, { dates: ['2025-09-10', '2025-10-01'] });
    expect(days[0]!.changes.map(({ id }) => id)).toContain('ord-minnow-otter');
    const later = days[1]!.changes.filter(({ kind }) => kind === 'deal');
    expect(later.map(({ id, on }) => [id, on])).toEqual([
      ['ord-pike-heron', '2025-09-15'],
      ['eq-pike-minnow', '2025-09-22'],
      ['ord-minnow-pike', '2025-09-22'],
    ]);
  });

  test('values that are later observations are flagged', async () => {
    const { days } = await timeMachine(harbour, shock, { dates: ['2025-04-01', '2026-04-27'] });
    const firms = parseNetwork(harbour, { asOf: '2025-04-01' });
    const later = firms.filterNodes(
      (_, { figuresOn }) => (figuresOn?.valueUsd ?? '') > '2025-04-01',
    );
    expect(later.length).toBeGreaterThan(0);
    expect(days[0]!.result!.laterValues).toBe(later.length);
    for (const { id, looksAhead } of days[0]!.result!.losers) {
      expect(looksAhead).toBe(later.includes(id));
    }
    expect(days[1]!.result!.laterValues).toBe(0);
    expect(days[1]!.result!.laterValuesLossUsd).toBe(0);
  });

  test('a period that is over on a day is refused for that day alone', async () => {
    const year: Scenario = { ...shock, time: { mode: 'year', year: 2025 } };
    const dates = ['2025-12-01', '2026-02-01'];
    const [before, after] = (await timeMachine(harbour, year, { dates })).days;
    expect(before!.result).not.toBeNull();
    expect(after!.why).toMatchObject({ kind: 'refused' });
    expect(after!.why!.text).toMatch(/time.year: found 2025, expected 2026 or later/);
  });
});

test('ended early it keeps the days it has and says so; progress comes at the end', async () => {
  const stop = new AbortController();
  stop.abort();
  const cut = await timeMachine(harbour, shock, { signal: stop.signal });
  expect(cut).toMatchObject({ complete: false, days: [] });
  const seen: number[][] = [];
  const whole = await timeMachine(harbour, shock, { onProgress: (...at) => seen.push(at) });
  expect(seen.at(-1)).toEqual([whole.days.length, whole.days.length]);
});

describe('refuses', () => {
  test.each([
    [
      { from: '2026-01-01', to: '2025-06-01' },
      /from: found "2026-01-01", expected a day up to 2025-06-01/,
    ],
    [{ to: '2027-01-01' }, /to: found "2027-01-01", expected a day of the book, .* to 2026-04-27/],
    [{ from: '1999-01-01' }, /from: found "1999-01-01", expected a day of the book/],
    [{ dates: [] }, /dates: found none, expected at least one day/],
    [{ dates: ['2031-01-01'] }, /dates: found "2031-01-01"/],
    [
      { dates: Array.from({ length: 1001 }, () => '2026-01-01') },
      /found 1001 days, expected at most 1000/,
    ],
    [{ from: '2025-09-23', to: '2025-09-24' }, /found no change of any record up to 2025-09-24/],
  ])('%o', async (options, message) => {
    await expect(timeMachine(harbour, shock, options)).rejects.toThrow(ScenarioError);
    await expect(timeMachine(harbour, shock, options)).rejects.toThrow(message);
  });

  test('a day that does not exist', async () => {
    const asked = timeMachine(harbour, shock, { dates: ['2026-02-30'] });
    await expect(asked).rejects.toThrow(DataError);
  });

  test.each([
    [{ kind: 'revenue', firm: 'minow', size: 0.5 }, /shocks\[0\]: found "minow".*minnow/],
    [{ kind: 'cancel', deal: 'ord-minnow-oter', size: 1 }, /"ord-minnow-oter".*ord-minnow-otter/],
    [{ kind: 'multiple', layer: 'models2', size: 0.1 }, /id of a layer of the book/],
    [{ kind: 'revenue', firm: 'minnow', size: 1.5 }, /size/],
  ] as const)('%o', async (wrong, message) => {
    const asked = timeMachine(harbour, { ...shock, shocks: [wrong] });
    await expect(asked).rejects.toThrow(ScenarioError);
    await expect(timeMachine(harbour, { ...shock, shocks: [wrong] })).rejects.toThrow(message);
  });

  test('a cut that the book has not, and a scenario that no day can take', async () => {
    await expect(timeMachine(harbour, { ...shock, cuts: ['nothing'] })).rejects.toThrow(
      /cuts\[0\]/,
    );
    const over: Scenario = { ...shock, time: { mode: 'year', year: 2020 } };
    await expect(timeMachine(harbour, over)).rejects.toThrow(/no day that can take the scenario/);
  });
});
