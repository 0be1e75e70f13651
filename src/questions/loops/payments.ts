import { resolveParameters } from '../../base/parameter.ts';
import { endsOf } from '../../data/ends.ts';
import type { Network } from '../../data/graph.ts';
import { flowBasis, termOf, yearOf } from '../../data/order-term.ts';
import { type Deal, type Order, STATUSES } from '../../data/schema.ts';
import { promiseUsdInYear } from '../../models/chained-boats/inputs/capital-flow.ts';
import { orderUsdInYear } from '../../models/chained-boats/inputs/order-flow.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import { chainedBoatsParameters } from '../../models/chained-boats/parameters.ts';
import { defaultTime } from '../../scenario/period.ts';
import type { PaymentBasis } from './bases.ts';

/** Money that one deal moves, from who pays to who is paid. */
export interface Payment {
  readonly deal: string;
  readonly layer: Deal['kind'];
  /** Rows of the network's node order. */
  readonly payer: number;
  readonly payee: number;
  /** Whole dollars of the deal; null where nobody stated them. */
  readonly usd: number | null;
}

/** Deals count in full here, whatever their status. */
const EVERY_DOLLAR = Object.fromEntries(STATUSES.map((status) => [status, 1]));

const settingsOf = (network: Network): DerivationSettings => ({
  asOf: network.getAttribute('asOf'),
  time: defaultTime,
  weights: EVERY_DOLLAR,
  parameters: resolveParameters(chainedBoatsParameters),
  perGigawatt: network.getAttribute('perGigawatt'),
});

const orderUsd = (order: Order, settings: DerivationSettings): number | null => {
  if (order.amountUsd !== undefined) return order.amountUsd;
  if (order.schedule !== undefined) return order.schedule.reduce((sum, { usd }) => sum + usd, 0);
  if (order.perYearUsd === undefined) return null;
  const { start, end } = termOf(order, settings);
  return order.perYearUsd * (end - start);
};

const capitalUsd = (deal: Exclude<Deal, Order>): number | null => {
  const putIn = deal.kind === 'equity' ? deal.paidUsd : deal.faceUsd;
  const promised = deal.commitmentUsd;
  return putIn === undefined && promised === undefined ? null : (putIn ?? 0) + (promised ?? 0);
};

/** What falls in one calendar year: stated dollars alone, none by gigawatts. */
const orderUsdIn = (order: Order, year: number, settings: DerivationSettings): number | null => {
  const basis = flowBasis(order, settings);
  if (basis === 'unknown' || basis === 'per-gigawatt') return null;
  return orderUsdInYear({ ...order, within: undefined }, year, settings);
};

/** What was put in in the year of the deal, and what of a promise falls in the year. */
const capitalUsdIn = (
  deal: Exclude<Deal, Order>,
  year: number,
  settings: DerivationSettings,
): number | null => {
  const putIn = deal.kind === 'equity' ? deal.paidUsd : deal.faceUsd;
  if (putIn === undefined && deal.commitmentUsd === undefined) return null;
  const paidIn = deal.announcedOn === undefined ? deal.startYear : yearOf(deal.announcedOn);
  if (putIn !== undefined && paidIn === undefined) return null;
  const paid = paidIn === year ? (putIn ?? 0) : 0;
  return paid + promiseUsdInYear(deal, year, settings);
};

const isBinding = ({ status }: Deal): boolean => status === 'closed' || status === 'signed';

/**
 * Who pays whom, and how much over the whole deal: holder to issuer what was put in and is promised,
 * customer to supplier the contract (a yearly figure times its term), lender to borrower the face and
 * what can be drawn. Cancelled deals and those due only on a condition pay nothing.
 *
 * `binding` keeps closed and signed deals, and of orders the take-or-pay share (the model's default
 * where the record states none). Dollars that another order already counts are left out.
 *
 * @param year  only what falls in that calendar year; a promise not yet paid falls in the day's year or later
 */
export const paymentsOf = (
  network: Network,
  basis: PaymentBasis,
  year?: number,
): readonly Payment[] => {
  const row = new Map(network.nodes().map((id, index) => [id, index]));
  const settings = settingsOf(network);
  const usdOf = (deal: Deal): number | null => {
    if (deal.kind !== 'order') {
      return year === undefined ? capitalUsd(deal) : capitalUsdIn(deal, year, settings);
    }
    const whole = year === undefined ? orderUsd(deal, settings) : orderUsdIn(deal, year, settings);
    if (whole === null) return null;
    const own = deal.within === undefined ? 1 : 1 - (deal.withinShare ?? 1);
    const due = basis === 'binding' ? (deal.takeOrPay ?? settings.parameters.takeOrPay) : 1;
    return whole * own * due;
  };
  return network
    .mapEdges((_, deal) => deal)
    .filter(({ status, contingent }) => status !== 'cancelled' && !contingent)
    .filter((deal) => basis === 'announced' || isBinding(deal))
    .map((deal) => {
      const [payer, payee] = endsOf(deal);
      return {
        deal: deal.id,
        layer: deal.kind,
        payer: row.get(payer)!,
        payee: row.get(payee)!,
        usd: usdOf(deal),
      };
    })
    .filter(({ payer, payee, usd }) => payer !== payee && usd !== 0);
};
