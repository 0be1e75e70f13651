import type { NetworkDocument } from '../../../src/data/schema.ts';
import { validateDocument } from '../../../src/data/validate.ts';
import type { EventBook, MarketEvent, Move } from '../../../src/questions/backtest/event-schema.ts';

const firm = (id: string, valueUsd: number | undefined, revenueUsd: number, layer = 'town') => ({
  id,
  name: { en: id, zh: id },
  layer,
  ...(valueUsd === undefined ? {} : { valueUsd }),
  revenueUsd,
  operatingIncomeUsd: revenueUsd / 4,
  cashUsd: revenueUsd / 10,
  asOf: '2024-01-01',
});

const order = (
  id: string,
  customer: string,
  supplier: string,
  perYearUsd: number,
  announcedOn = '2024-02-01',
) => ({
  kind: 'order',
  id,
  customer,
  supplier,
  status: 'signed',
  startYear: 2024,
  endYear: 2040,
  perYearUsd,
  announcedOn,
});

/**
 * A mill that a smith and a baker supply and a squire owns a fifth of; a rival of the smith; a ferry
 * that joins late; a hermit without deals and a ghost of unknown value.
 */
export const millDocument: NetworkDocument = validateDocument({
  version: 1,
  name: 'mill',
  asOf: '2025-12-31',
  firms: [
    firm('mill', 100e9, 50e9),
    firm('smith', 200e9, 40e9, 'forge'),
    firm('rival', 300e9, 60e9, 'forge'),
    firm('baker', 50e9, 25e9),
    { ...firm('squire', 80e9, 5e9), debtUsd: 40e9 },
    firm('ferry', 35e9, 12e9),
    firm('hermit', 30e9, 8e9),
    firm('ghost', undefined, 9e9),
  ],
  deals: [
    order('ord-mill-smith', 'mill', 'smith', 10e9),
    order('ord-mill-baker', 'mill', 'baker', 8e9),
    order('ord-mill-ghost', 'mill', 'ghost', 1e9),
    order('ord-baker-rival', 'baker', 'rival', 2e9),
    {
      kind: 'equity',
      id: 'eq-squire-mill',
      holder: 'squire',
      issuer: 'mill',
      status: 'closed',
      stake: 0.2,
      announcedOn: '2024-02-01',
    },
    order('ord-mill-ferry', 'mill', 'ferry', 3e9, '2025-06-10'),
    order('ord-ferry-smith', 'ferry', 'smith', 1e9, '2025-06-10'),
  ],
});

const event = (
  id: string,
  more: Partial<MarketEvent> & Pick<MarketEvent, 'on' | 'kind' | 'direction'>,
): MarketEvent => ({
  id,
  title: { en: id, zh: id },
  grade: more.kind === 'sector' ? 'sector' : 'clean',
  soxPercent: 1,
  sources: ['paper'],
  ...(more.kind === 'sector' ? {} : { origin: 'mill' }),
  ...more,
});

export const millEvents: readonly MarketEvent[] = [
  event('fair-day', { on: '2025-01-10', kind: 'sector', direction: 'good', soxPercent: 4 }),
  event('flood', { on: '2025-02-10', kind: 'value', direction: 'bad', soxPercent: -2 }),
  event('drought', { on: '2025-03-10', kind: 'revenue', direction: 'bad', soxPercent: -1 }),
  event('less-grain', { on: '2025-04-10', kind: 'capacity', direction: 'bad', soxPercent: 3 }),
  event('ferry-deal', {
    on: '2025-06-10',
    kind: 'new-deal',
    direction: 'good',
    origin: 'ferry',
    deals: ['ord-mill-ferry'],
    soxPercent: 0.5,
  }),
  event('rebuilt', { on: '2025-09-10', kind: 'value', direction: 'good', soxPercent: 2 }),
  event('ferry-early', {
    on: '2025-02-20',
    kind: 'value',
    direction: 'bad',
    origin: 'ferry',
    grade: 'fair',
  }),
];

/** Percent per event, in the order of firms. */
const FIRMS = ['mill', 'smith', 'rival', 'baker', 'squire', 'ferry', 'hermit', 'ghost', 'index'];
const PERCENT: Readonly<Record<string, readonly number[]>> = {
  'fair-day': [4, 6, 5, 2, 3, 1, 0.4, 2, 3],
  flood: [-20, -4, -1, -7, -9, 0.5, -0.2, -3, -1],
  drought: [-8, -2, 1, -3, -1.5, 0.3, 0.1, -2, -0.5],
  'less-grain': [1, -5, 2, -6, 2.5, 1.5, 0.7, -4, 2],
  'ferry-deal': [1.2, 2, 0.6, -0.4, 0.9, 12, 0.2, 0.1, 0.4],
  rebuilt: [15, 4, 3, 5, 6, 2.2, 0.9, 1, 1.4],
  'ferry-early': [0.3, 0.2, 0.1, 0.6, 0.4, -5, 0.8, 0.7, 0.2],
};

const moves: readonly Move[] = Object.entries(PERCENT).flatMap(([id, percents]) =>
  percents.map(
    (percent, at): Move => ({
      event: id,
      firm: FIRMS[at]!,
      window: 'close',
      percent,
      ownNews: id === 'ferry-deal' && FIRMS[at] === 'squire',
      sources: ['paper'],
      confidence: 'high',
    }),
  ),
);

export const millBook: EventBook = {
  events: [...millEvents],
  moves: [...moves],
  outside: [{ id: 'index', name: { en: 'Town index', zh: '镇指数' }, what: 'all firms' }],
};

export const millEvent = (id: string): MarketEvent => millEvents.find((one) => one.id === id)!;
