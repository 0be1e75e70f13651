import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { backtest } from '../../../src/questions/backtest/backtest.ts';
import { backtestSchema } from '../../../src/questions/backtest/backtest-schema.ts';
import { millBook, millDocument, millEvent } from './mill-book.ts';

const run = (options: Parameters<typeof backtest>[2] = {}) =>
  backtest(millDocument, millBook, { permutations: 200, ...options });

describe('a backtest', () => {
  test('is a document; every event is scored or says why not', async () => {
    const result = await run();
    expect(() => backtestSchema.parse(result)).not.toThrow();
    expect(result.complete).toBe(true);
    const reasons = Object.fromEntries(result.events.map(({ id, notScored }) => [id, notScored]));
    expect(reasons['flood']).toBeNull();
    expect(reasons['ferry-early']).toBe('ferry is not in the web on 2025-02-19');
    expect(reasons['fair-day']).toMatch(/fits the sector slopes/);
    const scored = result.events.filter(({ notScored }) => notScored === null);
    expect(scored).toHaveLength(5);
    expect(result.scores).toHaveLength(scored.length * result.predictors.length * 4);
    for (const { asOf, on } of scored) expect(asOf! < on).toBe(true);
    expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
  });

  test('every score and mean can be worked out again from the document alone', async () => {
    const { events, scores, overall } = await run();
    const flood = events.find(({ id }) => id === 'flood')!;
    const others = flood.firms.filter(({ ownNews }) => !ownNews);
    const order = (values: readonly number[]) =>
      values.map((value) => values.filter((one) => one < value).length);
    const sizes = others.map(({ predicted }) => predicted['small-size']!);
    const d2 = order(sizes).reduce(
      (sum, rank, at) => sum + (rank - order(others.map((one) => one.excessPercent))[at]!) ** 2,
      0,
    );
    const n = others.length;
    const score = scores.find(
      (one) =>
        one.event === 'flood' &&
        one.predictor === 'small-size' &&
        one.set === 'others' &&
        one.target === 'excess',
    )!;
    expect(score.spearman).toBeCloseTo(1 - (6 * d2) / (n * (n * n - 1)), 12);
    const clean = scores.filter(
      (one) => one.predictor === 'small-size' && one.set === 'all' && one.target === 'move',
    );
    const weight = clean.reduce((sum, { firms }) => sum + firms - 1, 0);
    const mean = clean.reduce((sum, one) => sum + (one.firms - 1) * one.spearman!, 0) / weight;
    const found = overall.find(
      (one) =>
        one.predictor === 'small-size' &&
        one.group === 'clean' &&
        one.set === 'all' &&
        one.target === 'move',
    )!;
    expect(found.spearman).toBeCloseTo(mean, 12);
  });

  test('the same seed gives the same document; another changes chances alone', async () => {
    const [one, same, other] = [await run(), await run(), await run({ seed: 7 })];
    expect(same).toEqual(one);
    expect(other.scores.map(({ spearman }) => spearman)).toEqual(
      one.scores.map(({ spearman }) => spearman),
    );
    expect(other.overall).not.toEqual(one.overall);
  });

  test('an event asked for alone has the slopes and the score that it has among all', async () => {
    const all = await run();
    const alone = await run({ events: ['flood'], models: ['esri'] });
    expect(alone.events.map(({ id }) => id)).toEqual(['flood']);
    expect(alone.predictors.filter(({ kind }) => kind === 'model').map(({ id }) => id)).toEqual([
      'esri',
    ]);
    expect(alone.outcome).toBeNull();
    const esri = (scores: typeof all.scores) =>
      scores.filter((one) => one.event === 'flood' && one.predictor === 'esri');
    expect(esri(alone.scores)).toEqual(esri(all.scores));
  });

  test('cut short it keeps what it has and concludes nothing', async () => {
    const stop = new AbortController();
    stop.abort();
    const none = await run({ signal: stop.signal });
    expect(none.complete).toBe(false);
    expect(none.events).toEqual([]);
    expect(none.outcome).toBeNull();
    expect(() => backtestSchema.parse(none)).not.toThrow();
  });
});

describe('what came of it', () => {
  test('five events and the better of two ways to be directly exposed', async () => {
    const { outcome, overall } = await run();
    const rho = (predictor: string, set: string) =>
      overall.find(
        (one) =>
          one.predictor === predictor &&
          one.group === 'unconfounded' &&
          one.set === set &&
          one.target === 'excess',
      )!.spearman!;
    const { direct } = outcome!;
    expect(outcome!.others.spearman).toBeCloseTo(
      rho('chained-boats', 'others') - rho(direct, 'others'),
      12,
    );
    const total = (id: string) => rho(id, 'others') + rho(id, 'all');
    expect(total(direct)).toBe(Math.max(total('direct-exposure'), total('first-step')));
    expect(outcome!.text.en).toContain('A difference under 0.2 is noise');
  });

  test('a market that falls by the cascade itself is told from one that falls by direct exposure', async () => {
    const { events } = await run();
    const madeBy = async (predictor: string) => {
      const moves = millBook.moves.map((move) => {
        const event = events.find(({ id }) => id === move.event);
        const firm = event?.firms.find(({ id }) => id === move.firm);
        const value = firm?.predicted[predictor];
        return value === undefined || value === null
          ? { ...move, percent: 0 }
          : { ...move, percent: 10 * value };
      });
      const still = millBook.events.map((event) => ({
        ...event,
        soxPercent: event.kind === 'sector' ? 50 : 0,
      }));
      const book = { ...millBook, events: still, moves };
      const { outcome, overall } = await backtest(millDocument, book, { permutations: 200 });
      const own = overall.find(
        (one) =>
          one.predictor === predictor &&
          one.group === 'all' &&
          one.set === 'all' &&
          one.target === 'excess',
      )!;
      return { ...outcome!, own: own.spearman! };
    };
    const cascade = await madeBy('chained-boats');
    expect(cascade.own).toBeCloseTo(1, 9);
    expect(cascade.all.spearman).toBeGreaterThan(0);
    const direct = await madeBy('direct-exposure');
    expect(direct.own).toBeCloseTo(1, 9);
    expect(direct.all.spearman).toBeLessThan(0);
    expect(direct.direct).toBe('direct-exposure');
  });
});

describe('refused', () => {
  test.each([
    [{ models: ['esrri'] }, /"esrri".*Did you mean esri/],
    [{ models: [] }, /models: found none/],
    [{ events: ['flod'] }, /"flod".*Did you mean flood/],
    [{ events: [] }, /events: found none/],
    [{ events: ['ferry-early'] }, /ferry is not in the web on 2025-02-19/],
    [{ events: ['fair-day'] }, /no firm of the web is the origin/],
    [{ permutations: 99 }, /permutations: found 99/],
    [{ permutations: 150.5 }, /a whole number/],
    [{ seed: -1 }, /seed: found -1/],
  ])('%j', async (options, message) => {
    await expect(run(options)).rejects.toThrow(ScenarioError);
    await expect(run(options)).rejects.toThrow(message);
  });
});

test('ways of improving the cascade: each tried, judged by its numbers', async () => {
  const { variants } = await run({ variants: true });
  expect(variants!.tried.length).toBeGreaterThan(8);
  for (const { gain, interval, early, verdict } of variants!.tried) {
    expect(early! - variants!.defaults.early!).toBeCloseTo(gain, 9);
    if (verdict === 'kept') expect(Math.min(gain - 0.2, interval[0])).toBeGreaterThanOrEqual(0);
    else expect(gain < 0.2 || interval[0] <= 0 || variants!.defaults.later !== null).toBe(true);
  }
  const { table } = variants!.parameters;
  expect(table).toHaveLength(36);
  const [defaults] = table;
  expect(defaults!.early).toBeCloseTo(variants!.defaults.early!, 12);
  const best = Math.max(...table.map(({ early }) => early!));
  const chosen = table.find(({ setting }) => setting === variants!.parameters.chosen)!;
  expect(chosen.early).toBeCloseTo(best, 9);
  expect(millEvent('flood').on <= '2026-03-06').toBe(true);
});
