import { yearOf } from '../../../data/order-term.ts';
import type { Debt, Equity, Firm } from '../../../data/schema.ts';
import { type Facts, floatFacts, type StatedFacts, statedFloats } from './facts.ts';
import type { DerivationSettings } from './settings.ts';

/** Money that is due and not yet paid. */
export const isPromise = (deal: Equity | Debt): boolean =>
  deal.commitmentUsd !== undefined && !deal.contingent;

/** What no year of the period asks for is no figure of the result: made when first asked for, and once. */
const once = <Q>(make: () => Q): (() => Q) => {
  let made: Q | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** First year that counts: what is due before the as-of year falls in that year. */
const startOf = (deal: Equity | Debt, { asOf }: DerivationSettings): number =>
  Math.max(deal.startYear ?? yearOf(asOf), yearOf(asOf));

/**
 * Dollars of a promise (equity tranche, undrawn credit) paid in a year: spread evenly over its
 * years, the end not counted; what is due before the as-of year and still unpaid falls in that year.
 * Without an end it is paid within its first year.
 */
export const promiseUsd = <Q>(on: Facts<Q>, deal: Equity | Debt): ((year: number) => Q) => {
  const { zero, constant, divide, multiply } = on.algebra;
  if (deal.commitmentUsd === undefined || deal.contingent) return () => zero;
  const start = startOf(deal, on.settings);
  const end = Math.max(deal.endYear ?? start + 1, start + 1);
  const usd = deal.commitmentUsd;
  const perYear = once(() =>
    divide(
      multiply(on.ofDeal(deal, 'commitmentUsd', usd), on.paidShare(deal)),
      constant(end - start),
    ),
  );
  return (year) => (year < start || year >= end ? zero : perYear());
};

/** `promiseUsd` in one year as a plain number. */
export const promiseUsdInYear = (
  deal: Equity | Debt,
  year: number,
  settings: DerivationSettings,
): number => promiseUsd(floatFacts(settings), deal)(year);

/**
 * Interest and even repayment of a debt in a year, or the service that the record states. Debt of
 * unknown term is repaid over `repaymentYears`; a guarantee has no service.
 */
export const serviceUsd = <Q>(on: Facts<Q>, deal: Debt): ((year: number) => Q) => {
  const { zero, one, constant, add, subtract, multiply, divide, max } = on.algebra;
  if (deal.contingent || deal.faceUsd === undefined) return () => zero;
  const start = startOf(deal, on.settings);
  const least = constant(start + 1);
  const end =
    deal.endYear === undefined
      ? max(add(constant(start), on.parameter('repaymentYears')), least, 1)
      : constant(Math.max(deal.endYear, start + 1));
  const service = (): Q => {
    if (deal.servicePerYearUsd !== undefined) {
      return on.ofDeal(deal, 'servicePerYearUsd', deal.servicePerYearUsd);
    }
    const rate = add(on.parameter('interestRate'), divide(one, subtract(end, constant(start))));
    return multiply(on.ofDeal(deal, 'faceUsd', deal.faceUsd!), rate);
  };
  const perYear = once(() => multiply(service(), on.paidShare(deal)));
  return (year) => (year < start || year >= on.algebra.numberOf(end) ? zero : perYear());
};

/**
 * Yearly service of the debt that isn't among the deals (reported debt less the deals' faces):
 * interest alone, since a firm's debt at large is rolled over as it falls due.
 *
 * @param owed  the firm's debts among the deals
 */
export const outsideServiceUsd = <Q>(on: Facts<Q>, firm: Firm, owed: Iterable<Debt>): Q => {
  const { zero, max, multiply, subtract, sum } = on.algebra;
  const stated = firm.model?.outsideDebtServiceUsd;
  if (stated !== undefined) return on.ofFirm(firm, 'model.outsideDebtServiceUsd', stated);
  if (firm.debtUsd === undefined) return zero;
  const faces = Array.from(owed).flatMap((deal) =>
    deal.contingent || deal.faceUsd === undefined
      ? []
      : [multiply(on.ofDeal(deal, 'faceUsd', deal.faceUsd), on.part(deal))],
  );
  const reported = on.ofFirm(firm, 'debtUsd', firm.debtUsd);
  return multiply(max(zero, subtract(reported, sum(faces))), on.parameter('interestRate'));
};

/**
 * The whole stake that a holding stands for: as stated; else its stated worth, else the cash put in, over
 * the issuer's value, at most 1. Undefined where the facts don't say.
 */
export const wholeStake = <Q>(on: StatedFacts<Q>, deal: Equity, issuer: Firm): Q | undefined => {
  const { divide, min, one } = on.algebra;
  if (deal.stake !== undefined) return on.ofDeal(deal, 'stake', deal.stake);
  const field = deal.valueUsd === undefined ? 'paidUsd' : 'valueUsd';
  const worth = deal[field];
  if (worth === undefined || !issuer.valueUsd) return undefined;
  const value = on.ofFirm(issuer, 'valueUsd', issuer.valueUsd);
  return min(one, divide(on.ofDeal(deal, field, worth), value), 1);
};

/** `wholeStake` as a plain number, and whether it was worked out from worth. */
export const stakeOf = (
  deal: Equity,
  issuer: Firm,
): { readonly stake: number; readonly derived: boolean } | undefined => {
  const stake = wholeStake(statedFloats, deal, issuer);
  return stake === undefined ? undefined : { stake, derived: deal.stake === undefined };
};
