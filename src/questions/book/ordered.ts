import type { Network } from '../../data/graph.ts';
import { flowBasis, perGigawattRow } from '../../data/order-term.ts';
import type { Order } from '../../data/schema.ts';
import { orderGwInYear, orderUsdInYear } from '../../models/chained-boats/inputs/order-flow.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import type { Range } from './order-book.ts';

/** One order in one year: what is known of it. */
export interface OrderedInYear {
  /** Null where nobody stated dollars nor gigawatts that imply them. */
  readonly usd: number | null;
  /** Null where neither gigawatts nor dollars for chips are stated. */
  readonly gw: Range | null;
}

/** Orders that count: not cancelled, not due on a condition alone. */
export const ordersOf = (network: Network): readonly Order[] =>
  network
    .mapEdges((_, deal) => deal)
    .filter((deal): deal is Order => deal.kind === 'order')
    .filter(({ contingent, status }) => !contingent && status !== 'cancelled');

const sameRange = (gw: number): Range => ({ low: gw, central: gw, high: gw });

/** Gigawatts that dollars for chips buy at the disputed prices: the dearer, the fewer. */
const impliedGw = (order: Order, usd: number, settings: DerivationSettings): Range | null => {
  if (order.instrument !== 'chip-purchase') return null;
  const row = perGigawattRow(order, settings.perGigawatt);
  if (row === undefined || row.basis !== 'total') return null;
  return {
    low: usd / row.highUsdPerGw,
    central: usd / row.usdPerGw,
    high: usd / row.lowUsdPerGw,
  };
};

/** Dollars and gigawatts of an order in a year, spread over its term as the model spreads them. */
export const orderedInYear = (
  order: Order,
  year: number,
  settings: DerivationSettings,
): OrderedInYear => {
  const usd =
    flowBasis(order, settings) === 'unknown' ? null : orderUsdInYear(order, year, settings);
  if (order.capacityGw !== undefined) {
    return { usd, gw: sameRange(orderGwInYear(order, year, settings)) };
  }
  return { usd, gw: usd === null ? null : impliedGw(order, usd, settings) };
};

/** Sum of ranges; null where there is none to add. */
export const sumOfRanges = (ranges: readonly (Range | null)[]): Range | null => {
  const known = ranges.filter((range) => range !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, { low, central, high }) => ({
    low: sum.low + low,
    central: sum.central + central,
    high: sum.high + high,
  }));
};
