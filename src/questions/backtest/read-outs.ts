import type { Web } from '../../models/chained-boats/web.ts';
import { ADAPTERS } from '../../models/on-web/adapters.ts';
import { midRanks } from '../../numerics/rank-correlation/mid-ranks.ts';
import type { EventWeb } from './event-web.ts';
import { predictorOf } from './model-predictors.ts';
import type { DayFacts, Predictor } from './predictor.ts';

/** Part of the orders that a supplier loses which its rivals get: a convention. */
const TO_RIVALS = 0.5;

/** The model as it is. */
export const CASCADE = predictorOf(ADAPTERS.find(({ id }) => id === 'chained-boats')!);

export const perFirm = ({ size }: Web, of: (i: number) => number): number[] =>
  Array.from({ length: size }, (_, i) => of(i));

const hasValue = ({ valueUsd }: Web, i: number): boolean => !Number.isNaN(valueUsd[i]!);

/**
 * The mean of two rankings by size, with the sign of the news: neither needs a weight or a unit. A
 * firm that both leave at 0 stays at 0.
 */
const meanOfRanks = (on: EventWeb, one: readonly number[], other: readonly number[]): number[] => {
  const { web } = on.hit;
  const firms = perFirm(web, (i) => i).filter((i) => hasValue(web, i));
  const ranks = (values: readonly number[]) => midRanks(firms.map((i) => Math.abs(values[i]!)));
  const [a, b] = [ranks(one), ranks(other)];
  const result = perFirm(web, () => 0);
  firms.forEach((i, at) => {
    if (one[i] !== 0 || other[i] !== 0) result[i] = on.sign * (a[at]! + b[at]!);
  });
  return result;
};

export const withRankOf =
  (measure: (on: EventWeb, facts: DayFacts) => readonly number[]): Predictor['predict'] =>
  (on, facts) =>
    meanOfRanks(on, CASCADE.predict(on, facts), measure(on, facts));

/** Orders of a period of every supplier, and the part that the origin or the deals of the news bring. */
export const concentration = ({ hit: { web }, shocks }: EventWeb): number[] => {
  const total = new Float64Array(web.size);
  const struck = new Float64Array(web.size);
  const firms = new Set(shocks.flatMap((shock) => ('firm' in shock ? [shock.firm] : [])));
  const deals = new Set(shocks.flatMap((shock) => (shock.kind === 'cancel' ? [shock.deal] : [])));
  web.orders.deal.forEach((deal, leg) => {
    const supplier = web.orders.supplier[leg]!;
    const usd = web.orders.usd[leg]!;
    total[supplier]! += usd;
    if (deals.has(deal) || firms.has(web.firms[web.orders.customer[leg]!]!)) {
      struck[supplier]! += usd;
    }
  });
  return perFirm(web, (i) => (total[i]! > 0 ? struck[i]! / total[i]! : 0));
};

/** Outside money that a firm must find in the period, over the cash that it has. */
export const fundingNeed = ({ hit: { web } }: EventWeb): number[] =>
  perFirm(web, (i) => {
    const cash = web.fundsUsd[i]! + web.reserveUsd[i]!;
    if (web.gapUsd[i]! <= 0) return 0;
    return cash > 0 ? web.gapUsd[i]! / cash : Number.MAX_VALUE;
  });

/** Part of a firm's revenue that comes from orders of the web. */
export const webRevenue = ({ hit: { web } }: EventWeb): number[] =>
  perFirm(web, (i) =>
    web.revenueUsd[i]! > 0 ? 1 - web.externalRevenueUsd[i]! / web.revenueUsd[i]! : 0,
  );

/** Value of equity and debt over equity: what a fall of the whole firm does to its shares. */
const leverage = ({ network, hit: { web } }: EventWeb): number[] =>
  web.firms.map((id, i) => {
    const debtUsd = network.getNodeAttribute(id, 'debtUsd') ?? 0;
    return hasValue(web, i) && web.valueUsd[i]! > 0 ? 1 + debtUsd / web.valueUsd[i]! : 1;
  });

/**
 * Half of what a supplier loses goes to the other firms of its shelf, in proportion to their value:
 * p_i − ½ Σ_j p_j·V_j / Σ_k≠j V_k over the others j of i's shelf.
 */
export const withRivals: Predictor['predict'] = (on, facts) => {
  const { web } = on.hit;
  const moves = CASCADE.predict(on, facts);
  const shelfOf = web.firms.map((id) => {
    const { layer, shelf } = on.network.getNodeAttributes(id);
    return shelf ?? layer;
  });
  const value = perFirm(web, (i) => (hasValue(web, i) ? web.valueUsd[i]! : 0));
  const onShelf = new Map<string, number>();
  shelfOf.forEach((shelf, i) => {
    onShelf.set(shelf, (onShelf.get(shelf) ?? 0) + value[i]!);
  });
  return perFirm(web, (i) => {
    if (value[i]! === 0) return moves[i]!;
    let gained = 0;
    for (let j = 0; j < web.size; j++) {
      if (j === i || shelfOf[j] !== shelfOf[i] || moves[j] === 0) continue;
      gained += (moves[j]! * value[j]!) / (onShelf.get(shelfOf[j]!)! - value[j]!);
    }
    return moves[i]! - TO_RIVALS * gained;
  });
};

/** Shares bear the fall of the whole firm. */
export const withLeverage: Predictor['predict'] = (on, facts) => {
  const moves = CASCADE.predict(on, facts);
  return leverage(on).map((factor, i) => factor * moves[i]!);
};
