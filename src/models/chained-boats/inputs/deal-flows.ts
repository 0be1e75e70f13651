import { yearOf } from '../../../data/order-term.ts';
import type { Debt, Equity, Firm, Order } from '../../../data/schema.ts';
import { isPromise, promiseUsd, serviceUsd, wholeStake } from './capital-flow.ts';
import type { Facts } from './facts.ts';
import { isAwaited, meanOverPeriod, orderUsd } from './order-flow.ts';
import type { Records } from './records.ts';

/** Dollars of a network order in a firm's reported year: 0 if it was signed after the day of that figure. */
const inReport = <Q>(
  { settings, algebra }: Facts<Q>,
  { announcedOn }: Order,
  inYear: (year: number) => Q,
  firm: Firm,
  figure: 'revenueUsd' | 'operatingIncomeUsd',
): Q => {
  const day = firm.figuresOn?.[figure] ?? firm.asOf ?? settings.asOf;
  const stood = announcedOn === undefined || announcedOn <= day;
  return stood ? inYear(yearOf(day)) : algebra.zero;
};

/** What each deal brings in whole, the weight of its status counted: found once, whatever parts of deals are left. */
export interface DealFlows<Q> {
  readonly orders: ReadonlyMap<string, OrderFlow<Q>>;
  /** Stakes that the facts tell. */
  readonly stakes: ReadonlyMap<string, Q>;
  readonly promisesUsd: ReadonlyMap<string, Q>;
  readonly loans: ReadonlyMap<string, LoanFlow<Q>>;
}

interface OrderFlow<Q> {
  readonly usd: Q;
  /** In its supplier's and in its customer's reported year. */
  readonly receivedInReportUsd: Q;
  readonly placedInReportUsd: Q;
  readonly takeOrPay: Q;
  readonly essentiality: Q;
  readonly paid: Q | null;
}

interface LoanFlow<Q> {
  readonly faceUsd: Q;
  readonly serviceUsd: Q;
}

const orderFlow = <Q>(on: Facts<Q>, { firms, indexOf }: Records, order: Order): OrderFlow<Q> => {
  const inYear = orderUsd(on, order);
  const stated = (field: 'takeOrPay' | 'essentiality'): Q => {
    const value = order[field];
    return value === undefined ? on.parameter(field) : on.ofDeal(order, field, value);
  };
  const essentiality = isAwaited(order, on.settings) ? stated('essentiality') : on.algebra.zero;
  const firmOf = (id: string): Firm => firms[indexOf.get(id)!]!;
  return {
    usd: meanOverPeriod(on, inYear),
    receivedInReportUsd: inReport(on, order, inYear, firmOf(order.supplier), 'revenueUsd'),
    placedInReportUsd: inReport(on, order, inYear, firmOf(order.customer), 'operatingIncomeUsd'),
    takeOrPay: stated('takeOrPay'),
    essentiality,
    paid: on.algebra.numberOf(essentiality) === 0 ? null : on.paidShare(order),
  };
};

/** Deals with a promise, in the order of the model's promises. */
export const promisesOf = ({ equities, debts }: Records): readonly (Equity | Debt)[] =>
  [...equities, ...debts].filter(isPromise);

/** Debts with a face, in the order of the model's loans. */
export const loansOf = ({ debts }: Records): readonly Debt[] =>
  debts.filter(({ faceUsd }) => faceUsd !== undefined);

export const dealFlows = <Q>(on: Facts<Q>, records: Records): DealFlows<Q> => {
  const { multiply } = on.algebra;
  const { orders, equities, firms, indexOf } = records;
  return {
    orders: new Map(orders.map((order) => [order.id, orderFlow(on, records, order)])),
    stakes: new Map(
      equities.flatMap((deal) => {
        const whole = wholeStake(on, deal, firms[indexOf.get(deal.issuer)!]!);
        return whole === undefined ? [] : [[deal.id, multiply(whole, on.paidShare(deal))] as const];
      }),
    ),
    promisesUsd: new Map(
      promisesOf(records).map((deal) => [deal.id, meanOverPeriod(on, promiseUsd(on, deal))]),
    ),
    loans: new Map(
      loansOf(records).map((deal) => [
        deal.id,
        {
          faceUsd: multiply(on.ofDeal(deal, 'faceUsd', deal.faceUsd!), on.paidShare(deal)),
          serviceUsd: meanOverPeriod(on, serviceUsd(on, deal)),
        },
      ]),
    ),
  };
};
