import { expect, test } from 'vitest';
import { parseNetwork } from '../../../src/data/parse.ts';
import type { Order } from '../../../src/data/schema.ts';
import { fillDefaults, settingsOf } from '../../../src/models/chained-boats/simulate.ts';
import { contractUsd, dealGains } from '../../../src/questions/backtest/deal-gains.ts';
import { millBook, millDocument } from './mill-book.ts';

const ferryMove = (window: '2d' | 'close', percent: number) => ({
  ...millBook.moves[0]!,
  event: 'ferry-deal',
  firm: 'ferry',
  window,
  percent,
});

test('market value gained per dollar ordered, by hand', () => {
  const book = { ...millBook, moves: [...millBook.moves, ferryMove('2d', 20)] };
  const [gain, ...more] = dealGains(millDocument, book);
  expect(more).toEqual([]);
  expect(gain).toMatchObject({ deal: 'ord-mill-ferry', supplier: 'ferry', valueUsd: 35e9 });
  // Three billions a year from 10 June 2025 to the start of 2040.
  const years = 2040 - (2025 + 160 / 365);
  expect(gain!.orderedUsd! / 1e9).toBeCloseTo(3 * years, 6);
  expect(gain!.gains.map(({ window, usd }) => [window, usd / 1e9])).toEqual([
    ['close', expect.closeTo(4.2, 9)],
    ['2d', expect.closeTo(7, 9)],
  ]);
  expect(gain!.gains[0]!.perOrderedUsd).toBeCloseTo(4.2 / (3 * years), 6);
});

test('a value of the day itself is taken back by the move of the day; a later one is flagged', () => {
  const firms = millDocument.firms.map((firm) =>
    firm.id === 'ferry' ? { ...firm, figuresOn: { valueUsd: '2025-06-10' } } : firm,
  );
  const [gain] = dealGains({ ...millDocument, firms }, millBook);
  expect(gain!.valueUsd / 1e9).toBeCloseTo(35 / 1.12, 9);
  expect(gain!.looksAhead).toBe(true);
});

test('dollars of a contract by what was stated of it', () => {
  const network = parseNetwork({
    ...millDocument,
    perGigawatt: [
      {
        id: 'gw',
        instrument: 'chips',
        basis: 'total',
        usdPerGw: 20e9,
        lowUsdPerGw: 15e9,
        highUsdPerGw: 25e9,
      },
    ],
  });
  const settings = settingsOf(network, fillDefaults({ version: 1, name: '', shocks: [] }));
  const { perYearUsd: _perYear, ...plain } = network.getEdgeAttributes('ord-mill-smith') as Order;
  const of = (more: Partial<Order>) => contractUsd({ ...plain, ...more }, settings);
  expect(of({ amountUsd: 7e9 })).toEqual({ usd: 7e9, imputed: false });
  expect(
    of({
      schedule: [
        { year: 2026, usd: 1e9 },
        { year: 2027, usd: 2.5e9 },
      ],
    }).usd,
  ).toBe(3.5e9);
  expect(of({ capacityGw: 1.5, instrument: 'chips' })).toEqual({ usd: 30e9, imputed: true });
  expect(of({})).toEqual({ usd: null, imputed: false });
});
