import {
  fundingLost,
  inputMissing,
  loanUnpaid,
  orderUnfulfilled,
  promiseUnpaid,
  putUpForSale,
  stakeLossUsd,
} from './legs.ts';
import type { ShockArrays } from './shocks.ts';
import type { State } from './state.ts';
import type { Web } from './web.ts';

/** A claim that is short by less than this share of the firm's means is met: ties stand. */
const TIE = 1e-12;

/**
 * 1 - kappa: the firm delivers the lesser of what its own capacity and its scarcest category of
 * inputs allow; over a category, the missing shares weighted by dollars and essentiality.
 */
const capacityLoss = (web: Web, shocks: ShockArrays, seen: State, i: number): number => {
  let loss = Math.max(shocks.capacity[i]!, shocks.default[i]!);
  const { start, item } = web.essentialInputs;
  let category = -1;
  let missing = 0;
  for (let at = start[i]!; at < start[i + 1]!; at++) {
    const leg = item[at]!;
    if (web.orders.category[leg] !== category) {
      category = web.orders.category[leg]!;
      missing = 0;
    }
    missing += web.inputWeight[leg]! * inputMissing(web, shocks, seen, leg);
    if (missing > loss) loss = missing;
  }
  return Math.min(1, loss);
};

/** Revenue lost on orders: each arrives at the lesser of what its customer takes and capacity allows. */
const ordersLossUsd = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  i: number,
  ownCapacityLoss: number,
): number => {
  let loss = 0;
  const { start, item } = web.ordersOfSupplier;
  for (let at = start[i]!; at < start[i + 1]!; at++) {
    const leg = item[at]!;
    const undelivered = Math.max(orderUnfulfilled(web, shocks, seen, leg), ownCapacityLoss);
    loss += web.orders.usd[leg]! * undelivered;
  }
  return loss;
};

/** Receipts lost besides revenue: promised money, debt service, what stakes would fetch. */
const otherReceiptsLossUsd = (web: Web, shocks: ShockArrays, seen: State, i: number): number => {
  let loss = 0;
  const promises = web.promisesToPayee;
  for (let at = promises.start[i]!; at < promises.start[i + 1]!; at++) {
    const leg = promises.item[at]!;
    loss += web.promises.usd[leg]! * promiseUnpaid(web, shocks, seen, leg);
  }
  const loans = web.loansOfLender;
  for (let at = loans.start[i]!; at < loans.start[i + 1]!; at++) {
    const leg = loans.item[at]!;
    loss += web.loans.serviceUsd[leg]! * loanUnpaid(web, seen, leg);
  }
  const stakes = web.stakesOfHolder;
  for (let at = stakes.start[i]!; at < stakes.start[i + 1]!; at++) {
    const leg = stakes.item[at]!;
    if (web.stakes.contingent[leg]) continue;
    loss += web.liquidShare[i]! * stakeLossUsd(web, shocks, seen, leg);
  }
  return loss;
};

/** What failing takes from the means: the unrecovered parts of own funds and of receipts. */
export const recoveryLossUsd = (
  web: Web,
  outsideRevenueLossUsd: number,
  fundingLossUsd: number,
  receiptsLossUsd: number,
  i: number,
): number => {
  const own =
    web.externalRevenueUsd[i]! -
    outsideRevenueLossUsd +
    web.fundsUsd[i]! +
    web.reserveUsd[i]! +
    web.fundingUsd[i]! -
    fundingLossUsd;
  const receipts = web.receiptsUsd[i]! - receiptsLossUsd;
  return (1 - web.ownRecovery[i]!) * own + (1 - web.receivableRecovery[i]!) * receipts;
};

const unpaidOf = (shortUsd: number, tierUsd: number): number => {
  if (tierUsd <= 0 || shortUsd <= 0) return 0;
  return shortUsd >= tierUsd ? 1 : shortUsd / tierUsd;
};

/** Core value lost: 1 - activity factor x markdown factor x price factor, of a core above zero. */
const coreLossUsd = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  i: number,
  activityLoss: number,
): number => {
  let sold = 0;
  const { start, item } = web.stakesOfIssuer;
  for (let at = start[i]!; at < start[i + 1]!; at++) sold += putUpForSale(web, seen, item[at]!);
  const activity = Math.max(0, 1 - web.revenueElasticity[i]! * activityLoss);
  const price = Math.max(0, 1 - web.priceImpact[i]! * sold);
  const left = activity * (1 - shocks.value[i]!) * price;
  return Math.max(0, web.coreValueUsd[i]!) * (1 - left);
};

const marketLossUsd = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  i: number,
  activityLoss: number,
): number => {
  let loss = coreLossUsd(web, shocks, seen, i, activityLoss);
  const stakes = web.stakesOfHolder;
  for (let at = stakes.start[i]!; at < stakes.start[i + 1]!; at++) {
    loss += stakeLossUsd(web, shocks, seen, stakes.item[at]!);
  }
  const loans = web.loansOfLender;
  for (let at = loans.start[i]!; at < loans.start[i + 1]!; at++) {
    const leg = loans.item[at]!;
    loss += web.loans.faceUsd[leg]! * loanUnpaid(web, seen, leg);
  }
  return loss;
};

export const tieUsd = (web: Web, i: number): number => TIE * (web.usesUsd[i]! + web.slackUsd[i]!);

/**
 * One firm's part of a round: from what is seen of everyone to the firm's own new unknowns.
 * `result` may be the same state as `seen` (Gauss-Seidel) or another (Jacobi, a wave of the fire).
 * Every output is non-decreasing in every loss of `seen`; nothing is allocated.
 */
export const stepFirm = (
  web: Web,
  shocks: ShockArrays,
  seen: State,
  result: State,
  i: number,
): void => {
  const ownCapacityLoss = capacityLoss(web, shocks, seen, i);
  const outsideLoss = web.externalRevenueUsd[i]! * Math.max(shocks.revenue[i]!, ownCapacityLoss);
  const ordersLoss = ordersLossUsd(web, shocks, seen, i, ownCapacityLoss);
  const revenue = web.revenueUsd[i]!;
  const activityLoss = revenue > 0 ? Math.min(1, (outsideLoss + ordersLoss) / revenue) : 0;

  const planned = web.fundingUsd[i]!;
  const fundingLoss = planned === 0 ? 0 : planned * fundingLost(web, shocks, seen, i);
  const receiptsLoss = ordersLoss + otherReceiptsLossUsd(web, shocks, seen, i);
  const savedCostUsd = web.variableCostUsd[i]! * activityLoss;
  let short = outsideLoss + fundingLoss + receiptsLoss - savedCostUsd - web.slackUsd[i]!;

  const { debtUsd, bindingUsd, discretionaryUsd, promisedUsd } = web.tiers;
  const defaulted = shocks.default[i]!;
  const bindingShort = short - promisedUsd[i]! - discretionaryUsd[i]!;
  let failed = seen.failed[i] === 1 || defaulted > 0 || bindingShort > tieUsd(web, i);

  const book = web.valuation === 'book';
  const start = web.startValueUsd[i]!;
  let lossUsd = book ? short + web.slackUsd[i]! : marketLossUsd(web, shocks, seen, i, activityLoss);
  const floor = web.failureThreshold[i]! * start;
  if (floor > 0 && start - lossUsd < floor - TIE * start) failed = true;

  if (failed) {
    const lost = recoveryLossUsd(web, outsideLoss, fundingLoss, receiptsLoss, i);
    short += lost;
    if (book) lossUsd += lost;
    lossUsd += web.failureCostUsd[i]!;
  }
  const borne = Math.min(Math.max(0, start), Math.max(0, lossUsd));

  result.capacityLoss[i] = ownCapacityLoss;
  result.activityLoss[i] = activityLoss;
  result.promisedUnpaid[i] = Math.max(defaulted, unpaidOf(short, promisedUsd[i]!));
  short -= promisedUsd[i]!;
  result.discretionaryUnpaid[i] = Math.max(defaulted, unpaidOf(short, discretionaryUsd[i]!));
  short -= discretionaryUsd[i]!;
  result.bindingUnpaid[i] = Math.max(defaulted, unpaidOf(short, bindingUsd[i]!));
  short -= bindingUsd[i]!;
  result.debtUnpaid[i] = Math.max(defaulted, unpaidOf(short, debtUsd[i]!));
  result.valueLossUsd[i] = Math.max(0, start) * defaulted + (1 - defaulted) * borne;
  result.failed[i] = failed ? 1 : 0;
};

/** One synchronous round: everybody reacts to what they saw of everybody at the end of the last. */
export const stepAll = (web: Web, shocks: ShockArrays, seen: State, result: State): void => {
  for (let i = 0; i < web.size; i++) stepFirm(web, shocks, seen, result, i);
};
