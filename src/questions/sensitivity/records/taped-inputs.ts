import type { Firm, Order } from '../../../data/schema.ts';
import { isPromise } from '../../../models/chained-boats/inputs/capital-flow.ts';
import { isAwaited } from '../../../models/chained-boats/inputs/order-flow.ts';
import { yearOf, yearsIn } from '../../../models/chained-boats/inputs/settings.ts';
import type { TapedInputs } from '../../../models/chained-boats/taped/inputs.ts';
import type { Node } from '../../../numerics/program/tape.ts';
import type { FirmField } from '../input-schema.ts';
import {
  tapedOutsideService,
  tapedPromiseInYear,
  tapedServiceInYear,
  tapedStakes,
} from './capital-dollars.ts';
import { tapedOperations } from './operations.ts';
import { tapedMean, tapedOrderUsdInYear } from './order-dollars.ts';
import type { TapedRecords } from './taped-records.ts';

/** `inReportUsd` on a tape. */
const inReport = (
  on: TapedRecords,
  order: Order,
  firm: Firm,
  figure: 'revenueUsd' | 'operatingIncomeUsd',
): Node => {
  const day = firm.figuresOn?.[figure] ?? firm.asOf ?? on.settings.asOf;
  const stood = order.announcedOn === undefined || order.announcedOn <= day;
  return stood ? tapedOrderUsdInYear(on, order, yearOf(day)) : on.tape.zero;
};

const tapedOrders = (on: TapedRecords): TapedInputs['orders'] => {
  const { records, settings, parameter, tape } = on;
  const essentiality = records.orders.map((order) => {
    if (!isAwaited(order, settings)) return tape.zero;
    return order.essentiality === undefined
      ? parameter('essentiality')
      : on.ofDeal(order, 'essentiality', order.essentiality);
  });
  return {
    usd: records.orders.map((order) =>
      tapedMean(on, (year) => tapedOrderUsdInYear(on, order, year)),
    ),
    takeOrPay: records.orders.map((order) =>
      order.takeOrPay === undefined
        ? parameter('takeOrPay')
        : on.ofDeal(order, 'takeOrPay', order.takeOrPay),
    ),
    essentiality,
    paid: records.orders.map((order, leg) =>
      tape.value[essentiality[leg]!] === 0 ? null : on.paidShare(order),
    ),
  };
};

type Choice = 'revenueElasticity' | 'fundingElasticity' | 'failureThreshold' | 'liquidShare';

/**
 * `deriveInputs` on a tape: every input of the model with its slopes in every figure of the records
 * and every parameter. The order of firms and legs is the same.
 */
export const tapedInputs = (on: TapedRecords): TapedInputs => {
  const { tape, records, settings, parameter } = on;
  const { add, divide, multiply, zero, sum } = tape;
  const orders = tapedOrders(on);
  const years = tape.constant(yearsIn(settings.time));
  const firms = records.firms.map((firm) => {
    const received = [...records.orders.keys()].filter(
      (leg) => records.orders[leg]!.supplier === firm.id,
    );
    const placed = [...records.orders.keys()].filter(
      (leg) => records.orders[leg]!.customer === firm.id,
    );
    const receivedUsd = sum(received.map((leg) => orders.usd[leg]!));
    const operations = tapedOperations(on, firm, {
      receivedInReportUsd: sum(
        received.map((leg) => inReport(on, records.orders[leg]!, firm, 'revenueUsd')),
      ),
      placedInReportUsd: sum(
        placed.map((leg) => inReport(on, records.orders[leg]!, firm, 'operatingIncomeUsd')),
      ),
      receivedUsd,
      placedUsd: sum(placed.map((leg) => orders.usd[leg]!)),
    });
    return { firm, revenueUsd: add(operations.externalRevenueUsd, receivedUsd), operations };
  });
  const perFirm = (node: (one: (typeof firms)[number]) => Node): Node[] => firms.map(node);
  const stated = (firm: Firm, field: FirmField, value: number | undefined): Node | undefined =>
    value === undefined ? undefined : on.ofFirm(firm, field, value);
  const chosen = (name: Choice): Node[] =>
    perFirm(({ firm }) => stated(firm, `model.${name}`, firm.model?.[name]) ?? parameter(name));
  const valueUsd = firms.map(({ firm }) => stated(firm, 'valueUsd', firm.valueUsd) ?? null);
  const promised = [...records.equities, ...records.debts].filter(isPromise);
  const owed = records.debts.filter((deal) => deal.faceUsd !== undefined);
  return {
    externalRevenueUsd: perFirm(({ operations }) => operations.externalRevenueUsd),
    fixedCostUsd: perFirm(({ operations }) => operations.fixedCostUsd),
    variableCostUsd: perFirm(({ operations }) => operations.variableCostUsd),
    ownRecovery: perFirm(({ operations }) => operations.ownRecovery),
    receivableRecovery: perFirm(({ operations }) => operations.receivableRecovery),
    fundsUsd: perFirm(
      ({ firm }) =>
        stated(firm, 'model.fundsUsd', firm.model?.fundsUsd) ??
        divide(stated(firm, 'cashUsd', firm.cashUsd) ?? zero, years),
    ),
    reserveUsd: perFirm(({ firm, revenueUsd }) =>
      firm.cashUsd !== undefined || firm.model?.fundsUsd !== undefined
        ? zero
        : divide(multiply(parameter('unknownCash'), revenueUsd), years),
    ),
    outsideServiceUsd: perFirm(({ firm }) => tapedOutsideService(on, firm)),
    plannedFundingUsd: perFirm(
      ({ firm }) => stated(firm, 'model.outsideFundingUsd', firm.model?.outsideFundingUsd) ?? zero,
    ),
    valueUsd,
    revenueElasticity: chosen('revenueElasticity'),
    fundingElasticity: chosen('fundingElasticity'),
    failureThreshold: chosen('failureThreshold'),
    liquidShare: chosen('liquidShare'),
    failureCostUsd: firms.map(
      ({ firm }, i) =>
        stated(firm, 'model.failureCostUsd', firm.model?.failureCostUsd) ??
        multiply(parameter('failureCostShare'), valueUsd[i] ?? zero),
    ),
    priceImpact: perFirm(() => parameter('priceImpact')),
    orders,
    stakes: { stake: tapedStakes(on) },
    promises: {
      usd: promised.map((deal) => tapedMean(on, (year) => tapedPromiseInYear(on, deal, year))),
    },
    loans: {
      faceUsd: owed.map((deal) =>
        multiply(on.ofDeal(deal, 'faceUsd', deal.faceUsd!), on.paidShare(deal)),
      ),
      serviceUsd: owed.map((deal) => tapedMean(on, (year) => tapedServiceInYear(on, deal, year))),
    },
  };
};
