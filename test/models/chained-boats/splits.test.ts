import { expect, test } from 'vitest';
import { parseNetwork } from '../../../src/data/parse.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { Moved, partsOf, type Split, splits } from '../../../src/models/chained-boats/splits.ts';
import { heavy } from '../../heavy.ts';

const lost = (deal: string, usd: number): Split =>
  new Moved(0, usd, [{ cause: 'lost-order', deal, usd }]);

const sumOf = (terms: readonly Split[]): Split =>
  terms.reduce((sum, term) => splits.add(sum, term), 0);

test('a sum of as many terms as a hub has deals tells them all, in their order', () => {
  const terms = Array.from({ length: 100_000 }, (_, at) => lost(`ord-${at}`, at + 1));
  const parts = partsOf(sumOf(terms));
  expect(parts).toHaveLength(terms.length);
  expect(parts[0]).toEqual({ cause: 'lost-order', deal: 'ord-0', usd: 1 });
  expect(parts.at(-1)).toEqual({ cause: 'lost-order', deal: 'ord-99999', usd: 100_000 });
});

test.each([3, 16, 17, 40])('parts of one cause and deal are one part, of %i deals', (deals) => {
  const twice = [0, 1].flatMap(() =>
    Array.from({ length: deals }, (_, at) => lost(`ord-${at}`, at + 1)),
  );
  const parts = partsOf(splits.multiply(sumOf(twice), 0.5));
  expect(parts).toEqual(
    Array.from({ length: deals }, (_, at) => ({
      cause: 'lost-order',
      deal: `ord-${at}`,
      usd: at + 1,
    })),
  );
});

test('a supplier of 16,000 customers has a line for each, and they sum to its loss', heavy, () => {
  const customers = Array.from({ length: 16_000 }, (_, at) => `c${at}`);
  const common = { sources: [], confidence: 'high' } as const;
  const firm = (id: string, valueUsd: number) => ({
    ...common,
    id,
    name: { en: id },
    layer: 'chips',
    listed: false,
    country: 'US',
    valueUsd,
    revenueUsd: valueUsd / 2,
    operatingIncomeUsd: valueUsd / 20,
    cashUsd: valueUsd / 10,
  });
  const network = parseNetwork({
    version: 1,
    name: 'star',
    asOf: '2026-01-15',
    firms: [firm('hub', 1e12), ...customers.map((id) => firm(id, 1e9))],
    deals: customers.map((customer) => ({
      ...common,
      id: `ord-${customer}`,
      kind: 'order',
      instrument: 'order',
      customer,
      supplier: 'hub',
      perYearUsd: 1e7,
      status: 'closed',
      announcedOn: '2025-06-30',
      startYear: 2026,
      endYear: 2030,
    })),
  });
  const { firms } = simulate(network, {
    version: 1,
    name: 'half of all revenue',
    time: { mode: 'year', year: 2026 },
    shocks: [{ kind: 'revenue', firm: 'all', size: 0.5 }],
  });
  const hub = firms.find(({ id }) => id === 'hub')!;
  expect(new Set(hub.ledger.map(({ deal }) => deal)).size).toBe(customers.length + 1);
  const sumUsd = hub.ledger.reduce((sum, { usd }) => sum + usd, 0);
  expect(Math.abs(sumUsd / hub.lossUsd - 1)).toBeLessThan(1e-9);
});
