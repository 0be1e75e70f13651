import { describe, expect, test } from 'vitest';
import type { NetworkDocument } from '../../../src/data/schema.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { BASELINES } from '../../../src/questions/backtest/baselines.ts';
import { EVENT_KINDS } from '../../../src/questions/backtest/event-schema.ts';
import { dayBefore, type EventWeb, eventWeb } from '../../../src/questions/backtest/event-web.ts';
import { MODEL_PREDICTORS } from '../../../src/questions/backtest/model-predictors.ts';
import { RULES } from '../../../src/questions/backtest/rules.ts';
import { millDocument, millEvent } from './mill-book.ts';

const on = (id: string, document = millDocument): EventWeb => {
  const web = eventWeb(document, millEvent(id));
  if ('why' in web) throw new Error(web.why);
  return web;
};

const predict = (id: string, web: EventWeb): Record<string, number> => {
  const predictor = [...MODEL_PREDICTORS, ...BASELINES].find((one) => one.id === id)!;
  const facts = { slopes: web.hit.web.firms.map(() => 1.5), soxPercent: -2 };
  const moves = predictor.predict(web, facts);
  return Object.fromEntries(web.hit.web.firms.map((firm, i) => [firm, moves[i]!]));
};

describe('rules', () => {
  test('every kind of news, good and bad, has one rule: a scenario or a reason for none', () => {
    for (const kind of EVENT_KINDS) {
      for (const direction of ['good', 'bad'] as const) {
        const rules = RULES.filter((one) => one.kind === kind && one.direction === direction);
        expect(rules).toHaveLength(1);
        expect(rules[0]!.says.en).not.toBe('');
        expect(rules[0]!.says.zh).not.toBe('');
      }
    }
    expect(RULES).toHaveLength(EVENT_KINDS.length * 2);
  });

  test('a rule knows nothing of an event but its kind, its origin and its deals', () => {
    const { hit } = on('flood');
    for (const rule of RULES) {
      const one = { ...millEvent('flood'), deals: ['ord-mill-smith'] };
      const other = { ...one, id: 'x', on: '2025-11-11', soxPercent: -9, grade: 'fair' as const };
      expect(rule.shocks(one, hit.web, 0.5)).toEqual(rule.shocks(other, hit.web, 0.5));
    }
  });

  test('shocks of the mill by kind', () => {
    expect(on('flood').shocks).toEqual([{ kind: 'value', firm: 'mill', size: 0.5 }]);
    expect(on('drought').shocks).toEqual([{ kind: 'revenue', firm: 'mill', size: 0.5 }]);
    const cut = on('less-grain').shocks;
    expect(cut.map((shock) => 'deal' in shock && shock.deal).toSorted()).toEqual([
      'ord-mill-baker',
      'ord-mill-ghost',
      'ord-mill-smith',
    ]);
    expect(on('ferry-deal').shocks).toEqual([{ kind: 'cancel', deal: 'ord-mill-ferry', size: 1 }]);
    expect([on('rebuilt').sign, on('flood').sign]).toEqual([1, -1]);
  });
});

describe('the web of the day before', () => {
  test('is strictly before the event', () => {
    expect(dayBefore('2025-03-01')).toBe('2025-02-28');
    expect(dayBefore('2025-01-01')).toBe('2024-12-31');
    for (const id of ['flood', 'ferry-deal', 'rebuilt']) {
      expect(on(id).asOf < millEvent(id).on).toBe(true);
    }
  });

  test('nothing that became known on the day or later changes a prediction', () => {
    const poison = (document: NetworkDocument): NetworkDocument => ({
      ...document,
      firms: document.firms.map((firm) =>
        firm.id === 'ghost'
          ? firm
          : { ...firm, history: [{ on: '2025-02-10', valueUsd: 1e9, revenueUsd: 1e9 }] },
      ),
      deals: [
        ...document.deals.map((deal) => ({
          ...deal,
          history: [{ on: '2025-02-10', status: 'cancelled' as const }],
        })),
        { ...document.deals[0]!, id: 'ord-poison', announcedOn: '2025-02-10' },
      ] as NetworkDocument['deals'],
    });
    const poisoned = on('flood', poison(millDocument));
    for (const { id } of [...MODEL_PREDICTORS, ...BASELINES]) {
      expect(predict(id, poisoned)).toEqual(predict(id, on('flood')));
    }
  });

  test('a new deal is put in on the terms of its day, and no other deal of that day with it', () => {
    const { network } = on('ferry-deal');
    expect(network.hasEdge('ord-mill-ferry')).toBe(true);
    expect(network.hasEdge('ord-ferry-smith')).toBe(false);
    expect(network.getEdgeAttributes('ord-mill-ferry')).toMatchObject({ perYearUsd: 3e9 });
  });

  test('of a deal whose record is of a later day only the ends are used', () => {
    const early = { ...millEvent('ferry-deal'), on: '2025-05-05' };
    const web = eventWeb(millDocument, early) as EventWeb;
    const deal = web.network.getEdgeAttributes('ord-mill-ferry');
    expect(deal).toMatchObject({ customer: 'mill', supplier: 'ferry', announcedOn: '2025-05-05' });
    expect(deal).not.toMatchObject({ perYearUsd: 3e9 });
    expect(deal).not.toHaveProperty('endYear');
  });

  test('a firm that has no deal that day can not be hit', () => {
    const why = eventWeb(millDocument, millEvent('ferry-early'));
    expect(why).toEqual({ why: 'ferry is not in the web on 2025-02-19' });
    expect(eventWeb(millDocument, { ...millEvent('flood'), origin: 'nobody' })).toEqual({
      why: 'nobody is not in the web on 2025-02-09',
    });
    expect(eventWeb(millDocument, millEvent('fair-day'))).toHaveProperty('why');
    const unknown = { ...millEvent('ferry-deal'), origin: 'mill', deals: ['ord-nobody'] };
    expect(eventWeb(millDocument, unknown)).toEqual({
      why: 'nothing that the news is about is in the web on 2025-06-09',
    });
  });
});

describe('predictions', () => {
  test('the cascade is what a simulation of the same shock says, with the sign of the news', () => {
    const web = on('flood');
    const shocks = [{ kind: 'value' as const, firm: 'mill', size: 0.5 }];
    const cascade = simulate(web.network, { version: 1, name: '', shocks });
    const moves = predict('chained-boats', web);
    for (const { id, lossFraction } of cascade.firms) {
      expect(moves[id]).toBeCloseTo(-(lossFraction ?? 0), 9);
    }
    expect(moves['squire']).toBeLessThan(-0.01);
    const good = predict('chained-boats', on('rebuilt'));
    expect(good['squire']).toBeGreaterThan(0.01);
  });

  test('direct exposure over value, by hand', () => {
    const moves = predict('direct-exposure', on('flood'));
    expect(moves['mill']).toBe(-1);
    expect(moves['smith']).toBeCloseTo(-10 / 200, 12);
    expect(moves['baker']).toBeCloseTo(-8 / 50, 12);
    expect(moves['squire']).toBeCloseTo((-0.2 * 100) / 80, 12);
    expect(moves['rival']! + moves['hermit']!).toBeCloseTo(0, 12);
    const cut = predict('direct-exposure', on('less-grain'));
    expect(cut['smith']).toBeCloseTo((-0.5 * 10) / 200, 12);
    expect(cut['squire']).toBeCloseTo(0, 12);
    expect(predict('direct-exposure', on('ferry-deal'))['ferry']).toBeCloseTo(3 / 35, 12);
  });

  test('the first step values an order by the revenue that it is of', () => {
    const moves = predict('first-step', on('flood'));
    // The orders are younger than the accounts, so they come on top: 10 of 40 + 10, 8 of 25 + 8.
    expect(moves['smith']).toBeCloseTo(-10 / 50, 12);
    expect(moves['baker']).toBeCloseTo(-8 / 33, 12);
    expect(moves['squire']).toBeCloseTo(-0.25, 12);
    expect(moves['mill']).toBe(-1);
  });

  test('the plain rules: nobody, slope, deals, size', () => {
    expect(new Set(Object.values(predict('no-move', on('flood'))))).toEqual(new Set([0]));
    expect(predict('sector-slope', on('flood'))['rival']).toBe(-3);
    const degree = predict('degree', on('flood'));
    expect([degree['mill'], degree['baker'], degree['squire']]).toEqual([-4, -2, -1]);
    const size = predict('small-size', on('rebuilt'));
    expect(size['hermit']! / size['rival']!).toBeCloseTo(10, 12);
    expect(size['hermit']).toBeGreaterThan(0);
  });
});
