import { endsOf } from '../../data/ends.ts';
import type { Network } from '../../data/graph.ts';
import { promiseUsdInYear } from '../../models/chained-boats/inputs/capital-flow.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import { type Line, over, sum, unpriced, usdOf } from './lines.ts';
import type { BookCustomer } from './order-book.ts';

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
export const customerOf = (
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
