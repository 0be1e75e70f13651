import type { Algebra } from '../../numerics/program/algebra.ts';
import type { Groups } from '../../numerics/sparse/groups.ts';
import type { Cause } from '../cascade.ts';
import type { Web } from './web.ts';

/** One quantity per firm or leg. */
export type Column<Q> = ArrayLike<Q>;

/** A column that is written to. */
export interface Written<Q> {
  [index: number]: Q;
  readonly length: number;
}

/** The numbers of a web that a round goes through; `Web` itself where they are plain numbers. */
export interface Figures<Q> {
  readonly externalRevenueUsd: Column<Q>;
  readonly variableCostUsd: Column<Q>;
  readonly fundsUsd: Column<Q>;
  readonly reserveUsd: Column<Q>;
  readonly revenueElasticity: Column<Q>;
  readonly fundingElasticity: Column<Q>;
  readonly failureCostUsd: Column<Q>;
  readonly ownRecovery: Column<Q>;
  readonly receivableRecovery: Column<Q>;
  readonly liquidShare: Column<Q>;
  readonly priceImpact: Column<Q>;
  readonly revenueUsd: Column<Q>;
  readonly fundingUsd: Column<Q>;
  readonly slackUsd: Column<Q>;
  readonly startValueUsd: Column<Q>;
  readonly coreValueUsd: Column<Q>;
  readonly receiptsUsd: Column<Q>;
  readonly tiers: Readonly<
    Record<'debtUsd' | 'bindingUsd' | 'discretionaryUsd' | 'promisedUsd', Column<Q>>
  >;
  readonly orders: Readonly<Record<'usd' | 'takeOrPay', Column<Q>>>;
  readonly stakes: Readonly<Record<'stake', Column<Q>>>;
  readonly promises: Readonly<Record<'usd', Column<Q>>>;
  readonly loans: Readonly<Record<'faceUsd' | 'serviceUsd', Column<Q>>>;
  readonly inputWeight: Column<Q>;
}

/** Every shock of a scenario as losses in 0..1: per firm (length n) and per leg. */
export interface Shocks<Q> {
  readonly revenue: Column<Q>;
  readonly value: Column<Q>;
  readonly funding: Column<Q>;
  readonly capacity: Column<Q>;
  readonly default: Column<Q>;
  readonly cancelledOrder: Column<Q>;
  readonly cancelledPromise: Column<Q>;
  readonly cancelledWarrant: Column<Q>;
}

/**
 * The unknowns of the model as losses from the baseline, so that no shock is no loss exactly.
 * Columns of length n; ratios in 0..1.
 */
export interface Losses<Q> {
  /** 1 - activity: share of baseline revenue lost. */
  readonly activityLoss: Column<Q>;
  /** 1 - kappa: share of what was ordered that the firm can't deliver. */
  readonly capacityLoss: Column<Q>;
  /** E0 - E, dollars. */
  readonly valueLossUsd: Column<Q>;
  /** 1 - psi. */
  readonly debtUnpaid: Column<Q>;
  /** 1 - pt. */
  readonly bindingUnpaid: Column<Q>;
  /** 1 - pd. */
  readonly discretionaryUnpaid: Column<Q>;
  /** 1 - pi. */
  readonly promisedUnpaid: Column<Q>;
}

export const UNKNOWNS = [
  'activityLoss',
  'capacityLoss',
  'valueLossUsd',
  'debtUnpaid',
  'bindingUnpaid',
  'discretionaryUnpaid',
  'promisedUnpaid',
] as const satisfies readonly (keyof Losses<unknown>)[];

export type Unknown = (typeof UNKNOWNS)[number];

/** One thing for every unknown. */
export const ofUnknowns = <Thing>(of: (name: Unknown) => Thing): Readonly<Record<Unknown, Thing>> =>
  Object.fromEntries(UNKNOWNS.map((name) => [name, of(name)])) as Record<Unknown, Thing>;

export type WrittenLosses<Q> = Readonly<Record<Unknown, Written<Q>>>;

/** Dollars of means that a firm loses, before the cost that it saves; columns of length n. */
export type Means<Q> = Readonly<
  Record<'outsideLossUsd' | 'ordersLossUsd' | 'fundingLossUsd' | 'receiptsLossUsd', Written<Q>>
>;

/**
 * What stands beside the equations: who is to blame for what. It changes no number; where nobody asks
 * who lit whom, every quantity comes back as it is (`nobodyAsks`).
 */
export interface Blame<Q> {
  /** All that this quantity moves is due to one cause, through a deal and another firm if there are. */
  because(quantity: Q, cause: Cause, deal?: string, firm?: number): Q;
  /** What firm i can't pay for: due to whatever took its means. */
  byMeans(quantity: Q, i: number): Q;
  /** What firm i can't deliver: due to whatever takes its capacity in all. */
  byCapacity(quantity: Q, i: number): Q;
  /** The cost of failing: due to what took the means if claims went unmet, else to what took the value. */
  byFailing(quantity: Q, i: number, lossUsd: Q, bindingShortUsd: Q): Q;
  /** The part of a loss of at least 0 that a firm worth `mostUsd` can lose: the rest is its creditors'. */
  limited(lossUsd: Q, mostUsd: Q, yardstickUsd: number): Q;
}

/** One round of everybody reacting to what they see of everybody, over any algebra. */
export interface Round<Q> {
  readonly algebra: Algebra<Q>;
  readonly blame: Blame<Q>;
  /** Who deals with whom, and yardsticks. */
  readonly web: Web;
  readonly figures: Figures<Q>;
  /** Orders that a customer may not do without, category by category. */
  readonly inputs: Groups;
  readonly shocks: Shocks<Q>;
  readonly seen: Losses<Q>;
  readonly means: Means<Q>;
  /** 1 if the firm has failed, given what it lost; `zero` while it stands. */
  failed(i: number, bindingShortUsd: Q, lossUsd: Q, meansLossUsd: Q): Q;
}
