import { powerOf } from '../../numerics/random/portable.ts';
import type { ShockArrays } from './shocks.ts';
import type { State } from './state.ts';
import type { Web } from './web.ts';

/**
 * Share of what a customer is bound to and needs that it leaves unpaid, if it orders at full need:
 * tau (1 - pt) + (1 - tau)(1 - pd). What a customer can't pay for doesn't arrive.
 */
export const unpaidShare = (web: Web, seen: State, leg: number): number => {
  const customer = web.orders.customer[leg]!;
  const binding = web.orders.takeOrPay[leg]!;
  return (
    binding * seen.bindingUnpaid[customer]! + (1 - binding) * seen.discretionaryUnpaid[customer]!
  );
};

/** 1 - q: share of an order that its customer doesn't place or pay, q = tau pt + (1 - tau) min(y, pd). */
export const orderUnfulfilled = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  leg: number,
): number => {
  const customer = web.orders.customer[leg]!;
  const binding = web.orders.takeOrPay[leg]!;
  const discretionary = Math.max(seen.activityLoss[customer]!, seen.discretionaryUnpaid[customer]!);
  const lost = binding * seen.bindingUnpaid[customer]! + (1 - binding) * discretionary;
  const cancelled = shocks.cancelledOrder[leg]!;
  return cancelled + (1 - cancelled) * lost;
};

/** Loss on the leg that something is linked to: 0 where it is linked to nothing. */
const linkedLoss = (web: Web, shocks: ShockArrays, seen: State, link: number): number =>
  link < 0 ? 0 : orderUnfulfilled(web, shocks, seen, link);

/** Share of promised money that doesn't arrive: 1 - pi x q of the linked leg. */
export const promiseUnpaid = (web: Web, shocks: ShockArrays, seen: State, leg: number): number => {
  const paid =
    (1 - seen.promisedUnpaid[web.promises.payer[leg]!]!) *
    (1 - linkedLoss(web, shocks, seen, web.promises.link[leg]!));
  return 1 - paid * (1 - shocks.cancelledPromise[leg]!);
};

/** Share of a warrant that lapses with the leg that it is linked to; 0 for a stake that is owned. */
export const warrantLapsed = (web: Web, shocks: ShockArrays, seen: State, leg: number): number => {
  if (!web.stakes.contingent[leg]) return 0;
  const kept =
    (1 - linkedLoss(web, shocks, seen, web.stakes.link[leg]!)) *
    (1 - shocks.cancelledWarrant[leg]!);
  return 1 - kept;
};

/** Dollars that a holder has lost on a stake: S (E0 - q E) of the issuer. */
export const stakeLossUsd = (web: Web, shocks: ShockArrays, seen: State, leg: number): number => {
  const issuer = web.stakes.issuer[leg]!;
  const start = web.startValueUsd[issuer]!;
  const lapsed = warrantLapsed(web, shocks, seen, leg);
  const loss = seen.valueLossUsd[issuer]! * (1 - lapsed) + start * lapsed;
  return web.stakes.stake[leg]! * loss;
};

/** Share of a stake's issuer that its holder puts up for sale: S liq (1 - min(psi, pt, pd, pi)). */
export const putUpForSale = (web: Web, seen: State, leg: number): number => {
  if (web.stakes.contingent[leg]) return 0;
  const holder = web.stakes.holder[leg]!;
  const need = Math.max(
    seen.debtUnpaid[holder]!,
    seen.bindingUnpaid[holder]!,
    seen.discretionaryUnpaid[holder]!,
    seen.promisedUnpaid[holder]!,
  );
  return web.stakes.stake[leg]! * web.liquidShare[holder]! * need;
};

/** Share of a loan's face that is written off; a guarantee is called by any binding payment unmet. */
export const loanUnpaid = (web: Web, seen: State, leg: number): number => {
  const borrower = web.loans.borrower[leg]!;
  const unpaid = seen.debtUnpaid[borrower]!;
  return web.loans.guarantee[leg] ? Math.max(unpaid, seen.bindingUnpaid[borrower]!) : unpaid;
};

/** Share of an input that misses its customer: torn up, not deliverable, or not affordable. */
export const inputMissing = (web: Web, shocks: ShockArrays, seen: State, leg: number): number => {
  const supplier = web.orders.supplier[leg]!;
  const missing = Math.max(seen.capacityLoss[supplier]!, unpaidShare(web, seen, leg));
  const cancelled = shocks.cancelledOrder[leg]!;
  return cancelled + (1 - cancelled) * missing;
};

/** Share of a firm's planned funding that a fallen value and a shock keep from it. */
export const fundingLost = (web: Web, shocks: ShockArrays, seen: State, i: number): number =>
  1 - (1 - shocks.funding[i]!) * raisable(web, seen, i);

/** A value within this share of nothing is nothing: a power below 1 would make much of rounding. */
const NOTHING = 1e-12;

/** g = min(1, E / E0) ^ eta: what the firm can still raise; 1 where there is no value to judge by. */
const raisable = (web: Web, seen: State, i: number): number => {
  const start = web.startValueUsd[i]!;
  const elasticity = web.fundingElasticity[i]!;
  if (start <= 0 || elasticity === 0) return 1;
  const kept = 1 - seen.valueLossUsd[i]! / start;
  if (kept <= NOTHING) return 0;
  return elasticity === 1 ? kept : powerOf(kept, elasticity);
};
