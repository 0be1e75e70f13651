import type { Debt, Equity, Firm } from '../../../data/schema.ts';
import { type DerivationSettings, weightOf, yearOf } from './settings.ts';

/** Money that is due and not yet paid. */
export const isPromise = (deal: Equity | Debt): boolean =>
  deal.commitmentUsd !== undefined && !deal.contingent;

/**
 * Dollars of a promise (equity tranche, undrawn credit) paid in a year: spread evenly over its
 * years, the end not counted; what is due before the as-of year and still unpaid falls in that year.
 * Without an end it is paid within its first year.
 */
export const promiseUsdInYear = (
  deal: Equity | Debt,
  year: number,
  settings: DerivationSettings,
): number => {
  if (deal.commitmentUsd === undefined || deal.contingent) return 0;
  const asOfYear = yearOf(settings.asOf);
  const start = Math.max(deal.startYear ?? asOfYear, asOfYear);
  const end = Math.max(deal.endYear ?? start + 1, start + 1);
  if (year < start || year >= end) return 0;
  return (deal.commitmentUsd * weightOf(deal.status, settings)) / (end - start);
};

/**
 * Interest and even repayment of a debt in a year, or the service that the record states. Debt of
 * unknown term is repaid over `repaymentYears`; a guarantee has no service.
 */
export const serviceUsdInYear = (
  deal: Debt,
  year: number,
  settings: DerivationSettings,
): number => {
  if (deal.contingent || deal.faceUsd === undefined) return 0;
  const asOfYear = yearOf(settings.asOf);
  const { interestRate, repaymentYears } = settings.parameters;
  const start = Math.max(deal.startYear ?? asOfYear, asOfYear);
  const end = Math.max(deal.endYear ?? start + repaymentYears, start + 1);
  if (year < start || year >= end) return 0;
  const service = deal.servicePerYearUsd ?? deal.faceUsd * (interestRate + 1 / (end - start));
  return service * weightOf(deal.status, settings);
};

/**
 * Yearly service of the debt that isn't among the deals (reported debt less the deals' faces):
 * interest alone, since a firm's debt at large is rolled over as it falls due.
 */
export const outsideServiceUsd = (
  firm: Firm,
  faceInDealsUsd: number,
  settings: DerivationSettings,
): number => Math.max(0, (firm.debtUsd ?? 0) - faceInDealsUsd) * settings.parameters.interestRate;

/**
 * The stake that a holding stands for: as stated; else its stated worth, else the cash put in, over
 * the issuer's value. Undefined where the facts don't say.
 */
export const stakeOf = (
  deal: Equity,
  issuer: Firm,
): { readonly stake: number; readonly derived: boolean } | undefined => {
  if (deal.stake !== undefined) return { stake: deal.stake, derived: false };
  const worth = deal.valueUsd ?? deal.paidUsd;
  if (worth === undefined || !issuer.valueUsd) return undefined;
  return { stake: Math.min(1, worth / issuer.valueUsd), derived: true };
};
