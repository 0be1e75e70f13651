import type { Firm } from '../../../data/schema.ts';
import type { Node } from '../../../numerics/program/tape.ts';
import type { TapedRecords } from './taped-records.ts';

/** `OrderSums` on a tape. */
export interface TapedSums {
  readonly receivedInReportUsd: Node;
  readonly placedInReportUsd: Node;
  readonly receivedUsd: Node;
  readonly placedUsd: Node;
}

/** `operationsOf` on a tape: the same split, with the slope of each part in each figure. */
export const tapedOperations = (on: TapedRecords, firm: Firm, sums: TapedSums) => {
  const { tape, parameter } = on;
  const { add, subtract, multiply, divide, zero, one } = tape;
  const given = firm.model ?? {};
  const reported =
    firm.revenueUsd === undefined ? zero : on.ofFirm(firm, 'revenueUsd', firm.revenueUsd);
  const atLeastZero = (usd: Node): Node => tape.max(zero, usd, Math.max(tape.value[reported]!, 1));
  const external =
    given.externalRevenueUsd === undefined
      ? atLeastZero(subtract(reported, sums.receivedInReportUsd))
      : on.ofFirm(firm, 'model.externalRevenueUsd', given.externalRevenueUsd);
  const revenue = add(external, sums.receivedUsd);
  const income =
    firm.operatingIncomeUsd === undefined
      ? multiply(parameter('unknownMargin'), reported)
      : on.ofFirm(firm, 'operatingIncomeUsd', firm.operatingIncomeUsd);
  const cost = atLeastZero(subtract(reported, income));
  const costShare =
    tape.value[reported]! > 0
      ? tape.min(one, divide(cost, reported), 1)
      : subtract(one, parameter('unknownMargin'));
  const reportedOther = atLeastZero(subtract(cost, sums.placedInReportUsd));
  const newRevenue = atLeastZero(subtract(revenue, reported));
  const newOrders = atLeastZero(subtract(sums.placedUsd, sums.placedInReportUsd));
  const newCost = atLeastZero(subtract(multiply(costShare, newRevenue), newOrders));
  const ownRecovery =
    given.ownRecovery === undefined
      ? parameter('ownRecovery')
      : on.ofFirm(firm, 'model.ownRecovery', given.ownRecovery);
  const receivableRecovery =
    given.receivableRecovery === undefined
      ? parameter('receivableRecovery')
      : on.ofFirm(firm, 'model.receivableRecovery', given.receivableRecovery);
  const recovery = tape.min(ownRecovery, receivableRecovery, 1);
  const variable =
    given.variableCostUsd === undefined
      ? tape.min(
          add(multiply(reportedOther, parameter('variableCostShare')), newCost),
          multiply(recovery, revenue),
        )
      : on.ofFirm(firm, 'model.variableCostUsd', given.variableCostUsd);
  const fixed =
    given.fixedCostUsd === undefined
      ? atLeastZero(subtract(add(reportedOther, newCost), variable))
      : on.ofFirm(firm, 'model.fixedCostUsd', given.fixedCostUsd);
  return {
    externalRevenueUsd: external,
    variableCostUsd: variable,
    fixedCostUsd: fixed,
    ownRecovery,
    receivableRecovery,
  };
};
