import { ScenarioError } from '../../base/errors.ts';
import { resolveParameters } from '../../base/parameter.ts';
import { endsOf } from '../../data/ends.ts';
import type { Network } from '../../data/graph.ts';
import { STATUSES } from '../../data/schema.ts';
import { promiseUsdInYear } from '../../models/chained-boats/inputs/capital-flow.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import { chainedBoatsParameters } from '../../models/chained-boats/parameters.ts';
import { defaultTime, defaultWeights, windowOf } from '../../scenario/period.ts';
import { originOf } from '../../scenario/receipt.ts';
import type { StatusWeights } from '../../scenario/schema.ts';
import type { BookBasis } from './bases.ts';
import { capacityOf } from './capacity.ts';
import { BOOK_FACTS, type FactOf, factsOf, shownFacts } from './facts.ts';
import { type Line, over, sum, unpriced, usdOf } from './lines.ts';
import type { BookCustomer, BookSupplier, OrderBook } from './order-book.ts';
import { orderedInYear, ordersOf, sumOfRanges } from './ordered.ts';
import { powerOf } from './power.ts';

/** What is ordered from a firm in each year, over what it can make and over what it sold. */
const supplierOf = (
  network: Network,
  factOf: FactOf,
  id: string,
  lines: readonly Line[],
  years: readonly number[],
): BookSupplier => {
  const perGw = factOf(BOOK_FACTS.acceleratorsPerGw)?.value;
  const inYears = years.map((year, index) => {
    const known = lines.map(({ perYear }) => perYear[index]!);
    const orderedGw = sumOfRanges(known.map(({ gw }) => gw));
    const capacity = capacityOf(factOf, id, year);
    const makesAccelerators = capacity !== null && perGw !== undefined && orderedGw !== null;
    return {
      year,
      orderedUsd: known.every(({ usd }) => usd === null) ? null : usdOf(lines, index),
      orderedGw,
      acceleratorsOrdered: makesAccelerators ? orderedGw.central * perGw : null,
      capacity,
      gwOverCapacity: orderedGw === null ? null : over(orderedGw.central, capacity?.gw),
    };
  });
  const orderedPerYearUsd = sum(inYears.map(({ orderedUsd }) => orderedUsd ?? 0)) / years.length;
  const revenueUsd = network.getNodeAttribute(id, 'revenueUsd') ?? null;
  return {
    id,
    years: inYears,
    orderedPerYearUsd,
    revenueUsd,
    orderedOverRevenue: over(orderedPerYearUsd, revenueUsd),
    ordersWithoutDollars: unpriced(lines),
  };
};

/** Money that comes to a firm from the web: promised in a year, and put in already. */
const capitalTo = (network: Network, id: string, settings: DerivationSettings) => {
  const legs = network
    .mapInEdges(id, (_, deal) => deal)
    .filter((deal) => deal.kind !== 'order' && endsOf(deal)[1] === id);
  const promisedIn = (year: number): number =>
    sum(legs.map((deal) => (deal.kind === 'order' ? 0 : promiseUsdInYear(deal, year, settings))));
  const raisedUsd = sum(
    legs.map((deal) => {
      if (deal.kind === 'order' || deal.contingent || deal.status === 'cancelled') return 0;
      return (deal.kind === 'equity' ? deal.paidUsd : deal.faceUsd) ?? 0;
    }),
  );
  return { promisedIn, raisedUsd };
};

/** What a firm has ordered in each year, over what it earns, holds and has been promised. */
const customerOf = (
  network: Network,
  id: string,
  lines: readonly Line[],
  years: readonly number[],
  settings: DerivationSettings,
): BookCustomer => {
  const { promisedIn, raisedUsd } = capitalTo(network, id, settings);
  const inYears = years.map((year, index) => ({
    year,
    orderedUsd: usdOf(lines, index),
    promisedInUsd: promisedIn(year),
  }));
  const orderedUsd = sum(inYears.map((entry) => entry.orderedUsd));
  const promisedInUsd = sum(inYears.map((entry) => entry.promisedInUsd));
  const { revenueUsd = null, cashUsd = null } = network.getNodeAttributes(id);
  const meansUsd =
    revenueUsd === null || cashUsd === null
      ? null
      : revenueUsd * years.length + cashUsd + promisedInUsd;
  return {
    id,
    years: inYears,
    orderedUsd,
    orderedPerYearUsd: orderedUsd / years.length,
    revenueUsd,
    cashUsd,
    promisedInUsd,
    raisedUsd,
    orderedOverRevenue: over(orderedUsd / years.length, revenueUsd),
    orderedOverMeans: over(orderedUsd, meansUsd),
    ordersWithoutDollars: unpriced(lines),
  };
};

export interface BookOptions {
  /** First and last year, both counted; the model's horizon by default. */
  readonly window?: readonly [number, number];
  readonly basis?: BookBasis;
}

const WEIGHTS: Readonly<Record<BookBasis, (status: (typeof STATUSES)[number]) => number>> = {
  announced: (status) => (status === 'cancelled' ? 0 : 1),
  signed: (status) => (status === 'closed' || status === 'signed' ? 1 : 0),
  weighted: (status) => defaultWeights[status],
};

const settingsFor = (
  network: Network,
  window: readonly [number, number],
  basis: BookBasis,
): DerivationSettings => ({
  asOf: network.getAttribute('asOf'),
  time: { mode: 'horizon', window: [...window] },
  weights: Object.fromEntries(
    STATUSES.map((status) => [status, WEIGHTS[basis](status)]),
  ) as StatusWeights,
  parameters: resolveParameters(chainedBoatsParameters),
  perGigawatt: network.getAttribute('perGigawatt'),
});

const checkWindow = ([first, last]: readonly [number, number]): void => {
  if (Number.isInteger(first) && Number.isInteger(last) && first <= last && last - first < 50)
    return;
  throw new ScenarioError({
    where: 'window',
    found: `${first}-${last}`,
    expected: 'two years in order, at most 50 of them, as in 2026-2030',
  });
};

const capitalSpending = (factOf: FactOf): OrderBook['capitalSpending'] =>
  Object.entries(BOOK_FACTS.capitalSpending).flatMap(([year, ids]) => {
    const facts = shownFacts(factOf, ids);
    if (facts.length === 0) return [];
    const values = facts.map(({ value }) => value);
    return [
      { year: Number(year), lowUsd: Math.min(...values), highUsd: Math.max(...values), facts },
    ];
  });

const groupedBy = (lines: readonly Line[], role: 'supplier' | 'customer') => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const firm = line.order[role];
    const own = groups.get(firm);
    if (own === undefined) groups.set(firm, [line]);
    else own.push(line);
  }
  return [...groups];
};

/**
 * Orders against what can be made and against what customers have: the test of a bubble as output
 * without orders, or orders without money.
 *
 * Dollars and gigawatts of an order are spread over its term as the model spreads them; dollars that
 * another order already counts are left out; orders in gigawatts alone take dollars per gigawatt of the
 * records. Capacity is packaging capacity, see `capacityOf`. What nobody stated is null and counted in
 * `ordersWithoutDollars`. Suppliers and customers come largest first.
 *
 * @throws ScenarioError for a window that runs backwards
 */
export const orderBook = (network: Network, options: BookOptions = {}): OrderBook => {
  const { window = windowOf(defaultTime), basis = 'announced' } = options;
  checkWindow(window);
  const [first, last] = window;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const settings = settingsFor(network, window, basis);
  const factOf = factsOf(network);
  const lines: Line[] = ordersOf(network)
    .filter(({ status }) => WEIGHTS[basis](status) > 0)
    .map((order) => ({
      order,
      perYear: years.map((year) => orderedInYear(order, year, settings)),
    }));
  const byOrdered = (
    a: { orderedPerYearUsd: number; id: string },
    b: { orderedPerYearUsd: number; id: string },
  ): number => b.orderedPerYearUsd - a.orderedPerYearUsd || (a.id < b.id ? -1 : 1);
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      window: [first, last],
      basis,
    },
    conversions: shownFacts(factOf, [
      BOOK_FACTS.acceleratorsPerGw,
      BOOK_FACTS.acceleratorsPerWafer,
      ...Object.values(BOOK_FACTS.packagingAtYearEnd),
      ...Object.values(BOOK_FACTS.packagingShare).flatMap((shares) => Object.values(shares)),
    ]),
    disputed: shownFacts(factOf, BOOK_FACTS.disputed),
    suppliers: groupedBy(lines, 'supplier')
      .map(([id, own]) => supplierOf(network, factOf, id, own, years))
      .sort(byOrdered),
    customers: groupedBy(lines, 'customer')
      .map(([id, own]) => customerOf(network, id, own, years, settings))
      .sort(byOrdered),
    power: powerOf(network, lines, years, settings),
    capitalSpending: capitalSpending(factOf),
  };
};
