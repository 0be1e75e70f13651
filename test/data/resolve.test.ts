import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { figureDay, figuresLaterThan, isLaterThan } from '../../src/data/figures.ts';
import { resolve } from '../../src/data/resolve.ts';
import type { Deal, Firm, NetworkDocument } from '../../src/data/schema.ts';
import { harbour } from '../worlds/harbour.ts';
import { randomDocument } from '../worlds/random-document.ts';

const dealOf = (document: NetworkDocument, id: string): Deal | undefined =>
  document.deals.find((deal) => deal.id === id);
const firmOf = (document: NetworkDocument, id: string): Firm =>
  document.firms.find((firm) => firm.id === id)!;

describe('deals', () => {
  it('is absent before its announcement and there from that day on', () => {
    expect(dealOf(resolve(harbour, '2025-09-09'), 'ord-minnow-otter')).toBeUndefined();
    expect(dealOf(resolve(harbour, '2025-09-10'), 'ord-minnow-otter')).toBeDefined();
  });

  it('is always there without a day of announcement', () => {
    const { deals } = resolve(harbour, '1990-01-01');
    expect(deals.map(({ id }) => id)).toEqual(['ord-heron-pike', 'eq-pike-heron']);
  });

  it('keeps the letter of intent until it became equity, then the equity', () => {
    const before = dealOf(resolve(harbour, '2026-02-26'), 'eq-pike-minnow');
    expect(before).toMatchObject({ status: 'loi', commitmentUsd: 100e9, capacityGw: 10 });
    expect(before).not.toHaveProperty('history');
    const after = dealOf(resolve(harbour, '2026-02-27'), 'eq-pike-minnow');
    expect(after).toMatchObject({ status: 'signed', commitmentUsd: 30e9, stake: 0.041 });
    expect(after).not.toHaveProperty('capacityGw');
    expect(after).toMatchObject({ confidence: 'high', sources: ['round-2025', 'round-2026'] });
  });

  it('keeps what later entries changed as an entry of the first day', () => {
    const { history } = dealOf(resolve(harbour), 'eq-pike-minnow')!;
    expect(history?.map(({ on }) => on)).toEqual(['2025-09-22', '2026-02-27']);
    expect(history?.[0]).toMatchObject({ status: 'loi', commitmentUsd: 100e9, stake: null });
  });

  it('is gone once cancelled', () => {
    expect(dealOf(resolve(harbour, '2025-10-29'), 'eq-heron-eel')?.status).toBe('announced');
    expect(dealOf(resolve(harbour, '2025-10-30'), 'eq-heron-eel')).toBeUndefined();
  });
});

describe('firms', () => {
  it('takes the latest figure at or before the day', () => {
    expect(firmOf(resolve(harbour, '2025-10-01'), 'minnow').valueUsd).toBe(300e9);
    expect(firmOf(resolve(harbour, '2025-10-02'), 'minnow').valueUsd).toBe(500e9);
    const last = firmOf(resolve(harbour), 'minnow');
    expect(last.valueUsd).toBe(730e9);
    expect(figureDay(last, 'valueUsd')).toBe('2026-02-27');
    expect(figureDay(last, 'cashUsd')).toBe('2025-12-31');
    expect(figureDay(last, 'debtUsd')).toBeUndefined();
  });

  it('takes the basis that was stated with the figure, never that of another', () => {
    const basisOn = (day: string) => firmOf(resolve(harbour, day), 'minnow').valueBasis;
    expect(basisOn('2025-07-01')).toBe('primary round');
    expect(basisOn('2025-10-02')).toBe('share sale');
    expect(basisOn('2026-03-01')).toBeUndefined();
  });

  it('takes the earliest later figure where none is earlier, visibly later', () => {
    const pike = firmOf(resolve(harbour, '2025-10-10'), 'pike');
    expect(pike.valueUsd).toBe(4200e9);
    expect(isLaterThan(pike, 'valueUsd', '2025-10-10')).toBe(true);
    expect(isLaterThan(pike, 'valueUsd', '2026-01-25')).toBe(false);
    expect(
      figuresLaterThan(firmOf(resolve(harbour, '2025-10-10'), 'minnow'), '2025-10-10'),
    ).toEqual(['cashUsd']);
    const early = firmOf(resolve(harbour, '2025-01-01'), 'minnow');
    expect([early.valueUsd, figureDay(early, 'valueUsd')]).toEqual([300e9, '2025-06-30']);
  });

  it('keeps the past in the history, drops the future', () => {
    const days = (day: string) =>
      firmOf(resolve(harbour, day), 'minnow').history?.map(({ on }) => on);
    expect(days('2025-06-30')).toBeUndefined();
    expect(days('2025-12-31')).toEqual(['2025-06-30', '2025-10-02']);
  });

  it('makes a figure unknown from the day that says so', () => {
    const [minnow, ...others] = harbour.firms;
    const silent = { ...minnow!, history: [{ on: '2026-01-15', cashUsd: null }] };
    const world = { ...harbour, firms: [silent, ...others] };
    expect(firmOf(resolve(world, '2026-01-14'), 'minnow').cashUsd).toBe(10e9);
    expect(firmOf(resolve(world, '2026-01-15'), 'minnow')).not.toHaveProperty('cashUsd');
  });
});

describe('the day', () => {
  it('later than the book gives the last state that the book knows', () => {
    expect(resolve(harbour, '2030-01-01')).toEqual(resolve(harbour));
    expect(resolve(harbour, '2030-01-01').asOf).toBe('2026-04-27');
  });

  it.each(['2026-02-30', '2026-4-7', 'yesterday', ''])('%j is refused', (day) => {
    expect(() => resolve(harbour, day)).toThrow(/^as of: found .*, expected a day that exists/);
  });

  it('leaves the document as it was', () => {
    const copy = structuredClone(harbour);
    resolve(harbour, '2025-10-10');
    expect(harbour).toEqual(copy);
  });

  const days = ['2025-05-31', '2025-09-15', '2026-01-31', '2026-06-01'];

  test.prop([randomDocument()], { numRuns: 60 })('resolving again changes nothing', (document) => {
    for (const day of days) {
      const once = resolve(document, day);
      expect(resolve(once, day)).toEqual(once);
    }
  });

  test.prop([randomDocument()], { numRuns: 60 })(
    'an earlier day seen from a later one is the earlier day, but for what was cancelled since',
    (document) => {
      const shown = ({ deals }: NetworkDocument) =>
        deals.map(({ history: _history, sources: _sources, confidence: _level, ...rest }) => rest);
      const later = resolve(document, days[2]);
      const still = new Set(later.deals.map(({ id }) => id));
      for (const day of days.slice(0, 2)) {
        const direct = resolve(document, day);
        const deals = direct.deals.filter(({ id }) => still.has(id));
        expect(shown(resolve(later, day))).toEqual(shown({ ...direct, deals }));
        const values = ({ firms }: NetworkDocument) => firms.map(({ valueUsd }) => valueUsd);
        const isDated = (firm: Firm) => firm.asOf !== undefined || firm.figuresOn?.valueUsd;
        const isTraced = (firm: Firm) =>
          (firm.valueUsd === undefined || isDated(firm)) &&
          (firm.history ?? []).every(({ valueUsd }) => valueUsd !== null);
        const dated = document.firms.map(isTraced);
        const known = (all: readonly unknown[]) => all.filter((_value, at) => dated[at]);
        expect(known(values(resolve(later, day)))).toEqual(known(values(direct)));
      }
    },
  );
});
