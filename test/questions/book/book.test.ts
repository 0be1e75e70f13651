import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import type { NetworkDocument } from '../../../src/data/schema.ts';
import { orderBook } from '../../../src/questions/book/book.ts';
import { bookTable } from '../../../src/questions/book/book-csv.ts';
import { BOOK_FACTS } from '../../../src/questions/book/facts.ts';
import { orderBookSchema } from '../../../src/questions/book/order-book.ts';
import { tableCsv } from '../../../src/tell/report-table.ts';
import { makeNetwork, order } from '../../measures/make-network.ts';

const BN = 1e9;

/** A maker with 40 % of packaging, its customer, and a landlord that nobody priced. */
const yard: NetworkDocument = {
  version: 1,
  name: 'yard',
  asOf: '2026-06-30',
  firms: [
    { id: 'nvidia', name: { en: 'Maker' }, layer: 'compute', revenueUsd: 80 * BN },
    {
      id: 'lab',
      name: { en: 'Lab' },
      layer: 'models',
      revenueUsd: 10 * BN,
      cashUsd: 5 * BN,
    },
    { id: 'fund', name: { en: 'Fund' }, layer: 'capital' },
    { id: 'landlord', name: { en: 'Landlord' }, layer: 'compute' },
  ],
  deals: [
    {
      id: 'chips',
      kind: 'order',
      customer: 'lab',
      supplier: 'nvidia',
      status: 'signed',
      instrument: 'chip-purchase',
      startYear: 2026,
      endYear: 2028,
      capacityGw: 6,
    },
    {
      id: 'more-chips',
      kind: 'order',
      customer: 'lab',
      supplier: 'nvidia',
      status: 'loi',
      instrument: 'chip-purchase',
      startYear: 2026,
      endYear: 2028,
      amountUsd: 40 * BN,
    },
    {
      id: 'site',
      kind: 'order',
      customer: 'lab',
      supplier: 'landlord',
      status: 'signed',
      instrument: 'lease',
      startYear: 2026,
      endYear: 2036,
    },
    {
      id: 'torn',
      kind: 'order',
      customer: 'lab',
      supplier: 'landlord',
      status: 'cancelled',
      instrument: 'lease',
      amountUsd: 900 * BN,
    },
    {
      id: 'round',
      kind: 'equity',
      holder: 'fund',
      issuer: 'lab',
      status: 'signed',
      instrument: 'equity',
      paidUsd: 3 * BN,
      commitmentUsd: 7 * BN,
      startYear: 2026,
      endYear: 2027,
    },
  ],
  facts: [
    { id: BOOK_FACTS.acceleratorsPerGw, topic: 't', description: 'd', value: 400_000 },
    { id: BOOK_FACTS.acceleratorsPerWafer, topic: 't', description: 'd', value: 10 },
    { id: 'cowos-end-2025', topic: 't', description: 'd', value: 50_000 },
    { id: 'cowos-end-2026', topic: 't', description: 'd', value: 70_000 },
    { id: 'cowos-nv-share-2026', topic: 't', description: 'd', value: 0.4 },
  ],
  perGigawatt: [
    {
      id: 'chips-any',
      instrument: 'chip-purchase',
      basis: 'total',
      usdPerGw: 20 * BN,
      lowUsdPerGw: 10 * BN,
      highUsdPerGw: 40 * BN,
    },
  ],
};

const web = parseNetwork(yard);
const book = orderBook(web, { window: [2026, 2027] });
const maker = book.suppliers.find(({ id }) => id === 'nvidia')!;
const lab = book.customers.find(({ id }) => id === 'lab')!;

describe('orderBook, of suppliers', () => {
  it('adds stated gigawatts and those that dollars imply, with the range of prices', () => {
    // 6 GW over two years = 3 a year; 20 bn a year at 20 (10 to 40) bn a GW = 1 (0.5 to 2).
    expect(maker.years[0]!.orderedGw).toEqual({ low: 3.5, central: 4, high: 5 });
    expect(maker.years[0]!.acceleratorsOrdered).toBe(1_600_000);
  });

  it('prices gigawatts by the records where nobody stated dollars', () => {
    // 3 GW x 20 bn + 20 bn.
    expect(maker.years[0]!.orderedUsd).toBeCloseTo(80 * BN, 0);
    expect(maker.orderedOverRevenue).toBeCloseTo(1, 12);
  });

  it('sets them against packaging: months at the mean of the year’s ends', () => {
    // 12 x 60,000 x 40 % = 288,000 wafers, 2.88m accelerators, 7.2 GW.
    const [first, second] = maker.years;
    expect(first!.capacity).toEqual({
      wafers: 288_000,
      accelerators: 2_880_000,
      gw: 7.2,
      basis: 'published',
    });
    expect(first!.gwOverCapacity).toBeCloseTo(4 / 7.2, 12);
    // 2027: 12 x 70,000 x 40 % = 336,000 wafers, 8.4 GW.
    expect(second!.capacity).toMatchObject({ basis: 'held-flat', wafers: 336_000 });
    expect(second!.capacity!.gw).toBeCloseTo(8.4, 12);
  });

  it('leaves unknown what nobody stated', () => {
    const landlord = book.suppliers.find(({ id }) => id === 'landlord')!;
    expect(landlord.years[0]).toEqual({
      year: 2026,
      orderedUsd: null,
      orderedGw: null,
      acceleratorsOrdered: null,
      capacity: null,
      gwOverCapacity: null,
    });
    expect(landlord.ordersWithoutDollars).toBe(1);
    expect(landlord.orderedOverRevenue).toBeNull();
    const before = orderBook(web, { window: [2024, 2025] }).suppliers;
    expect(before.find(({ id }) => id === 'nvidia')!.years[1]!.capacity).toBeNull();
  });
});

describe('orderBook, of customers', () => {
  it('sets orders against revenue, cash, promised and raised money', () => {
    expect(lab.orderedUsd).toBeCloseTo(160 * BN, 0);
    expect(lab).toMatchObject({ raisedUsd: 3 * BN, promisedInUsd: 7 * BN });
    expect(lab.orderedOverRevenue).toBeCloseTo(8, 12);
    // 160 / (2 x 10 + 5 + 7).
    expect(lab.orderedOverMeans).toBeCloseTo(5, 12);
    expect(lab.ordersWithoutDollars).toBe(1);
  });

  it('counts by basis: a letter of intent is no signature', () => {
    const signed = orderBook(web, { window: [2026, 2027], basis: 'signed' });
    expect(signed.suppliers.find(({ id }) => id === 'nvidia')!.years[0]!.orderedGw).toEqual({
      low: 3,
      central: 3,
      high: 3,
    });
    const weighted = orderBook(web, { window: [2026, 2027], basis: 'weighted' });
    expect(weighted.customers.find(({ id }) => id === 'lab')!.years[0]!.orderedUsd).toBeCloseTo(
      (60 + 0.3 * 20) * BN,
      0,
    );
  });
});

describe('orderBook', () => {
  it('is a document of its schema, of the web that ships and of an empty one', async () => {
    const shipped = await loadNetwork('data/ai-web');
    expect(orderBookSchema.safeParse(orderBook(shipped)).error).toBeUndefined();
    const empty = orderBook(
      parseNetwork({ version: 1, name: 'none', asOf: '2026-01-01', firms: [], deals: [] }),
    );
    expect(orderBookSchema.safeParse(empty).error).toBeUndefined();
    expect(empty.suppliers).toEqual([]);
  });

  it('finds in the data that ships every fact that it names', async () => {
    const shipped = await loadNetwork('data/ai-web');
    const known = new Set(shipped.getAttribute('facts').map(({ id }) => id));
    const named = JSON.stringify(BOOK_FACTS).match(/[a-z]+(?:-[a-z0-9]+)+/g)!;
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('scales: dollars of every figure by the same factor leave ratios as they were', () => {
    const dear = structuredClone(yard) as unknown as Record<string, Record<string, number>[]>;
    for (const list of [dear['firms']!, dear['deals']!, dear['perGigawatt']!]) {
      for (const record of list) {
        for (const key of Object.keys(record)) if (/usd/i.test(key)) record[key]! *= 7;
      }
    }
    const other = orderBook(parseNetwork(dear), { window: [2026, 2027] });
    expect(other.customers[0]!.orderedOverMeans).toBeCloseTo(lab.orderedOverMeans!, 12);
    const otherMaker = other.suppliers.find(({ id }) => id === 'nvidia')!;
    expect(otherMaker.years[0]!.orderedGw!.high).toBeCloseTo(maker.years[0]!.orderedGw!.high, 12);
  });

  it('refuses a window that runs backwards', () => {
    expect(() => orderBook(web, { window: [2030, 2026] })).toThrow(ScenarioError);
    expect(() => orderBook(web, { window: [2030, 2026] })).toThrow(/2030-2026/);
  });
});

describe('power', () => {
  const grid = makeNetwork(
    [
      { id: 'lab', layer: 'models' },
      { id: 'chips', layer: 'compute' },
      { id: 'foundry', layer: 'upstream' },
      { id: 'reactor', layer: 'energy' },
    ],
    [
      order('lab', 'reactor', { capacityGw: 0.8, startYear: 2027, endYear: 2047 }),
      order('chips', 'reactor', { capacityGw: 0.3, startYear: 2026, endYear: 2028 }),
      order('lab', 'chips', {
        instrument: 'chip-purchase',
        capacityGw: 4,
        startYear: 2026,
        endYear: 2030,
      }),
      order('chips', 'foundry', {
        instrument: 'chip-purchase',
        capacityGw: 9,
        startYear: 2026,
        endYear: 2030,
      }),
    ],
  );

  it('is a level all through a contract; accelerators add up, and what makers buy counts once', () => {
    const { power } = orderBook(grid, { window: [2026, 2029] });
    expect(power.contracts).toHaveLength(2);
    expect(power.years.map(({ contractedGw }) => contractedGw)).toEqual([0.3, 1.1, 0.8, 0.8]);
    expect(power.years.map(({ acceleratorsGw }) => acceleratorsGw?.central)).toEqual([1, 2, 3, 4]);
  });

  it('stands in the CSV with all ratios of the customers', () => {
    const rows = tableCsv(bookTable(orderBook(grid, { window: [2026, 2027] }))).split('\r\n');
    expect(rows[0]).toContain('orderedOverMeans,contractedGw');
    expect(rows.filter((row) => row.startsWith('power,'))).toHaveLength(2);
    expect(rows.filter((row) => row.startsWith('customer,lab,,'))).toHaveLength(1);
  });

  it('of the web that ships is far less than what is on order', async () => {
    const { power } = orderBook(await loadNetwork('data/ai-web'));
    const last = power.years.at(-1)!;
    expect(power.contracts.length).toBeGreaterThan(3);
    expect(last.contractedGw).toBeLessThan(last.acceleratorsGw!.low);
  });
});
