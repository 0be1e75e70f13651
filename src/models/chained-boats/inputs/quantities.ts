import type { Equity, Firm, Order } from '../../../data/schema.ts';
import {
  isPromise,
  outsideServiceUsd,
  promiseUsd,
  serviceUsd,
  wholeStake,
} from './capital-flow.ts';
import type { Facts } from './facts.ts';
import { operationsOf } from './operations.ts';
import { isAwaited, meanOverPeriod, orderUsd } from './order-flow.ts';
import type { Records } from './records.ts';
import { yearOf, yearsIn } from './settings.ts';

/** The numbers of `ModelInputs` as quantities of an algebra, in the same order. */
export interface InputQuantities<Q> {
  readonly externalRevenueUsd: readonly Q[];
  readonly fixedCostUsd: readonly Q[];
  readonly variableCostUsd: readonly Q[];
  readonly fundsUsd: readonly Q[];
  readonly reserveUsd: readonly Q[];
  readonly outsideServiceUsd: readonly Q[];
  readonly plannedFundingUsd: readonly Q[];
  /** Null where nobody knows the value. */
  readonly valueUsd: readonly (Q | null)[];
  readonly revenueElasticity: readonly Q[];
  readonly fundingElasticity: readonly Q[];
  readonly failureThreshold: readonly Q[];
  readonly failureCostUsd: readonly Q[];
  readonly ownRecovery: readonly Q[];
  readonly receivableRecovery: readonly Q[];
  readonly liquidShare: readonly Q[];
  readonly priceImpact: readonly Q[];
  readonly orders: {
    readonly usd: readonly Q[];
    readonly takeOrPay: readonly Q[];
    readonly essentiality: readonly Q[];
    /** Share of an essential order that is paid; null for every other one. */
    readonly paid: readonly (Q | null)[];
  };
  readonly stakes: { readonly stake: readonly Q[] };
  readonly promises: { readonly usd: readonly Q[] };
  readonly loans: { readonly faceUsd: readonly Q[]; readonly serviceUsd: readonly Q[] };
}

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

/** Equity deals whose stake the facts tell, with the whole stake. */
export const heldStakes = <Q>(
  on: Facts<Q>,
  { equities, firms, indexOf }: Records,
): readonly { readonly deal: Equity; readonly whole: Q }[] =>
  equities.flatMap((deal) => {
    const issuer = firms[indexOf.get(deal.issuer) ?? -1];
    const whole = issuer && wholeStake(on, deal, issuer);
    return whole === undefined ? [] : [{ deal, whole }];
  });

/** The stakes that count. Derived ones can add to more than an issuer has: then all of that issuer shrink alike. */
const stakesOf = <Q>(on: Facts<Q>, records: Records): readonly Q[] => {
  const { add, divide, max, multiply, one, zero } = on.algebra;
  const held = heldStakes(on, records).map(({ deal, whole }) => ({
    issuer: deal.issuer,
    stake: multiply(whole, on.paidShare(deal)),
  }));
  const totals = new Map<string, Q>();
  for (const { issuer, stake } of held) totals.set(issuer, add(totals.get(issuer) ?? zero, stake));
  return held.map(({ issuer, stake }) => divide(stake, max(one, totals.get(issuer)!, 1)));
};

const ofOrders = <Q>(
  on: Facts<Q>,
  { orders }: Records,
  dollars: readonly ((year: number) => Q)[],
): InputQuantities<Q>['orders'] => {
  const { zero } = on.algebra;
  const stated = (order: Order, field: 'takeOrPay' | 'essentiality'): Q => {
    const value = order[field];
    return value === undefined ? on.parameter(field) : on.ofDeal(order, field, value);
  };
  const essentiality = orders.map((order) =>
    isAwaited(order, on.settings) ? stated(order, 'essentiality') : zero,
  );
  return {
    usd: dollars.map((inYear) => meanOverPeriod(on, inYear)),
    takeOrPay: orders.map((order) => stated(order, 'takeOrPay')),
    essentiality,
    paid: orders.map((order, leg) =>
      on.algebra.valueOf(essentiality[leg]!) === 0 ? null : on.paidShare(order),
    ),
  };
};

type Choice =
  | 'revenueElasticity'
  | 'fundingElasticity'
  | 'failureThreshold'
  | 'ownRecovery'
  | 'receivableRecovery'
  | 'liquidShare';

/**
 * From records to the model's numbers: the one place where a deal's dollars become flows of a period and a
 * firm's reports become revenue, costs and funds. Every choice is a named parameter.
 *
 * Cash that nobody knows is assumed to be `unknownCash` of a year's revenue: a cushion that isn't counted
 * among the sources that close a gap.
 */
export const inputQuantities = <Q>(on: Facts<Q>, records: Records): InputQuantities<Q> => {
  const { parameter, settings, algebra } = on;
  const { add, divide, multiply, zero, sum, constant } = algebra;
  const { firms, debts } = records;
  const dollars = records.orders.map((order) => orderUsd(on, order));
  const orders = ofOrders(on, records, dollars);
  const years = constant(yearsIn(settings.time));
  const operations = firms.map((firm, i) => {
    const [received, placed] = [records.ordersReceived[i]!, records.ordersPlaced[i]!];
    const inReports = (legs: readonly number[], figure: 'revenueUsd' | 'operatingIncomeUsd'): Q =>
      sum(legs.map((leg) => inReport(on, records.orders[leg]!, dollars[leg]!, firm, figure)));
    const inPeriod = (legs: readonly number[]): Q => sum(legs.map((leg) => orders.usd[leg]!));
    const receivedUsd = inPeriod(received);
    const split = operationsOf(on, firm, {
      receivedInReportUsd: inReports(received, 'revenueUsd'),
      placedInReportUsd: inReports(placed, 'operatingIncomeUsd'),
      receivedUsd,
      placedUsd: inPeriod(placed),
    });
    return { ...split, revenueUsd: add(split.externalRevenueUsd, receivedUsd) };
  });
  const stated = (firm: Firm, field: 'cashUsd' | 'valueUsd'): Q | undefined => {
    const value = firm[field];
    return value === undefined ? undefined : on.ofFirm(firm, field, value);
  };
  const given = (
    firm: Firm,
    name: Choice | 'fundsUsd' | 'outsideFundingUsd' | 'failureCostUsd',
  ): Q | undefined => {
    const value = firm.model?.[name];
    return value === undefined ? undefined : on.ofFirm(firm, `model.${name}`, value);
  };
  const chosen = (name: Choice): Q[] => firms.map((firm) => given(firm, name) ?? parameter(name));
  const reserveUsd = (firm: Firm, revenueUsd: Q): Q =>
    firm.cashUsd !== undefined || firm.model?.fundsUsd !== undefined
      ? zero
      : divide(multiply(parameter('unknownCash'), revenueUsd), years);
  const valueUsd = firms.map((firm) => stated(firm, 'valueUsd') ?? null);
  const promised = [...records.equities, ...debts].filter(isPromise);
  const owed = debts.filter((deal) => deal.faceUsd !== undefined);
  return {
    externalRevenueUsd: operations.map(({ externalRevenueUsd }) => externalRevenueUsd),
    fixedCostUsd: operations.map(({ fixedCostUsd }) => fixedCostUsd),
    variableCostUsd: operations.map(({ variableCostUsd }) => variableCostUsd),
    fundsUsd: firms.map(
      (firm) => given(firm, 'fundsUsd') ?? divide(stated(firm, 'cashUsd') ?? zero, years),
    ),
    reserveUsd: firms.map((firm, i) => reserveUsd(firm, operations[i]!.revenueUsd)),
    outsideServiceUsd: firms.map((firm, i) =>
      outsideServiceUsd(
        on,
        firm,
        records.debtsOwed[i]!.map((place) => debts[place]!),
      ),
    ),
    plannedFundingUsd: firms.map((firm) => given(firm, 'outsideFundingUsd') ?? zero),
    valueUsd,
    revenueElasticity: chosen('revenueElasticity'),
    fundingElasticity: chosen('fundingElasticity'),
    failureThreshold: chosen('failureThreshold'),
    failureCostUsd: firms.map(
      (firm, i) =>
        given(firm, 'failureCostUsd') ??
        multiply(parameter('failureCostShare'), valueUsd[i] ?? zero),
    ),
    ownRecovery: chosen('ownRecovery'),
    receivableRecovery: chosen('receivableRecovery'),
    liquidShare: chosen('liquidShare'),
    priceImpact: firms.map(() => parameter('priceImpact')),
    orders,
    stakes: { stake: stakesOf(on, records) },
    promises: { usd: promised.map((deal) => meanOverPeriod(on, promiseUsd(on, deal))) },
    loans: {
      faceUsd: owed.map((deal) =>
        multiply(on.ofDeal(deal, 'faceUsd', deal.faceUsd!), on.paidShare(deal)),
      ),
      serviceUsd: owed.map((deal) => meanOverPeriod(on, serviceUsd(on, deal))),
    },
  };
};
