import type { Equity, Firm } from '../../../data/schema.ts';
import { yearsIn } from '../../../scenario/period.ts';
import { outsideServiceUsd } from './capital-flow.ts';
import { type DealFlows, dealFlows, loansOf, promisesOf } from './deal-flows.ts';
import type { Facts } from './facts.ts';
import { operationsOf } from './operations.ts';
import type { Records } from './records.ts';

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

/** Equity deals whose stake the facts tell, in the order of the model's stakes. */
export const heldOf = ({ equities }: Records, { stakes }: DealFlows<unknown>): readonly Equity[] =>
  equities.filter(({ id }) => stakes.has(id));

/** What is left of the stakes. Derived ones can add to more than an issuer has: then all of that issuer shrink alike. */
const withinWhole = <Q>(
  { algebra, part }: Facts<Q>,
  records: Records,
  flows: DealFlows<Q>,
): readonly Q[] => {
  const { add, divide, max, multiply, one, zero } = algebra;
  const held = heldOf(records, flows).map((deal) => ({
    issuer: deal.issuer,
    stake: multiply(flows.stakes.get(deal.id)!, part(deal)),
  }));
  const totals = new Map<string, Q>();
  for (const { issuer, stake } of held) totals.set(issuer, add(totals.get(issuer) ?? zero, stake));
  return held.map(({ issuer, stake }) => divide(stake, max(one, totals.get(issuer)!, 1)));
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
export const inputQuantities = <Q>(
  on: Facts<Q>,
  records: Records,
  flows: DealFlows<Q> = dealFlows(on, records),
): InputQuantities<Q> => {
  const { parameter, settings, algebra, part } = on;
  const { add, divide, multiply, zero, sum, constant } = algebra;
  const { firms, debts } = records;
  const left = records.orders.map((order) => {
    const [flow, share] = [flows.orders.get(order.id)!, part(order)];
    return {
      ...flow,
      usd: multiply(flow.usd, share),
      receivedInReportUsd: multiply(flow.receivedInReportUsd, share),
      placedInReportUsd: multiply(flow.placedInReportUsd, share),
    };
  });
  const years = constant(yearsIn(settings.time));
  const operations = firms.map((firm, i) => {
    const received = records.ordersReceived[i]!.map((leg) => left[leg]!);
    const placed = records.ordersPlaced[i]!.map((leg) => left[leg]!);
    const receivedUsd = sum(received.map(({ usd }) => usd));
    const split = operationsOf(on, firm, {
      receivedInReportUsd: sum(received.map(({ receivedInReportUsd: usd }) => usd)),
      placedInReportUsd: sum(placed.map(({ placedInReportUsd: usd }) => usd)),
      receivedUsd,
      placedUsd: sum(placed.map(({ usd }) => usd)),
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
  const loans = loansOf(records).map((deal) => ({
    ...flows.loans.get(deal.id)!,
    share: part(deal),
  }));
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
    orders: {
      usd: left.map(({ usd }) => usd),
      takeOrPay: left.map(({ takeOrPay }) => takeOrPay),
      essentiality: left.map(({ essentiality }) => essentiality),
      paid: left.map(({ paid }) => paid),
    },
    stakes: { stake: withinWhole(on, records, flows) },
    promises: {
      usd: promisesOf(records).map((deal) => multiply(flows.promisesUsd.get(deal.id)!, part(deal))),
    },
    loans: {
      faceUsd: loans.map(({ faceUsd, share }) => multiply(faceUsd, share)),
      serviceUsd: loans.map(({ serviceUsd, share }) => multiply(serviceUsd, share)),
    },
  };
};
