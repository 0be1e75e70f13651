import type { Network } from '../data/graph.ts';
import { termOf, USUAL_TERM_YEARS } from '../data/order-term.ts';
import type { Deal, Equity, Order } from '../data/schema.ts';

/** A deal's dollars, or why it has none. */
export type DealWeight =
  | { readonly usd: number; readonly reason?: undefined }
  | { readonly usd: null; readonly reason: string };

const known = (usd: number): DealWeight => ({ usd });
const unknown = (reason: string): DealWeight => ({ usd: null, reason });

/** As a run without a scenario's own word: a measure and a run spread a contract over the same years. */
const USUAL = { asOf: '', parameters: { orderTermYears: USUAL_TERM_YEARS } };

/** Mean dollars a year: as stated, or the mean of the schedule, or the total over its term. */
const orderUsdPerYear = (order: Order): DealWeight => {
  if (order.perYearUsd !== undefined) return known(order.perYearUsd);
  if (order.schedule !== undefined && order.schedule.length > 0) {
    const totalUsd = order.schedule.reduce((sum, entry) => sum + entry.usd, 0);
    const years = order.schedule.map((entry) => entry.year);
    return known(totalUsd / (Math.max(...years) - Math.min(...years) + 1));
  }
  if (order.amountUsd === undefined) return unknown('no amount known');
  const { start, end } = termOf(order, USUAL);
  return known(order.amountUsd / (end - start));
};

/** Worth of the stake: share of the issuer's value, or as stated, or the cash put in. */
const stakeUsd = (equity: Equity, issuerValueUsd: number | undefined): DealWeight => {
  if (equity.stake !== undefined && issuerValueUsd !== undefined) {
    return known(equity.stake * issuerValueUsd);
  }
  const usd = equity.valueUsd ?? equity.paidUsd;
  return usd === undefined ? unknown('no worth known') : known(usd);
};

const grossUsd = (deal: Deal, network: Network): DealWeight => {
  switch (deal.kind) {
    case 'order':
      return orderUsdPerYear(deal);
    case 'equity':
      return stakeUsd(deal, network.getNodeAttribute(deal.issuer, 'valueUsd'));
    case 'debt': {
      const usd = deal.faceUsd ?? deal.commitmentUsd;
      return usd === undefined ? unknown('no amount known') : known(usd);
    }
  }
};

/**
 * Dollars that stand between the two ends of a deal: the one convention behind every measure.
 *
 * order: mean dollars a year (stated, else schedule / years it spans, else total / (end - start),
 *   or over the model's default term where the end is not known)
 * equity: stake x value of the issuer, else the stated worth, else the cash put in
 * debt: face, else the commitment
 *
 * Stocks and yearly flows thus stand side by side, each at face: no status or probability weight.
 * Cancelled deals have no dollars, nor have those that only a condition makes due (an unvested
 * warrant, a guarantee). A deal that is `within` another of the web counts only the
 * dollars that the other does not already carry. Unknown stays unknown: a reason, never 0.
 */
export const dealWeight = (deal: Deal, network: Network): DealWeight => {
  if (deal.status === 'cancelled') return unknown('cancelled');
  if (deal.contingent === true) return unknown('due only on a condition');
  const weight = grossUsd(deal, network);
  if (weight.usd === null || deal.within === undefined || !network.hasEdge(deal.within)) {
    return weight;
  }
  const counted = grossUsd(network.getEdgeAttributes(deal.within), network);
  if (counted.usd === null) return weight;
  return known(weight.usd * (1 - (deal.withinShare ?? 1)));
};
