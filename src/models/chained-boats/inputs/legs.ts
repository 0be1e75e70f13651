import type { Equity, Order } from '../../../data/schema.ts';
import { isPromise, promiseUsdInYear, serviceUsdInYear, stakeOf } from './capital-flow.ts';
import type { LoanLegs, OrderLegs, PromiseLegs, StakeLegs } from './inputs.ts';
import { isAwaited, meanOverPeriod, orderUsdInYear } from './order-flow.ts';
import type { Records } from './records.ts';
import { type DerivationSettings, weightOf } from './settings.ts';

const indices = <Item>(
  items: readonly Item[],
  records: Records,
  firmOf: (item: Item) => string,
): Int32Array => Int32Array.from(items, (item) => records.indexOf.get(firmOf(item)) ?? -1);

export const orderLegs = (records: Records, settings: DerivationSettings): OrderLegs => {
  const { orders } = records;
  const categories = new Map<string, number>();
  const categoryOf = (order: Order): number => {
    const key = `${order.customer}|${order.category ?? order.id}`;
    const index = categories.get(key) ?? categories.size;
    categories.set(key, index);
    return index;
  };
  return {
    deal: orders.map((order) => order.id),
    customer: indices(orders, records, (order) => order.customer),
    supplier: indices(orders, records, (order) => order.supplier),
    usd: Float64Array.from(orders, (order) =>
      meanOverPeriod(settings, (year) => orderUsdInYear(order, year, settings)),
    ),
    takeOrPay: Float64Array.from(
      orders,
      (order) => order.takeOrPay ?? settings.parameters.takeOrPay,
    ),
    essentiality: Float64Array.from(orders, (order) =>
      isAwaited(order, settings) ? (order.essentiality ?? settings.parameters.essentiality) : 0,
    ),
    category: Int32Array.from(orders, categoryOf),
  };
};

/** Order leg that a tranche or warrant is linked to, or -1 for none and for links to other kinds. */
const linkTo = (records: Records, link: string | undefined): number =>
  link === undefined ? -1 : records.orders.findIndex((order) => order.id === link);

export const stakeLegs = (records: Records, settings: DerivationSettings): StakeLegs => {
  const held = records.equities.flatMap((deal) => {
    const issuer = records.firms[records.indexOf.get(deal.issuer) ?? -1];
    const known = issuer && stakeOf(deal, issuer);
    return known ? [{ deal, stake: known.stake * weightOf(deal.status, settings) }] : [];
  });
  return {
    deal: held.map(({ deal }) => deal.id),
    holder: indices(held, records, ({ deal }) => deal.holder),
    issuer: indices(held, records, ({ deal }) => deal.issuer),
    stake: Float64Array.from(withinWhole(held), ({ stake }) => stake),
    link: Int32Array.from(held, ({ deal }) => (deal.contingent ? linkTo(records, deal.link) : -1)),
    contingent: Uint8Array.from(held, ({ deal }) => (deal.contingent ? 1 : 0)),
  };
};

/** Derived stakes can add to more than an issuer has: then all of that issuer shrink alike. */
const withinWhole = <Held extends { readonly deal: Equity; readonly stake: number }>(
  held: readonly Held[],
): readonly Held[] => {
  const totals = new Map<string, number>();
  for (const { deal, stake } of held) {
    totals.set(deal.issuer, (totals.get(deal.issuer) ?? 0) + stake);
  }
  return held.map((one) => ({
    ...one,
    stake: one.stake / Math.max(1, totals.get(one.deal.issuer) ?? 1),
  }));
};

export const promiseLegs = (records: Records, settings: DerivationSettings): PromiseLegs => {
  const promised = [...records.equities, ...records.debts].filter(isPromise);
  return {
    deal: promised.map((deal) => deal.id),
    payer: indices(promised, records, (deal) =>
      deal.kind === 'equity' ? deal.holder : deal.lender,
    ),
    payee: indices(promised, records, (deal) =>
      deal.kind === 'equity' ? deal.issuer : deal.borrower,
    ),
    usd: Float64Array.from(promised, (deal) =>
      meanOverPeriod(settings, (year) => promiseUsdInYear(deal, year, settings)),
    ),
    link: Int32Array.from(promised, (deal) => linkTo(records, deal.link)),
  };
};

export const loanLegs = (records: Records, settings: DerivationSettings): LoanLegs => {
  const owed = records.debts.filter((deal) => deal.faceUsd !== undefined);
  return {
    deal: owed.map((deal) => deal.id),
    lender: indices(owed, records, (deal) => deal.lender),
    borrower: indices(owed, records, (deal) => deal.borrower),
    faceUsd: Float64Array.from(
      owed,
      (deal) => (deal.faceUsd ?? 0) * weightOf(deal.status, settings),
    ),
    serviceUsd: Float64Array.from(owed, (deal) =>
      meanOverPeriod(settings, (year) => serviceUsdInYear(deal, year, settings)),
    ),
    guarantee: Uint8Array.from(owed, (deal) => (deal.contingent ? 1 : 0)),
  };
};
