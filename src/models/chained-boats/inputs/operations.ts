import type { Firm } from '../../../data/schema.ts';
import type { Facts } from './facts.ts';

/** Dollars of network orders that a firm receives or places: in its reported year, and per period. */
export interface OrderSums<Q> {
  readonly receivedInReportUsd: Q;
  readonly placedInReportUsd: Q;
  readonly receivedUsd: Q;
  readonly placedUsd: Q;
}

export interface Operations<Q> {
  readonly externalRevenueUsd: Q;
  readonly fixedCostUsd: Q;
  readonly variableCostUsd: Q;
}

/**
 * Split what a firm reports in what comes from the web and what doesn't, so that no dollar counts twice.
 *
 * - Outside revenue X = reported revenue less the network orders that were in it, at least 0.
 * - Reported cost = revenue less operating income (`unknownMargin` of revenue where that isn't
 *   known). Network orders placed are in it, directly or as depreciation of what was bought, and
 *   come off; `variableCostShare` of the rest varies with activity.
 * - Revenue above the reported (new orders) costs the same share as before, less the new orders that
 *   the firm places itself. That cost is variable: it isn't spent if the orders don't come.
 * - Variable cost is at most what the model's order allows: min of the recoveries times revenue.
 *
 * A firm that reports no revenue is seen through its network orders alone.
 */
export const operationsOf = <Q>(on: Facts<Q>, firm: Firm, sums: OrderSums<Q>): Operations<Q> => {
  const { algebra, parameter } = on;
  const { add, subtract, multiply, divide, min, max, zero, one } = algebra;
  const given = firm.model ?? {};
  const reported =
    firm.revenueUsd === undefined ? zero : on.ofFirm(firm, 'revenueUsd', firm.revenueUsd);
  const yardstick = Math.max(algebra.numberOf(reported), 1);
  const atLeastZero = (usd: Q): Q => max(zero, usd, yardstick);
  const stated = (
    name: 'externalRevenueUsd' | 'variableCostUsd' | 'fixedCostUsd' | Recovery,
    otherwise: () => Q,
  ): Q => {
    const value = given[name];
    return value === undefined ? otherwise() : on.ofFirm(firm, `model.${name}`, value);
  };
  const recoveryOf = (name: Recovery): Q => stated(name, () => parameter(name));

  const external = stated('externalRevenueUsd', () =>
    atLeastZero(subtract(reported, sums.receivedInReportUsd)),
  );
  const revenue = add(external, sums.receivedUsd);
  const income =
    firm.operatingIncomeUsd === undefined
      ? multiply(parameter('unknownMargin'), reported)
      : on.ofFirm(firm, 'operatingIncomeUsd', firm.operatingIncomeUsd);
  const cost = atLeastZero(subtract(reported, income));
  const costShare =
    algebra.numberOf(reported) > 0
      ? min(one, divide(cost, reported), 1)
      : subtract(one, parameter('unknownMargin'));
  const reportedOther = atLeastZero(subtract(cost, sums.placedInReportUsd));
  const newRevenue = atLeastZero(subtract(revenue, reported));
  const newOrders = atLeastZero(subtract(sums.placedUsd, sums.placedInReportUsd));
  const newCost = atLeastZero(subtract(multiply(costShare, newRevenue), newOrders));

  const recovery = min(recoveryOf('ownRecovery'), recoveryOf('receivableRecovery'), 1);
  const variable = stated('variableCostUsd', () =>
    min(
      add(multiply(reportedOther, parameter('variableCostShare')), newCost),
      multiply(recovery, revenue),
    ),
  );
  const fixed = stated('fixedCostUsd', () =>
    atLeastZero(subtract(add(reportedOther, newCost), variable)),
  );
  return { externalRevenueUsd: external, fixedCostUsd: fixed, variableCostUsd: variable };
};

type Recovery = 'ownRecovery' | 'receivableRecovery';
