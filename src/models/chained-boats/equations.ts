import type { Cause } from '../cascade.ts';
import type { Means, Round, WrittenLosses } from './round.ts';
import { valueScaleUsd } from './state.ts';
import type { Web } from './web.ts';

/** tau x binding + (1 - tau) x other, by the share tau of an order that is take-or-pay. */
const mixed = <Q>({ algebra, figures }: Round<Q>, leg: number, binding: Q, other: Q): Q => {
  const share = figures.orders.takeOrPay[leg]!;
  return algebra.add(
    algebra.multiply(share, binding),
    algebra.multiply(algebra.subtract(algebra.one, share), other),
  );
};

/** cancelled + (1 - cancelled) x lost: what is torn up can't be lost once more. */
const besideCancelled = <Q>({ algebra }: Round<Q>, cancelled: Q, lost: Q): Q =>
  algebra.add(cancelled, algebra.multiply(algebra.subtract(algebra.one, cancelled), lost));

/**
 * 1 - q: share of an order that its customer doesn't place or pay, q = tau pt + (1 - tau) min(y, pd).
 *
 * @param cause  what losing it is to whoever asks: a linked tranche or warrant falls with the order
 * @param deal   the deal through which it is lost to whoever asks
 */
export const orderUnfulfilled = <Q>(
  round: Round<Q>,
  leg: number,
  cause: Cause = 'lost-order',
  deal: string = round.web.orders.deal[leg]!,
): Q => {
  const { algebra, blame, web, seen, shocks } = round;
  const customer = web.orders.customer[leg]!;
  const needed = algebra.worst(seen.activityLoss[customer]!, seen.discretionaryUnpaid[customer]!);
  const lost = mixed(round, leg, seen.bindingUnpaid[customer]!, needed);
  const cancelled = blame.because(shocks.cancelledOrder[leg]!, 'own-shock', deal);
  return besideCancelled(round, cancelled, blame.because(lost, cause, deal, customer));
};

/** Loss on the leg that something is linked to: none where it is linked to nothing. */
const linkedLoss = <Q>(round: Round<Q>, link: number, cause: Cause, deal: string): Q =>
  link < 0 ? round.algebra.zero : orderUnfulfilled(round, link, cause, deal);

/** Share of promised money that doesn't arrive: 1 - pi x q of the linked leg. */
export const promiseUnpaid = <Q>(round: Round<Q>, leg: number): Q => {
  const { algebra, blame, web, seen, shocks } = round;
  const { one } = algebra;
  const deal = web.promises.deal[leg]!;
  const payer = web.promises.payer[leg]!;
  const unpaid = blame.because(seen.promisedUnpaid[payer]!, 'cut-tranche', deal, payer);
  const lost = linkedLoss(round, web.promises.link[leg]!, 'cut-tranche', deal);
  const paid = algebra.multiply(algebra.subtract(one, unpaid), algebra.subtract(one, lost));
  const cancelled = blame.because(shocks.cancelledPromise[leg]!, 'own-shock', deal);
  return algebra.subtract(one, algebra.multiply(paid, algebra.subtract(one, cancelled)));
};

/** Share of a warrant that lapses with the leg that it is linked to; none of a stake that is owned. */
export const warrantLapsed = <Q>(round: Round<Q>, leg: number): Q => {
  const { algebra, blame, web, shocks } = round;
  const { one } = algebra;
  if (!web.stakes.contingent[leg]) return algebra.zero;
  const deal = web.stakes.deal[leg]!;
  const lost = linkedLoss(round, web.stakes.link[leg]!, 'warrant', deal);
  const cancelled = blame.because(shocks.cancelledWarrant[leg]!, 'own-shock', deal);
  const kept = algebra.multiply(algebra.subtract(one, lost), algebra.subtract(one, cancelled));
  return algebra.subtract(one, kept);
};

/** Dollars that a holder has lost on a stake: S (E0 - q E) of the issuer. */
export const stakeLossUsd = <Q>(round: Round<Q>, leg: number): Q => {
  const { algebra, blame, web, figures, seen } = round;
  const issuer = web.stakes.issuer[leg]!;
  const fallen = blame.because(
    seen.valueLossUsd[issuer]!,
    'holding',
    web.stakes.deal[leg]!,
    issuer,
  );
  const lapsed = warrantLapsed(round, leg);
  const loss = algebra.add(
    algebra.multiply(algebra.subtract(algebra.one, lapsed), fallen),
    algebra.multiply(lapsed, figures.startValueUsd[issuer]!),
  );
  return algebra.multiply(figures.stakes.stake[leg]!, loss);
};

/** Share of a stake's issuer that its holder puts up for sale: S liq (1 - min(psi, pt, pd, pi)). */
export const putUpForSale = <Q>(round: Round<Q>, leg: number): Q => {
  const { algebra, blame, web, figures, seen } = round;
  if (web.stakes.contingent[leg]) return algebra.zero;
  const holder = web.stakes.holder[leg]!;
  const need = algebra.worst(
    algebra.worst(
      algebra.worst(seen.debtUnpaid[holder]!, seen.bindingUnpaid[holder]!),
      seen.discretionaryUnpaid[holder]!,
    ),
    seen.promisedUnpaid[holder]!,
  );
  const sellable = algebra.multiply(figures.stakes.stake[leg]!, figures.liquidShare[holder]!);
  const sold = algebra.multiply(sellable, need);
  return blame.because(sold, 'forced-sale', web.stakes.deal[leg]!, holder);
};

/** Share of a loan's face that is written off; a guarantee is called by any binding payment unmet. */
export const loanUnpaid = <Q>({ algebra, blame, web, seen }: Round<Q>, leg: number): Q => {
  const borrower = web.loans.borrower[leg]!;
  const unpaid = web.loans.guarantee[leg]
    ? algebra.worst(seen.debtUnpaid[borrower]!, seen.bindingUnpaid[borrower]!)
    : seen.debtUnpaid[borrower]!;
  return blame.because(unpaid, 'loan', web.loans.deal[leg]!, borrower);
};

/** Share of an input that misses its customer: torn up, not deliverable, or not affordable. */
export const inputMissing = <Q>(round: Round<Q>, leg: number): Q => {
  const { algebra, blame, web, seen, shocks } = round;
  const { deal, supplier, customer } = web.orders;
  const i = customer[leg]!;
  const unpaid = mixed(round, leg, seen.bindingUnpaid[i]!, seen.discretionaryUnpaid[i]!);
  const undelivered = blame.because(
    seen.capacityLoss[supplier[leg]!]!,
    'missed-delivery',
    deal[leg]!,
    supplier[leg]!,
  );
  const cancelled = blame.because(shocks.cancelledOrder[leg]!, 'own-shock', deal[leg]!);
  const missing = algebra.worst(undelivered, blame.byMeans(unpaid, i));
  return besideCancelled(round, cancelled, missing);
};

/** g = min(1, E / E0) ^ eta: what the firm can still raise; 1 where there is no value to judge by. */
const raisable = <Q>({ algebra, figures, seen }: Round<Q>, i: number): Q => {
  const start = figures.startValueUsd[i]!;
  if (algebra.numberOf(start) <= 0) return algebra.one;
  const kept = algebra.subtract(algebra.one, algebra.divide(seen.valueLossUsd[i]!, start));
  return algebra.power(kept, figures.fundingElasticity[i]!);
};

/** Share of a firm's planned funding that a fallen value and a shock keep from it. */
export const fundingLost = <Q>(round: Round<Q>, i: number): Q => {
  const { algebra, blame, shocks } = round;
  const { one } = algebra;
  const frozen = blame.because(shocks.funding[i]!, 'own-shock');
  const raised = blame.because(raisable(round, i), 'lost-funding');
  return algebra.subtract(one, algebra.multiply(algebra.subtract(one, frozen), raised));
};

/** What a firm's own shock takes from its capacity. */
const ownShock = <Q>({ algebra, blame, shocks }: Round<Q>, i: number): Q =>
  blame.because(algebra.worst(shocks.capacity[i]!, shocks.default[i]!), 'own-shock');

/**
 * 1 - kappa: the firm delivers the lesser of what its own capacity and its scarcest category of
 * inputs allow; over a category, the missing shares weighted by dollars and essentiality.
 */
export const capacityLoss = <Q>(round: Round<Q>, i: number): Q => {
  const { algebra, web, figures, inputs } = round;
  const { start, item } = inputs;
  const { category } = web.orders;
  let worst = ownShock(round, i);
  let missing = algebra.zero;
  for (let at = start[i]!; at < start[i + 1]!; at++) {
    const leg = item[at]!;
    if (at > start[i]! && category[leg] !== category[item[at - 1]!]) {
      worst = algebra.worst(worst, missing);
      missing = algebra.zero;
    }
    const share = algebra.multiply(figures.inputWeight[leg]!, inputMissing(round, leg));
    missing = algebra.add(missing, share);
  }
  return algebra.min(algebra.one, algebra.worst(worst, missing), 1);
};

/** Revenue lost outside the web: to lost demand, or to what the firm can't deliver. */
const outsideLossUsd = <Q>(round: Round<Q>, i: number, lostCapacity: Q): Q => {
  const { algebra, blame, figures, shocks } = round;
  const demand = blame.because(shocks.revenue[i]!, 'own-shock');
  const shocked = algebra.worst(demand, ownShock(round, i));
  return algebra.multiply(figures.externalRevenueUsd[i]!, algebra.worst(shocked, lostCapacity));
};

/** Revenue lost on orders: each arrives at the lesser of what its customer takes and capacity allows. */
const ordersLossUsd = <Q>(round: Round<Q>, i: number, lostCapacity: Q): Q => {
  const { algebra, web, figures } = round;
  const { start, item } = web.ordersOfSupplier;
  let loss = algebra.zero;
  for (let at = start[i]!; at < start[i + 1]!; at++) {
    const leg = item[at]!;
    const undelivered = algebra.worst(orderUnfulfilled(round, leg), lostCapacity);
    loss = algebra.add(loss, algebra.multiply(figures.orders.usd[leg]!, undelivered));
  }
  return loss;
};

/** Receipts lost besides revenue: promised money, debt service, what stakes would fetch. */
const otherReceiptsLossUsd = <Q>(round: Round<Q>, i: number): Q => {
  const { algebra, web, figures } = round;
  const { promisesToPayee, loansOfLender, stakesOfHolder } = web;
  let loss = algebra.zero;
  for (let at = promisesToPayee.start[i]!; at < promisesToPayee.start[i + 1]!; at++) {
    const leg = promisesToPayee.item[at]!;
    const lost = algebra.multiply(figures.promises.usd[leg]!, promiseUnpaid(round, leg));
    loss = algebra.add(loss, lost);
  }
  for (let at = loansOfLender.start[i]!; at < loansOfLender.start[i + 1]!; at++) {
    const leg = loansOfLender.item[at]!;
    const lost = algebra.multiply(figures.loans.serviceUsd[leg]!, loanUnpaid(round, leg));
    loss = algebra.add(loss, lost);
  }
  for (let at = stakesOfHolder.start[i]!; at < stakesOfHolder.start[i + 1]!; at++) {
    const leg = stakesOfHolder.item[at]!;
    if (web.stakes.contingent[leg]) continue;
    const lost = algebra.multiply(figures.liquidShare[i]!, stakeLossUsd(round, leg));
    loss = algebra.add(loss, lost);
  }
  return loss;
};

/** 1 - y: share of its revenue that a firm loses; the dollars stand in `round.means`. */
const activityLossOf = <Q>(round: Round<Q>, i: number, lostCapacity: Q): Q => {
  const { algebra, figures, means } = round;
  const outside = outsideLossUsd(round, i, lostCapacity);
  const orders = ordersLossUsd(round, i, lostCapacity);
  means.outsideLossUsd[i] = outside;
  means.ordersLossUsd[i] = orders;
  const revenue = figures.revenueUsd[i]!;
  if (algebra.numberOf(revenue) <= 0) return algebra.zero;
  return algebra.min(algebra.one, algebra.divide(algebra.add(outside, orders), revenue), 1);
};

/** Means lost before the variable cost that is saved, of a firm whose lost revenue stands in `round.means`. */
const restOfMeansLossUsd = <Q>(round: Round<Q>, i: number): Q => {
  const { algebra, figures, means } = round;
  const planned = figures.fundingUsd[i]!;
  const funding =
    planned === algebra.zero ? planned : algebra.multiply(planned, fundingLost(round, i));
  const receipts = algebra.add(means.ordersLossUsd[i]!, otherReceiptsLossUsd(round, i));
  means.fundingLossUsd[i] = funding;
  means.receiptsLossUsd[i] = receipts;
  return algebra.add(algebra.add(means.outsideLossUsd[i]!, funding), receipts);
};

/** Means that a firm loses before the variable cost that it saves; their kinds stand in `round.means`. */
export const meansLossUsd = <Q>(round: Round<Q>, i: number, lostCapacity: Q): Q => {
  activityLossOf(round, i, lostCapacity);
  return restOfMeansLossUsd(round, i);
};

/** What failing takes from the means: the unrecovered parts of own funds and of receipts. */
export const recoveryLossUsd = <Q>(
  { algebra, figures }: Pick<Round<Q>, 'algebra' | 'figures'>,
  { outsideLossUsd, fundingLossUsd, receiptsLossUsd }: Omit<Means<Q>, 'ordersLossUsd'>,
  i: number,
): Q => {
  const { one } = algebra;
  let own = algebra.subtract(figures.externalRevenueUsd[i]!, outsideLossUsd[i]!);
  own = algebra.add(algebra.add(own, figures.fundsUsd[i]!), figures.reserveUsd[i]!);
  own = algebra.subtract(algebra.add(own, figures.fundingUsd[i]!), fundingLossUsd[i]!);
  const receipts = algebra.subtract(figures.receiptsUsd[i]!, receiptsLossUsd[i]!);
  return algebra.add(
    algebra.multiply(algebra.subtract(one, figures.ownRecovery[i]!), own),
    algebra.multiply(algebra.subtract(one, figures.receivableRecovery[i]!), receipts),
  );
};

/** Core value lost: 1 - activity factor x markdown factor x price factor, of a core above zero. */
const coreLossUsd = <Q>(round: Round<Q>, i: number, activityLoss: Q, scaleUsd: number): Q => {
  const { algebra, blame, web, figures, shocks } = round;
  const { zero, one } = algebra;
  const { start, item } = web.stakesOfIssuer;
  let sold = zero;
  for (let at = start[i]!; at < start[i + 1]!; at++) {
    sold = algebra.add(sold, putUpForSale(round, item[at]!));
  }
  const shrunk = algebra.multiply(figures.revenueElasticity[i]!, activityLoss);
  const activity = algebra.max(zero, algebra.subtract(one, shrunk), 1);
  const pressed = algebra.multiply(figures.priceImpact[i]!, sold);
  const price = algebra.max(zero, algebra.subtract(one, pressed), 1);
  const markdown = blame.because(shocks.value[i]!, 'own-shock');
  const left = algebra.multiply(algebra.multiply(activity, algebra.subtract(one, markdown)), price);
  const core = algebra.max(zero, figures.coreValueUsd[i]!, scaleUsd);
  return algebra.multiply(core, algebra.subtract(one, left));
};

const marketLossUsd = <Q>(round: Round<Q>, i: number, activityLoss: Q, scaleUsd: number): Q => {
  const { algebra, web, figures } = round;
  const { stakesOfHolder, loansOfLender } = web;
  let loss = coreLossUsd(round, i, activityLoss, scaleUsd);
  for (let at = stakesOfHolder.start[i]!; at < stakesOfHolder.start[i + 1]!; at++) {
    loss = algebra.add(loss, stakeLossUsd(round, stakesOfHolder.item[at]!));
  }
  for (let at = loansOfLender.start[i]!; at < loansOfLender.start[i + 1]!; at++) {
    const leg = loansOfLender.item[at]!;
    const lost = algebra.multiply(figures.loans.faceUsd[leg]!, loanUnpaid(round, leg));
    loss = algebra.add(loss, lost);
  }
  return loss;
};

/** A claim that is short by less than this share of the firm's means is met: ties stand. */
const TIE = 1e-12;

/** What a firm's money is measured by: all that it may have to pay, and what it has left. */
export const meansScaleUsd = (web: Web, i: number): number => web.usesUsd[i]! + web.slackUsd[i]!;

/** Whether claims go unmet that no firm may leave unmet. */
export const bindingUnmet = (web: Web, i: number, bindingShortUsd: number): boolean =>
  bindingShortUsd > TIE * meansScaleUsd(web, i);

/** Whether a firm's value falls below the share of it at which it fails. */
export const belowThreshold = (web: Web, i: number, lossUsd: number): boolean => {
  const start = web.startValueUsd[i]!;
  const floor = web.failureThreshold[i]! * start;
  return floor > 0 && start - lossUsd < floor - TIE * start;
};

/** What of a loss the firm's owners bear: all of its value in default, else no more than it. */
const borneUsd = <Q>(round: Round<Q>, i: number, lossUsd: Q): Q => {
  const { algebra, blame, web, figures, shocks } = round;
  const { zero, one } = algebra;
  const scaleUsd = valueScaleUsd(web, i);
  const most = algebra.max(zero, figures.startValueUsd[i]!, scaleUsd);
  const borne = blame.limited(algebra.max(zero, lossUsd, scaleUsd), most, scaleUsd);
  const defaulted = blame.because(shocks.default[i]!, 'own-shock');
  return algebra.add(
    algebra.multiply(most, defaulted),
    algebra.multiply(algebra.subtract(one, defaulted), borne),
  );
};

/** `valueLossUsd` of a firm that stands, under market valuation: what its payments come to has no part in it. */
export const standingLossUsd = <Q>(round: Round<Q>, i: number): Q => {
  const lostCapacity = round.blame.byCapacity(capacityLoss(round, i), i);
  const activityLoss = activityLossOf(round, i, lostCapacity);
  return borneUsd(round, i, marketLossUsd(round, i, activityLoss, valueScaleUsd(round.web, i)));
};

/**
 * One firm's part of a round: from what is seen of everyone to the firm's own new unknowns, and 1 if it
 * has failed. `result` may be what is seen (Gauss-Seidel) or another (Jacobi, a wave of the fire).
 * Every output is non-decreasing in every loss of `seen`.
 */
export const stepFirm = <Q>(round: Round<Q>, result: WrittenLosses<Q>, i: number): Q => {
  const { algebra, blame, web, figures, shocks, means } = round;
  const { zero } = algebra;
  const scaleUsd = valueScaleUsd(web, i);
  const lostCapacity = capacityLoss(round, i);
  const activityLoss = activityLossOf(round, i, blame.byCapacity(lostCapacity, i));
  const lostMeans = restOfMeansLossUsd(round, i);
  const saved = algebra.multiply(figures.variableCostUsd[i]!, activityLoss);
  const slack = figures.slackUsd[i]!;
  let short = algebra.subtract(algebra.subtract(lostMeans, saved), slack);

  const { debtUsd, bindingUsd, discretionaryUsd, promisedUsd } = figures.tiers;
  const bindingShort = algebra.subtract(
    algebra.subtract(short, promisedUsd[i]!),
    discretionaryUsd[i]!,
  );
  const book = web.valuation === 'book';
  const lossStanding = book
    ? algebra.add(short, slack)
    : marketLossUsd(round, i, activityLoss, scaleUsd);
  const failed = round.failed(i, bindingShort, lossStanding, lostMeans);
  let loss = lossStanding;
  if (failed !== zero) {
    const unrecovered = algebra.multiply(failed, recoveryLossUsd(round, means, i));
    short = algebra.add(short, unrecovered);
    const costs = algebra.multiply(failed, figures.failureCostUsd[i]!);
    if (book) {
      loss = algebra.add(loss, blame.byFailing(unrecovered, i, lossStanding, bindingShort));
    }
    loss = algebra.add(loss, blame.byFailing(costs, i, lossStanding, bindingShort));
  }

  const defaulted = blame.because(shocks.default[i]!, 'own-shock');
  const meansScale = meansScaleUsd(web, i);
  result.capacityLoss[i] = lostCapacity;
  result.activityLoss[i] = activityLoss;
  result.promisedUnpaid[i] = algebra.worst(
    defaulted,
    algebra.reach(short, promisedUsd[i]!, meansScale),
  );
  short = algebra.subtract(short, promisedUsd[i]!);
  result.discretionaryUnpaid[i] = algebra.worst(
    defaulted,
    algebra.reach(short, discretionaryUsd[i]!, meansScale),
  );
  short = algebra.subtract(short, discretionaryUsd[i]!);
  result.bindingUnpaid[i] = algebra.worst(
    defaulted,
    algebra.reach(short, bindingUsd[i]!, meansScale),
  );
  short = algebra.subtract(short, bindingUsd[i]!);
  result.debtUnpaid[i] = algebra.worst(defaulted, algebra.reach(short, debtUsd[i]!, meansScale));
  result.valueLossUsd[i] = borneUsd(round, i, loss);
  return failed;
};
