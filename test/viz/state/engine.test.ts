import { describe, expect, it } from 'vitest';
import { parseNetwork } from '../../../src/data/parse.ts';
import { revive } from '../../../src/data/plain-network.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { orderBook } from '../../../src/questions/book/book.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { bookDays, createEngine } from '../../../viz/worker/engine.ts';
import { faultLines } from '../../../viz/worker/failure.ts';
import { threeBoats } from '../../worlds/three-boats.ts';

const scenario: Scenario = {
  version: 1,
  name: '',
  shocks: [{ kind: 'revenue', firm: 'alpha', size: 0.5 }],
};

describe('createEngine', () => {
  const engine = createEngine();
  const book = engine.load(structuredClone(threeBoats));

  it('gives exactly what the library gives', () => {
    const network = parseNetwork(threeBoats);
    expect(engine.run(book.asOf, scenario)).toEqual(simulate(network, scenario));
  });

  it('hands a graph over that revives as it was', () => {
    const network = revive(structuredClone(engine.network(book.asOf)));
    expect(network.export()).toEqual(parseNetwork(threeBoats).export());
  });

  it('writes links that it reads back to the same run', () => {
    const text = engine.link(scenario, { asOf: book.asOf, round: 2, language: 'zh' });
    const link = engine.readLink(`#${text}`);
    expect(link).toMatchObject({ asOf: book.asOf, round: 2, language: 'zh' });
    expect(engine.run(book.asOf, link.scenario).receipt.resultHash).toBe(
      engine.run(book.asOf, scenario).receipt.resultHash,
    );
  });

  it('answers long questions, and says in words what is wrong with one', async () => {
    const about = { asOf: book.asOf, scenario };
    const ask = (kind: 'book' | 'ranking', options: unknown) =>
      engine.analyse(1, { kind, ...about, options }, () => {});
    expect(await ask('book', {})).toEqual(orderBook(parseNetwork(threeBoats)));
    await expect(ask('book', { window: [2030, 2026] })).rejects.toThrow(/2030-2026/);
    await expect(
      engine.analyse(2, { kind: 'book', asOf: 'never', scenario, options: {} }, () => {}),
    ).rejects.toThrow(/never/);
  });

  it('says in words what is wrong with a book or a scenario', () => {
    const broken = { ...threeBoats, asOf: '2026-02-30' };
    expect(() => createEngine().load(broken)).toThrow(/asOf/);
    const stranger = { ...scenario, shocks: [{ ...scenario.shocks[0]!, firm: 'alpah' }] };
    expect(() => engine.run(book.asOf, stranger as Scenario)).toThrow(/alpah.*alpha/);
    expect(() => engine.readLink('v=7')).toThrow(/link/);
  });
});

describe('bookDays', () => {
  it('counts the records of each day, the latest day first, up to the day of the book', () => {
    const days = bookDays(threeBoats);
    expect(days.map(({ day }) => day)).toEqual(
      days
        .map(({ day }) => day)
        .sort()
        .reverse(),
    );
    const changes =
      threeBoats.deals.flatMap((deal) => [
        deal.announcedOn,
        ...(deal.history ?? []).map(({ on }) => on),
      ]).length + threeBoats.firms.length;
    // Every firm's figures were observed on one day and never since.
    expect(days.find(({ day }) => day === '2025-12-31')).toEqual({ day: '2025-12-31', changes: 3 });
    expect(days.reduce((sum, day) => sum + day.changes, 0)).toBe(changes);
    expect(bookDays({ ...threeBoats, asOf: '2020-01-01' })).toEqual([
      { day: '2020-01-01', changes: 0 },
    ]);
  });
});

describe('faultLines', () => {
  it('keeps one line per fault and says how many more there are', () => {
    expect(faultLines(new Error('a\nb\n\nc'), 2)).toEqual(['a', 'b', '… +1']);
    expect(faultLines('plain')).toEqual(['plain']);
  });
});
