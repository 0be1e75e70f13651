import type { Equity, Order } from '../../../data/schema.ts';
import { loansOf, promisesOf } from './deal-flows.ts';
import type { LoanLegs, OrderLegs, PromiseLegs, StakeLegs } from './inputs.ts';
import type { InputQuantities } from './quantities.ts';
import type { Records } from './records.ts';

const indices = <Item>(
  items: readonly Item[],
  records: Records,
  firmOf: (item: Item) => string,
): Int32Array => Int32Array.from(items, (item) => records.indexOf.get(firmOf(item)) ?? -1);

export const orderLegs = (
  records: Records,
  { usd, takeOrPay, essentiality }: InputQuantities<number>['orders'],
): OrderLegs => {
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
    usd: Float64Array.from(usd),
    takeOrPay: Float64Array.from(takeOrPay),
    essentiality: Float64Array.from(essentiality),
    category: Int32Array.from(orders, categoryOf),
  };
};

export const stakeLegs = (
  records: Records,
  held: readonly Equity[],
  { stake }: InputQuantities<number>['stakes'],
): StakeLegs => {
  return {
    deal: held.map((deal) => deal.id),
    holder: indices(held, records, (deal) => deal.holder),
    issuer: indices(held, records, (deal) => deal.issuer),
    stake: Float64Array.from(stake),
    link: Int32Array.from(held, (deal) => (deal.contingent ? records.linkedOrder(deal.link) : -1)),
    contingent: Uint8Array.from(held, (deal) => (deal.contingent ? 1 : 0)),
  };
};

export const promiseLegs = (
  records: Records,
  { usd }: InputQuantities<number>['promises'],
): PromiseLegs => {
  const promised = promisesOf(records);
  return {
    deal: promised.map((deal) => deal.id),
    payer: indices(promised, records, (deal) =>
      deal.kind === 'equity' ? deal.holder : deal.lender,
    ),
    payee: indices(promised, records, (deal) =>
      deal.kind === 'equity' ? deal.issuer : deal.borrower,
    ),
    usd: Float64Array.from(usd),
    link: Int32Array.from(promised, (deal) => records.linkedOrder(deal.link)),
  };
};

export const loanLegs = (
  records: Records,
  { faceUsd, serviceUsd }: InputQuantities<number>['loans'],
): LoanLegs => {
  const owed = loansOf(records);
  return {
    deal: owed.map((deal) => deal.id),
    lender: indices(owed, records, (deal) => deal.lender),
    borrower: indices(owed, records, (deal) => deal.borrower),
    faceUsd: Float64Array.from(faceUsd),
    serviceUsd: Float64Array.from(serviceUsd),
    guarantee: Uint8Array.from(owed, (deal) => (deal.contingent ? 1 : 0)),
  };
};
