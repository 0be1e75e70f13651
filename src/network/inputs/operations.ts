import type { ChainedBoatsParameters } from '../../contagion/parameters.ts';
import type { Firm } from '../schema.ts';
import { yearOf } from './settings.ts';

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

/** The year that a firm's reported revenue speaks of. */
export const reportYear = (firm: Firm, asOf: string): number =>
  yearOf(firm.figuresOn?.revenueUsd ?? firm.asOf ?? asOf);

/**
 * Split what a firm reports in what comes from the web and what doesn't, so that no dollar counts twice.
 *
 * - Outside revenue X = reported revenue less the network orders that were in it, at least 0.
 * - Reported cost = revenue less operating income (income unknown: cost equals revenue). Network
 *   orders placed are in it, directly or as depreciation of what was bought, and come off.
 * - Revenue above the reported (new orders) costs the same share as before, less the new orders
 *   that the firm places itself.
 * - The variable part is `variableCostShare`, at most what the model's order allows
 *   (min of the recoveries times revenue).
 *
 * A firm that reports no revenue is seen through its network orders alone.
 */
export const operationsOf = (
  firm: Firm,
  sums: OrderSums,
  parameters: ChainedBoatsParameters,
): Operations => {
  const given = firm.model ?? {};
  const externalRevenueUsd =
    given.externalRevenueUsd ?? Math.max(0, (firm.revenueUsd ?? 0) - sums.receivedInReportUsd);
  const revenueUsd = externalRevenueUsd + sums.receivedUsd;
  const reportedUsd = firm.revenueUsd ?? 0;
  const costUsd = Math.max(0, reportedUsd - (firm.operatingIncomeUsd ?? 0));
  const costShare = reportedUsd > 0 ? Math.min(1, costUsd / reportedUsd) : 1;
  const reportedOtherUsd = Math.max(0, costUsd - sums.placedInReportUsd);
  const newRevenueUsd = Math.max(0, revenueUsd - reportedUsd);
  const newOrdersUsd = Math.max(0, sums.placedUsd - sums.placedInReportUsd);
  const newCostUsd = Math.max(0, costShare * newRevenueUsd - newOrdersUsd);
  const otherCostUsd = reportedOtherUsd + newCostUsd;

  const recovery = Math.min(
    given.ownRecovery ?? parameters.ownRecovery,
    given.receivableRecovery ?? parameters.receivableRecovery,
  );
  const variableCostUsd =
    given.variableCostUsd ??
    Math.min(otherCostUsd * parameters.variableCostShare, recovery * revenueUsd);
  const fixedCostUsd = given.fixedCostUsd ?? Math.max(0, otherCostUsd - variableCostUsd);
  return { externalRevenueUsd, fixedCostUsd, variableCostUsd };
};
