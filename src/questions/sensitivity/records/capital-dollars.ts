import type { Debt, Equity, Firm } from '../../../data/schema.ts';
import { yearOf } from '../../../models/chained-boats/inputs/settings.ts';
import type { Node } from '../../../numerics/program/tape.ts';
import type { TapedRecords } from './taped-records.ts';

/** `promiseUsdInYear` on a tape. */
export const tapedPromiseInYear = (on: TapedRecords, deal: Equity | Debt, year: number): Node => {
  const { tape, settings } = on;
  if (deal.commitmentUsd === undefined || deal.contingent) return tape.zero;
  const asOfYear = yearOf(settings.asOf);
  const start = Math.max(deal.startYear ?? asOfYear, asOfYear);
  const end = Math.max(deal.endYear ?? start + 1, start + 1);
  if (year < start || year >= end) return tape.zero;
  const usd = on.ofDeal(deal, 'commitmentUsd', deal.commitmentUsd);
  return tape.divide(tape.multiply(usd, on.paidShare(deal)), tape.constant(end - start));
};

/** `serviceUsdInYear` on a tape. */
export const tapedServiceInYear = (on: TapedRecords, deal: Debt, year: number): Node => {
  const { tape, settings } = on;
  const { add, divide, multiply, constant, max, one } = tape;
  if (deal.contingent || deal.faceUsd === undefined) return tape.zero;
  const asOfYear = yearOf(settings.asOf);
  const start = Math.max(deal.startYear ?? asOfYear, asOfYear);
  const open = deal.endYear === undefined;
  const term = open
    ? max(on.parameter('repaymentYears'), one, 1)
    : constant(Math.max(deal.endYear!, start + 1) - start);
  if (year < start || year >= start + tape.value[term]!) return tape.zero;
  const share = on.paidShare(deal);
  if (deal.servicePerYearUsd !== undefined) {
    return multiply(on.ofDeal(deal, 'servicePerYearUsd', deal.servicePerYearUsd), share);
  }
  const rate = add(on.parameter('interestRate'), divide(one, term));
  return multiply(multiply(on.ofDeal(deal, 'faceUsd', deal.faceUsd), rate), share);
};

/** Service of a firm's debt that isn't among the deals, on a tape. */
export const tapedOutsideService = (on: TapedRecords, firm: Firm): Node => {
  const { tape, records } = on;
  const stated = firm.model?.outsideDebtServiceUsd;
  if (stated !== undefined) return on.ofFirm(firm, 'model.outsideDebtServiceUsd', stated);
  if (firm.debtUsd === undefined) return tape.zero;
  const inDeals = records.debts.flatMap((deal) =>
    deal.borrower === firm.id && !deal.contingent && deal.faceUsd !== undefined
      ? [on.ofDeal(deal, 'faceUsd', deal.faceUsd)]
      : [],
  );
  const debt = on.ofFirm(firm, 'debtUsd', firm.debtUsd);
  const outside = tape.max(tape.zero, tape.subtract(debt, tape.sum(inDeals)));
  return tape.multiply(outside, on.parameter('interestRate'));
};

/** `stakeOf` on a tape; undefined where the facts don't say. */
const tapedStakeOf = (on: TapedRecords, deal: Equity, issuer: Firm): Node | undefined => {
  const { tape } = on;
  if (deal.stake !== undefined) return on.ofDeal(deal, 'stake', deal.stake);
  const field = deal.valueUsd === undefined ? 'paidUsd' : 'valueUsd';
  const worth = deal[field];
  if (worth === undefined || !issuer.valueUsd) return undefined;
  const value = on.ofFirm(issuer, 'valueUsd', issuer.valueUsd);
  return tape.min(tape.one, tape.divide(on.ofDeal(deal, field, worth), value), 1);
};

/** The stakes of `stakeLegs` on a tape, in the same order. */
export const tapedStakes = (on: TapedRecords): readonly Node[] => {
  const { tape, records } = on;
  const held = records.equities.flatMap((deal) => {
    const issuer = records.firms[records.indexOf.get(deal.issuer) ?? -1];
    const known = issuer && tapedStakeOf(on, deal, issuer);
    return known ? [{ deal, stake: tape.multiply(known, on.paidShare(deal)) }] : [];
  });
  const totals = new Map<string, Node>();
  for (const { deal, stake } of held) {
    totals.set(deal.issuer, tape.add(totals.get(deal.issuer) ?? tape.zero, stake));
  }
  return held.map(({ deal, stake }) =>
    tape.divide(stake, tape.max(tape.one, totals.get(deal.issuer)!, 1)),
  );
};
