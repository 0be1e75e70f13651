import type { Cause } from '../cascade.ts';
import {
  fundingLost,
  inputMissing,
  loanUnpaid,
  orderUnfulfilled,
  stakeLossUsd,
  unpaidShare,
} from './legs.ts';
import type { ShockArrays } from './shocks.ts';
import type { State } from './state.ts';
import type { Web } from './web.ts';

/** A share of something that a cause took, with the deal and the other firm where there is one. */
export interface Part {
  readonly cause: Cause;
  readonly deal?: string;
  /** Index of the other firm. */
  readonly firm?: number;
  readonly usd: number;
}

export const totalUsd = (parts: readonly Part[]): number =>
  parts.reduce((total, part) => total + part.usd, 0);

/** `amount` split in proportion to `parts`, under their causes or under one cause for all. */
export const splitLike = (
  amount: number,
  parts: readonly Part[],
  cause?: Cause,
): readonly Part[] => {
  const total = totalUsd(parts);
  if (!(total > 0)) return [{ cause: cause ?? 'own-shock', usd: amount }];
  return parts.map((part) => ({
    ...part,
    cause: cause ?? part.cause,
    usd: (amount * part.usd) / total,
  }));
};

export const rowOf = (
  groups: { readonly start: Int32Array; readonly item: Int32Array },
  row: number,
): Int32Array => groups.item.subarray(groups.start[row]!, groups.start[row + 1]!);

/** The firm's scarcest category of inputs: the legs that miss, weighted. Empty if its own capacity binds. */
const scarcestInputs = (web: Web, shocks: ShockArrays, seen: State, i: number): number[] => {
  const byCategory = new Map<number, number[]>();
  for (const leg of rowOf(web.essentialInputs, i)) {
    const legs = byCategory.get(web.orders.category[leg]!) ?? [];
    legs.push(leg);
    byCategory.set(web.orders.category[leg]!, legs);
  }
  let worst: number[] = [];
  let most = Math.max(shocks.capacity[i]!, shocks.default[i]!);
  for (const legs of byCategory.values()) {
    const missing = legs.reduce(
      (sum, leg) => sum + web.inputWeight[leg]! * inputMissing(web, shocks, seen, leg),
      0,
    );
    if (missing > most) [worst, most] = [legs, missing];
  }
  return worst;
};

/**
 * Why a firm can't deliver: its own shock, inputs that are torn up, that suppliers can't deliver, or
 * that it can't pay for; the last go to whatever took its means, by `ownMeans`.
 */
export const capacityParts = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  i: number,
  ownMeans: readonly Part[],
): readonly Part[] => {
  const parts: Part[] = [];
  for (const leg of scarcestInputs(web, shocks, seen, i)) {
    const supplier = web.orders.supplier[leg]!;
    const deal = web.orders.deal[leg]!;
    const cancelled = web.inputWeight[leg]! * shocks.cancelledOrder[leg]!;
    const usd = web.inputWeight[leg]! * inputMissing(web, shocks, seen, leg) - cancelled;
    if (cancelled > 0) parts.push({ cause: 'own-shock', deal, usd: cancelled });
    if (usd <= 0) continue;
    if (seen.capacityLoss[supplier]! >= unpaidShare(web, seen, leg)) {
      parts.push({ cause: 'missed-delivery', deal, firm: supplier, usd });
    } else {
      parts.push(...splitLike(usd, ownMeans));
    }
  }
  return parts.length > 0 ? parts : [{ cause: 'own-shock', usd: 1 }];
};

/**
 * What a promise loses between two states (`before` null: before the shock): what the scenario tears
 * up of it or of the order that it is linked to, what its payer can't pay, and what lapses because
 * the order's customer, often the promisee itself, doesn't fulfil it.
 */
export const promiseParts = (
  web: Web,
  shocks: ShockArrays,
  before: State | null,
  after: State,
  leg: number,
): readonly Part[] => {
  const { payer, link, deal, usd } = web.promises;
  const order = link[leg]!;
  const standing = 1 - shocks.cancelledPromise[leg]!;
  const orderStanding = order < 0 ? 1 : 1 - shocks.cancelledOrder[order]!;
  const payableIn = (state: State) => 1 - state.promisedUnpaid[payer[leg]!]!;
  const linkedIn = (state: State) =>
    order < 0 ? 1 : 1 - orderUnfulfilled(web, shocks, state, order);
  const payableBefore = before ? payableIn(before) : 1;
  const linkedBefore = before ? linkedIn(before) : orderStanding;
  const byShock = before ? 0 : 1 - standing * orderStanding;
  const byPayer = (payableBefore - payableIn(after)) * standing * linkedBefore;
  const byLink = payableIn(after) * standing * (linkedBefore - linkedIn(after));
  const parts: Part[] = [
    { cause: 'own-shock', deal: deal[leg]!, usd: usd[leg]! * byShock },
    { cause: 'cut-tranche', deal: deal[leg]!, firm: payer[leg]!, usd: usd[leg]! * byPayer },
  ];
  if (order < 0) return parts;
  const firm = web.orders.customer[order]!;
  return [...parts, { cause: 'cut-tranche', deal: deal[leg]!, firm, usd: usd[leg]! * byLink }];
};

/**
 * Everything that keeps money from a firm in a state, in dollars of means lost: its shock, orders,
 * promises, loans, funding, stakes. What inputs cost it in revenue is not among them.
 */
export const meansParts = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  i: number,
): readonly Part[] => {
  const parts: Part[] = [];
  const add = (part: Part): void => {
    if (part.usd > 0) parts.push(part);
  };
  const shocked = Math.max(shocks.revenue[i]!, shocks.capacity[i]!, shocks.default[i]!);
  add({ cause: 'own-shock', usd: web.externalRevenueUsd[i]! * shocked });
  for (const leg of rowOf(web.ordersOfSupplier, i)) {
    const deal = web.orders.deal[leg]!;
    const cancelled = web.orders.usd[leg]! * shocks.cancelledOrder[leg]!;
    const lost = web.orders.usd[leg]! * orderUnfulfilled(web, shocks, seen, leg) - cancelled;
    add({ cause: 'own-shock', deal, usd: cancelled });
    add({ cause: 'lost-order', deal, firm: web.orders.customer[leg]!, usd: lost });
  }
  for (const leg of rowOf(web.promisesToPayee, i)) {
    promiseParts(web, shocks, null, seen, leg).forEach(add);
  }
  for (const leg of rowOf(web.loansOfLender, i)) {
    const usd = web.loans.serviceUsd[leg]! * loanUnpaid(web, seen, leg);
    add({ cause: 'loan', deal: web.loans.deal[leg]!, firm: web.loans.borrower[leg]!, usd });
  }
  for (const leg of rowOf(web.stakesOfHolder, i)) {
    if (web.stakes.contingent[leg]) continue;
    const usd = web.liquidShare[i]! * stakeLossUsd(web, shocks, seen, leg);
    add({ cause: 'holding', deal: web.stakes.deal[leg]!, firm: web.stakes.issuer[leg]!, usd });
  }
  const frozen = web.fundingUsd[i]! * shocks.funding[i]!;
  const funding = web.fundingUsd[i]! * fundingLost(web, shocks, seen, i);
  add({ cause: 'own-shock', usd: frozen });
  add({ cause: 'lost-funding', usd: funding - frozen });
  return parts;
};

/** All of `meansParts`, and what missing capacity costs the firm in revenue besides. */
export const allMeansParts = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  i: number,
  ownCapacityLoss: number,
): readonly Part[] => {
  const known = meansParts(web, shocks, seen, i);
  const counted = Math.max(shocks.revenue[i]!, shocks.capacity[i]!, shocks.default[i]!);
  let usd = web.externalRevenueUsd[i]! * Math.max(0, ownCapacityLoss - counted);
  for (const leg of rowOf(web.ordersOfSupplier, i)) {
    const beyond = ownCapacityLoss - orderUnfulfilled(web, shocks, seen, leg);
    usd += web.orders.usd[leg]! * Math.max(0, beyond);
  }
  if (usd === 0) return known;
  return [...known, ...splitLike(usd, capacityParts(web, shocks, seen, i, known))];
};
