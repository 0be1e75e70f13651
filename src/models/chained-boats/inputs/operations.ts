import type { Firm } from '../../../data/schema.ts';
import type { ChainedBoatsParameters } from '../parameters.ts';

/** Dollars of network orders that a firm receives or places: in its reported year, and per period. */
export interface OrderSums {
  readonly receivedInReportUsd: number;
  readonly placedInReportUsd: number;
  readonly receivedUsd: number;
  readonly placedUsd: number;
}

export interface Operations {
  readonly externalRevenueUsd: number;
  readonly fixedCostUsd: number;
  readonly variableCostUsd: number;
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
export const operationsOf = (
  firm: Firm,
  sums: OrderSums,
  parameters: ChainedBoatsParameters,
): Operations => {
  const given = firm.model ?? {};
  const reportedUsd = firm.revenueUsd ?? 0;
  const externalRevenueUsd =
    given.externalRevenueUsd ?? Math.max(0, reportedUsd - sums.receivedInReportUsd);
  const revenueUsd = externalRevenueUsd + sums.receivedUsd;
  const incomeUsd = firm.operatingIncomeUsd ?? parameters.unknownMargin * reportedUsd;
  const costUsd = Math.max(0, reportedUsd - incomeUsd);
  const costShare =
    reportedUsd > 0 ? Math.min(1, costUsd / reportedUsd) : 1 - parameters.unknownMargin;
  const reportedOtherUsd = Math.max(0, costUsd - sums.placedInReportUsd);
  const newRevenueUsd = Math.max(0, revenueUsd - reportedUsd);
  const newOrdersUsd = Math.max(0, sums.placedUsd - sums.placedInReportUsd);
  const newCostUsd = Math.max(0, costShare * newRevenueUsd - newOrdersUsd);

  const recovery = Math.min(
    given.ownRecovery ?? parameters.ownRecovery,
    given.receivableRecovery ?? parameters.receivableRecovery,
  );
  const variableCostUsd =
    given.variableCostUsd ??
    Math.min(reportedOtherUsd * parameters.variableCostShare + newCostUsd, recovery * revenueUsd);
  const fixedCostUsd =
    given.fixedCostUsd ?? Math.max(0, reportedOtherUsd + newCostUsd - variableCostUsd);
  return { externalRevenueUsd, fixedCostUsd, variableCostUsd };
};
