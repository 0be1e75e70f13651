import type { Network } from '../../data/graph.ts';
import { capacityOf } from './capacity.ts';
import { BOOK_FACTS, type FactOf } from './facts.ts';
import { type Line, over, sum, unpriced, usdOf } from './lines.ts';
import type { BookSupplier } from './order-book.ts';
import { sumOfRanges } from './ordered.ts';

/** What is ordered from a firm in each year, over what it can make and over what it sold. */
export const supplierOf = (
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
