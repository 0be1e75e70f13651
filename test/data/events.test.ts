import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadDocument } from '../../src/data/load.ts';
import { backtest } from '../../src/questions/backtest/backtest.ts';
import { loadEvents } from '../../src/questions/backtest/load-events.ts';
import { RULES } from '../../src/questions/backtest/rules.ts';
import { failing, ids } from './rows.ts';
import { FOLDER, list, type Row, table } from './tables.ts';

const events = table('events/events');
const moves = table('events/moves');
const outside = table('events/outside');
const firms = new Set(ids(table('firms')));
const sources = new Set(ids(table('sources')));
const deals = new Map(table('deals').map((deal) => [deal['id']!, deal]));
const others = new Set(ids(outside));

const path = (folder: string): string => fileURLToPath(new URL(folder, FOLDER));

describe('market days', () => {
  test('have unique ids that begin with their day, in order, none on a weekend', () => {
    expect(new Set(ids(events)).size).toBe(events.length);
    const days = events.map(({ on }) => on!);
    expect(days).toEqual(days.toSorted());
    const isRight = ({ id, on }: Row): boolean =>
      id!.startsWith(on!) && ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
    expect(failing(events, isRight)).toEqual([]);
  });

  test('cite sources that exist', () => {
    const isRight = (row: Row): boolean =>
      list(row['sources']).length > 0 && list(row['sources']).every((id) => sources.has(id));
    expect(failing([...events, ...moves], isRight)).toEqual([]);
  });

  test('are about firms and deals of the web; a day of the sector has neither', () => {
    const isRight = ({ kind, grade, origin, deals: named }: Row): boolean =>
      kind === 'sector'
        ? origin === '' && grade === 'sector' && named === ''
        : firms.has(origin!) && list(named).every((id) => deals.has(id));
    expect(failing(events, isRight)).toEqual([]);
  });

  test('news of a new deal names its records, which are of that day or later, and concern the origin', () => {
    const isRight = ({ kind, on, origin, deals: named }: Row): boolean =>
      kind !== 'new-deal' ||
      (list(named).length > 0 &&
        list(named).every((id) => deals.get(id)!['announcedOn']! >= on!) &&
        list(named).some((id) => Object.values(deals.get(id)!).includes(origin!)));
    expect(failing(events, isRight)).toEqual([]);
  });

  test('there is a rule for every event', () => {
    const isRight = ({ kind, direction }: Row): boolean =>
      RULES.some((rule) => rule.kind === kind && rule.direction === direction);
    expect(failing(events, isRight)).toEqual([]);
  });
});

describe('moves', () => {
  test('are of events that exist and of firms of the web, or of named shares outside it', () => {
    const known = new Set(ids(events));
    const isRight = ({ event, firm }: Row): boolean =>
      known.has(event!) && firms.has(firm!) !== others.has(firm!);
    expect(failing(moves, isRight)).toEqual([]);
    for (const { id } of outside) expect(moves.some(({ firm }) => firm === id)).toBe(true);
  });

  test('occur once per event, firm and window, and lie in a range that a share can move', () => {
    const keys = moves.map(({ event, firm, window }) => `${event} ${firm} ${window}`);
    expect(new Set(keys).size).toBe(moves.length);
    const isRight = ({ percent }: Row): boolean => Math.abs(Number(percent)) < 60;
    expect(failing(moves, isRight)).toEqual([]);
  });

  test('close to close of at least 18 firms per event; the origin had news of its own', () => {
    for (const { id, origin, kind } of events) {
      const closes = moves.filter(({ event, window }) => event === id && window === 'close');
      expect(closes.length).toBeGreaterThanOrEqual(18);
      if (kind === 'sector' || origin === 'openai') continue;
      expect(closes.find(({ firm }) => firm === origin)!['ownNews']).toBe('yes');
    }
  });
});

describe('the backtest that ships', async () => {
  const document = await loadDocument(path('.'));
  const book = await loadEvents(path('events'));
  const result = await backtest(document, book, { permutations: 200 });

  test('reads the tables as they stand', () => {
    expect(book.events).toHaveLength(events.length);
    expect(book.moves.map(({ percent }) => percent)).toEqual(
      moves.map(({ percent }) => Number(percent)),
    );
  });

  test('scores every event that has an origin, on the web of the day before', () => {
    const scored = result.events.filter(({ notScored }) => notScored === null);
    expect(scored.map(({ id }) => id)).toEqual(ids(events.filter(({ kind }) => kind !== 'sector')));
    for (const { asOf, on, firms: tried } of scored) {
      expect(asOf! < on).toBe(true);
      expect(tried.length).toBeGreaterThanOrEqual(18);
    }
    const ahead = (id: string) =>
      result.events.find((one) => one.id === id)!.firms.filter(({ looksAhead }) => looksAhead);
    expect(ahead('2025-10-06-amd-openai').length).toBeGreaterThan(10);
    expect(ahead('2026-02-24-amd-meta')).toEqual([]);
  });

  test('AMD gained 43 % in three days: about a dollar of value per dollar ordered', () => {
    const gain = result.gains.find(({ deal }) => deal === 'ord-openai-amd')!;
    const three = gain.gains.find(({ window }) => window === '3d')!;
    expect(gain.orderedUsd).toBe(120e9);
    expect(gain.looksAhead).toBe(false);
    expect(three.usd / 1e9).toBeCloseTo(267.3 * 0.4305, 6);
    expect(three.perOrderedUsd).toBeCloseTo((267.3 * 0.4305) / 120, 9);
  });

  test('its first line is the one that the README of the data explains', () => {
    const { outcome, overall } = result;
    const rho = (predictor: string, set: 'others' | 'all') =>
      overall.find(
        (one) =>
          one.predictor === predictor &&
          one.group === 'unconfounded' &&
          one.set === set &&
          one.target === 'excess',
      )!.spearman!;
    expect(outcome!.verdict).toBe('unclear');
    expect(
      Math.abs(rho('chained-boats', 'others') - rho('direct-exposure', 'others')),
    ).toBeLessThan(0.2);
    expect(Math.abs(rho('chained-boats', 'all') - rho('direct-exposure', 'all'))).toBeLessThan(0.2);
    expect(outcome!.text.en).toMatch(/^Direct exposure alone does as well as the cascade/);
  });
});
