import type { Web } from '../../models/chained-boats/web.ts';

/** Those of `deals` of which the web has something to tear up: an order, a promise or a warrant. */
export const compiledDeals = (
  { orders, promises, stakes }: Web,
  deals: readonly string[],
): readonly string[] =>
  deals.filter(
    (id) =>
      orders.deal.includes(id) ||
      promises.deal.includes(id) ||
      stakes.deal.some((deal, leg) => deal === id && stakes.contingent[leg] === 1),
  );
