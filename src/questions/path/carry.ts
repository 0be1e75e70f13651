import { loanUnpaid } from '../../models/chained-boats/equations.ts';
import type { ShockArrays } from '../../models/chained-boats/shocks.ts';
import type { State } from '../../models/chained-boats/state.ts';
import { calmState } from '../../models/chained-boats/state.ts';
import { roundOf } from '../../models/chained-boats/step.ts';
import type { Web } from '../../models/chained-boats/web.ts';
import type { PathAccount } from './path-schema.ts';

/** What a shocked year hands to the next, as differences from the plan: all zero without a shock. */
export interface Carry {
  /** Cash that the plan has and the firm has not; below 0 where late debt service came in. */
  readonly missingCashUsd: Float64Array;
  readonly missingReserveUsd: Float64Array;
  /** Share of a firm's sellable stakes that it has sold. */
  readonly soldShare: Float64Array;
  /** Share of its starting value that a firm has lost. */
  readonly lostShare: Float64Array;
  readonly failed: Uint8Array;
  /** Service unpaid so far: per loan of the web, and per firm to lenders outside. */
  readonly arrearsUsd: Float64Array;
  readonly outsideArrearsUsd: Float64Array;
}

export const calmCarry = ({ size, loans }: Web): Carry => ({
  missingCashUsd: new Float64Array(size),
  missingReserveUsd: new Float64Array(size),
  soldShare: new Float64Array(size),
  lostShare: new Float64Array(size),
  failed: new Uint8Array(size),
  arrearsUsd: new Float64Array(loans.deal.length),
  outsideArrearsUsd: new Float64Array(size),
});

/** What a firm's stakes in firms of the web are worth, dollars, when those have lost `lossUsd`. */
export const stakesWorthUsd = (web: Web, lossUsd?: Float64Array): Float64Array => {
  const worth = new Float64Array(web.size);
  const { holder, issuer, stake, contingent } = web.stakes;
  for (let leg = 0; leg < holder.length; leg++) {
    if (contingent[leg]) continue;
    const firm = issuer[leg]!;
    worth[holder[leg]!]! += stake[leg]! * (web.startValueUsd[firm]! - (lossUsd?.[firm] ?? 0));
  }
  return worth;
};

/**
 * The plan's web of a year as the firms meet it after earlier shocked years: less cash, cushion and
 * stakes to sell, more debt service due. The baseline stays the plan's, so that what is missing is
 * missing from the means of this year and no outside money makes up for it.
 */
export const webAfter = (plan: Web, carry: Carry): Web => {
  const { loans, tiers } = plan;
  const dueUsd = carry.outsideArrearsUsd.slice();
  const awaitedUsd = new Float64Array(plan.size);
  carry.arrearsUsd.forEach((usd, leg) => {
    dueUsd[loans.borrower[leg]!]! += usd;
    awaitedUsd[loans.lender[leg]!]! += usd;
  });
  const liquidShare = plan.liquidShare.map((share, i) => share * (1 - carry.soldShare[i]!));
  const stakes = stakesWorthUsd(plan);
  const soldUsd = liquidShare.map((share, i) => (plan.liquidShare[i]! - share) * stakes[i]!);
  return {
    ...plan,
    fundsUsd: plan.fundsUsd.map((usd, i) => usd - carry.missingCashUsd[i]!),
    reserveUsd: plan.reserveUsd.map((usd, i) => usd - carry.missingReserveUsd[i]!),
    outsideServiceUsd: plan.outsideServiceUsd.map((usd, i) => usd + carry.outsideArrearsUsd[i]!),
    liquidShare,
    loans: {
      ...loans,
      serviceUsd: loans.serviceUsd.map((usd, leg) => usd + carry.arrearsUsd[leg]!),
    },
    tiers: { ...tiers, debtUsd: tiers.debtUsd.map((usd, i) => usd + dueUsd[i]!) },
    usesUsd: plan.usesUsd.map((usd, i) => usd + dueUsd[i]!),
    receiptsUsd: plan.receiptsUsd.map((usd, i) => usd + awaitedUsd[i]! - soldUsd[i]!),
    slackUsd: plan.slackUsd.map(
      (usd, i) =>
        usd -
        carry.missingCashUsd[i]! -
        carry.missingReserveUsd[i]! -
        soldUsd[i]! -
        dueUsd[i]! +
        awaitedUsd[i]!,
    ),
  };
};

/** Where a year starts: the value that is lost stays lost. */
export const startState = (web: Web, { lostShare }: Carry): State => {
  const state = calmState(web.size);
  lostShare.forEach((share, i) => {
    state.valueLossUsd[i] = share * Math.max(0, web.startValueUsd[i]!);
  });
  return state;
};

/** What the next year finds after this one. */
export const carryOn = (
  web: Web,
  shocks: ShockArrays,
  state: State,
  carry: Carry,
  accounts: readonly PathAccount[],
  planned: readonly PathAccount[],
): Carry => {
  const stakes = stakesWorthUsd(web, state.valueLossUsd);
  const round = roundOf(web, shocks, state);
  const perFirm = (value: (i: number) => number): Float64Array =>
    Float64Array.from({ length: web.size }, (_, i) => value(i));
  return {
    missingCashUsd: perFirm((i) => planned[i]!.cashEndUsd - accounts[i]!.cashEndUsd),
    missingReserveUsd: perFirm(
      (i) => carry.missingReserveUsd[i]! + accounts[i]!.in.reserveUsd - planned[i]!.in.reserveUsd,
    ),
    soldShare: perFirm((i) => {
      const sellable = web.liquidShare[i]! * stakes[i]!;
      const soldUsd = accounts[i]!.in.soldUsd - planned[i]!.in.soldUsd;
      const sold = soldUsd > 0 ? Math.min(1, soldUsd / sellable) : 0;
      return 1 - (1 - carry.soldShare[i]!) * (1 - sold);
    }),
    lostShare: perFirm((i) => {
      const start = web.startValueUsd[i]!;
      return start > 0 ? Math.min(1, state.valueLossUsd[i]! / start) : 0;
    }),
    failed: state.failed.slice(),
    arrearsUsd: web.loans.serviceUsd.map((usd, leg) => usd * loanUnpaid(round, leg)),
    outsideArrearsUsd: web.outsideServiceUsd.map((usd, i) => usd * state.debtUnpaid[i]!),
  };
};
