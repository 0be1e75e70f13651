import type { Network } from '../../data/graph.ts';
import { type Deal, endsOf } from '../../data/schema.ts';
import { dealWeight } from '../../measures/weights.ts';
import type { DealShares } from './exposure-schema.ts';

const over = (usd: number | null, base: number | undefined): number | null =>
  usd === null || base === undefined || base <= 0 ? null : usd / base;

/**
 * A deal as a share of the payer's cost and of the payee's revenue, both of the last year reported:
 *
 *   usd / (revenue - operating income) of the payer,  usd / revenue of the payee
 *
 * A future year's order can be more than all that its customer spends now. Stakes and loans are stocks:
 * their figures are years of cost and of revenue. Unknown where dollars, revenue or income are.
 */
export const dealShares = (network: Network, deal: Deal): DealShares => {
  const [payer, payee] = endsOf(deal);
  const { usd } = dealWeight(deal, network);
  const { revenueUsd, operatingIncomeUsd } = network.getNodeAttributes(payer);
  const costUsd =
    revenueUsd === undefined || operatingIncomeUsd === undefined
      ? undefined
      : revenueUsd - operatingIncomeUsd;
  return {
    deal: deal.id,
    kind: deal.kind,
    payer,
    payee,
    usd,
    unit: deal.kind === 'order' ? 'usd-per-year' : 'usd',
    ofPayerCost: over(usd, costUsd),
    ofPayeeRevenue: over(usd, network.getNodeAttribute(payee, 'revenueUsd')),
  };
};

/** The same for every deal, most of the payee's revenue first, unknown ones last. */
export const allDealShares = (network: Network): readonly DealShares[] =>
  network
    .mapEdges((_, deal) => dealShares(network, deal))
    .sort(
      (one, other) =>
        (other.ofPayeeRevenue ?? -1) - (one.ofPayeeRevenue ?? -1) ||
        (one.deal < other.deal ? -1 : 1),
    );
