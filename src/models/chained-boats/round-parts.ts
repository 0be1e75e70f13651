import {
  fundingLost,
  loanUnpaid,
  orderUnfulfilled,
  promiseUnpaid,
  putUpForSale,
  stakeLossUsd,
  warrantLapsed,
} from './legs.ts';
import {
  allMeansParts,
  capacityParts,
  meansParts,
  type Part,
  promiseParts,
  rowOf,
  splitLike,
  totalUsd,
} from './means-parts.ts';
import type { ShockArrays } from './shocks.ts';
import type { RoundView } from './solve.ts';
import type { State } from './state.ts';
import { recoveryLossUsd, tieUsd } from './step.ts';
import type { Web } from './web.ts';

/** Losses of revenue that round `view` adds, by cause; they sum to the fall of the firm's revenue. */
const revenueParts = (web: Web, shocks: ShockArrays, view: RoundView, i: number): Part[] => {
  const parts: Part[] = [];
  const capacityBefore = view.before.capacityLoss[i]!;
  const capacityAfter = view.after.capacityLoss[i]!;
  const byCapacity = (usd: number): readonly Part[] =>
    splitLike(usd, capacityParts(web, shocks, view.seen, i, meansParts(web, shocks, view.seen, i)));
  const first = view.round === 1;
  const demandBefore = first ? 0 : shocks.revenue[i]!;
  const outside =
    Math.max(shocks.revenue[i]!, capacityAfter) - Math.max(demandBefore, capacityBefore);
  if (outside > 0) {
    const usd = web.externalRevenueUsd[i]! * outside;
    if (shocks.revenue[i]! >= capacityAfter) parts.push({ cause: 'own-shock', usd });
    else parts.push(...byCapacity(usd));
  }
  for (const leg of rowOf(web.ordersOfSupplier, i)) {
    const after = orderUnfulfilled(web, shocks, view.seen, leg);
    const before = first ? 0 : orderUnfulfilled(web, shocks, view.seenBefore, leg);
    const rise = Math.max(after, capacityAfter) - Math.max(before, capacityBefore);
    const usd = web.orders.usd[leg]! * rise;
    if (usd === 0) continue;
    const deal = web.orders.deal[leg]!;
    if (after < capacityAfter) parts.push(...byCapacity(usd));
    else if (first) parts.push({ cause: 'own-shock', deal, usd });
    else parts.push({ cause: 'lost-order', deal, firm: web.orders.customer[leg]!, usd });
  }
  return parts;
};

/** Losses on a stake that the round adds: the issuer is worth less, or the warrant lapses. */
const stakeLegParts = (web: Web, shocks: ShockArrays, view: RoundView, leg: number): Part[] => {
  const issuer = web.stakes.issuer[leg]!;
  const deal = web.stakes.deal[leg]!;
  const stake = web.stakes.stake[leg]!;
  const first = view.round === 1;
  const lapsedBefore = first ? 0 : warrantLapsed(web, shocks, view.seenBefore, leg);
  const lapsedAfter = warrantLapsed(web, shocks, view.seen, leg);
  const issuerBefore = view.seenBefore.valueLossUsd[issuer]!;
  const fall = view.seen.valueLossUsd[issuer]! - issuerBefore;
  if (fall === 0 && lapsedAfter === lapsedBefore) return [];
  const left = web.startValueUsd[issuer]! - issuerBefore;
  const heldUsd = stake * fall * (1 - lapsedAfter);
  const lapsedUsd = stake * left * (lapsedAfter - lapsedBefore);
  const link = web.stakes.link[leg]!;
  return [
    { cause: 'holding', deal, firm: issuer, usd: heldUsd },
    first || link < 0
      ? { cause: 'own-shock', deal, usd: lapsedUsd }
      : { cause: 'warrant', deal, firm: web.orders.customer[link]!, usd: lapsedUsd },
  ];
};

const loanParts = (web: Web, view: RoundView, i: number, amountUsd: Float64Array): Part[] =>
  [...rowOf(web.loansOfLender, i)].map((leg) => ({
    cause: 'loan',
    deal: web.loans.deal[leg]!,
    firm: web.loans.borrower[leg]!,
    usd:
      amountUsd[leg]! * (loanUnpaid(web, view.seen, leg) - loanUnpaid(web, view.seenBefore, leg)),
  }));

/** Core value that the round takes: activity, then markdown, then price pressure; exact for a product. */
const coreParts = (web: Web, shocks: ShockArrays, view: RoundView, i: number): Part[] => {
  const core = Math.max(0, web.coreValueUsd[i]!);
  if (core === 0) return [];
  const activityOf = (state: State) =>
    Math.max(0, 1 - web.revenueElasticity[i]! * state.activityLoss[i]!);
  const salesParts: Part[] = [...rowOf(web.stakesOfIssuer, i)].map((leg) => ({
    cause: 'forced-sale',
    deal: web.stakes.deal[leg]!,
    firm: web.stakes.holder[leg]!,
    usd: putUpForSale(web, view.seen, leg) - putUpForSale(web, view.seenBefore, leg),
  }));
  const soldOf = (state: State) =>
    rowOf(web.stakesOfIssuer, i).reduce((sold, leg) => sold + putUpForSale(web, state, leg), 0);
  const priceOf = (state: State) => Math.max(0, 1 - web.priceImpact[i]! * soldOf(state));

  const [activityBefore, activityAfter] = [activityOf(view.before), activityOf(view.after)];
  const [priceBefore, priceAfter] = [priceOf(view.seenBefore), priceOf(view.seen)];
  const keptAfter = 1 - shocks.value[i]!;
  const keptBefore = view.round === 1 ? 1 : keptAfter;
  const parts: Part[] = [];
  const byActivity = core * (activityBefore - activityAfter) * keptBefore * priceBefore;
  if (byActivity > 0) {
    parts.push(...splitLike(byActivity, revenueParts(web, shocks, view, i)));
  }
  const byMarkdown = core * activityAfter * (keptBefore - keptAfter) * priceBefore;
  if (byMarkdown > 0) parts.push({ cause: 'own-shock', usd: byMarkdown });
  const bySales = core * activityAfter * keptAfter * (priceBefore - priceAfter);
  if (bySales > 0) parts.push(...splitLike(bySales, salesParts));
  return parts;
};

/** Market valuation: what the round takes from the firm before failure and limited liability. */
export const marketParts = (web: Web, shocks: ShockArrays, view: RoundView, i: number): Part[] => [
  ...coreParts(web, shocks, view, i),
  ...[...rowOf(web.stakesOfHolder, i)].flatMap((leg) => stakeLegParts(web, shocks, view, leg)),
  ...loanParts(web, view, i, web.loans.faceUsd),
];

/** Book valuation: the same in means; saved variable cost comes off the lost revenue in proportion. */
export const bookParts = (web: Web, shocks: ShockArrays, view: RoundView, i: number): Part[] => {
  const revenue = web.revenueUsd[i]!;
  const kept = revenue > 0 ? 1 - web.variableCostUsd[i]! / revenue : 1;
  const first = view.round === 1;
  const funding =
    fundingLost(web, shocks, view.seen, i) -
    (first ? 0 : fundingLost(web, shocks, view.seenBefore, i));
  return [
    ...revenueParts(web, shocks, view, i).map((part) => ({ ...part, usd: part.usd * kept })),
    ...[...rowOf(web.promisesToPayee, i)].flatMap((leg) =>
      promiseParts(web, shocks, first ? null : view.seenBefore, view.seen, leg),
    ),
    ...loanParts(web, view, i, web.loans.serviceUsd),
    ...[...rowOf(web.stakesOfHolder, i)]
      .filter((leg) => !web.stakes.contingent[leg])
      .flatMap((leg) => stakeLegParts(web, shocks, view, leg))
      .map((part) => ({ ...part, usd: part.usd * web.liquidShare[i]! })),
    { cause: first ? 'own-shock' : 'lost-funding', usd: web.fundingUsd[i]! * funding },
  ];
};

/** Unrecovered funds and receipts of a failed firm in a state, dollars; 0 while it stands. */
const unrecoveredUsd = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  own: State,
  i: number,
): number => {
  if (!own.failed[i]) return 0;
  const outside = web.externalRevenueUsd[i]! * Math.max(shocks.revenue[i]!, own.capacityLoss[i]!);
  const funding = web.fundingUsd[i]! * fundingLost(web, shocks, seen, i);
  let receipts = 0;
  for (const leg of rowOf(web.ordersOfSupplier, i)) {
    const undelivered = Math.max(orderUnfulfilled(web, shocks, seen, leg), own.capacityLoss[i]!);
    receipts += web.orders.usd[leg]! * undelivered;
  }
  for (const leg of rowOf(web.promisesToPayee, i)) {
    receipts += web.promises.usd[leg]! * promiseUnpaid(web, shocks, seen, leg);
  }
  for (const leg of rowOf(web.loansOfLender, i)) {
    receipts += web.loans.serviceUsd[leg]! * loanUnpaid(web, seen, leg);
  }
  for (const leg of rowOf(web.stakesOfHolder, i)) {
    if (web.stakes.contingent[leg]) continue;
    receipts += web.liquidShare[i]! * stakeLossUsd(web, shocks, seen, leg);
  }
  return recoveryLossUsd(web, outside, funding, receipts, i);
};

/**
 * What failing itself costs in this round, split over what made the firm fail: whatever took its
 * means where a claim went unmet, whatever took its value where it fell below its threshold.
 */
export const failureParts = (
  web: Web,
  shocks: ShockArrays,
  view: RoundView,
  i: number,
  valueParts: () => readonly Part[],
): readonly Part[] => {
  if (!view.after.failed[i]) return [];
  let usd = view.before.failed[i] ? 0 : web.failureCostUsd[i]!;
  if (web.valuation === 'book') {
    usd +=
      unrecoveredUsd(web, shocks, view.seen, view.after, i) -
      unrecoveredUsd(web, shocks, view.seenBefore, view.before, i);
  }
  if (usd === 0) return [];
  if (shocks.default[i]! > 0) return [{ cause: 'own-shock', usd }];
  const means = allMeansParts(web, shocks, view.seen, i, view.after.capacityLoss[i]!);
  const savedUsd = web.variableCostUsd[i]! * view.after.activityLoss[i]!;
  const juniorUsd = web.tiers.promisedUsd[i]! + web.tiers.discretionaryUsd[i]!;
  const bindingShort = totalUsd(means) - savedUsd - web.slackUsd[i]! - juniorUsd;
  const bindingUnmet = bindingShort > tieUsd(web, i);
  return splitLike(usd, bindingUnmet ? means : valueParts(), 'failure-cost');
};
