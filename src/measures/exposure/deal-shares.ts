import type { Network } from '../../network/graph.ts';
import { type Deal, endsOf } from '../../network/schema.ts';
import { dealWeight } from '../weights.ts';

/** What a deal is to its two ends. Null: unknown. */
export interface DealShares {
  readonly deal: string;
  readonly kind: Deal['kind'];
  /** Customer, holder or lender. */
  readonly payer: string;
  /** Supplier, issuer or borrower. */
  readonly payee: string;
  /** Orders: dollars of a mean year; stakes and loans: the whole stock. */
  readonly usd: number | null;
  readonly unit: 'usd' | 'usd-per-year';
  /** Over a year's operating cost of the payer, as last reported. */
  readonly ofPayerCost: number | null;
  /** Over a year's revenue of the payee, as last reported. */
  readonly ofPayeeRevenue: number | null;
}

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
