import type { Node } from '../../../numerics/program/tape.ts';
import { rowOf } from '../means-parts.ts';
import { capacityLoss, type Essentials } from './capacity.ts';
import {
  fundingLost,
  loanUnpaid,
  orderUnfulfilled,
  promiseUnpaid,
  putUpForSale,
  stakeLossUsd,
  type TapedRound,
  type TapedState,
  worstOf,
} from './legs.ts';
import { moneyScaleUsd, valueScaleUsd } from './scales.ts';

const ordersLossUsd = (round: TapedRound, i: number, ownCapacityLoss: Node): Node => {
  const { tape, web, inputs } = round;
  return tape.sum(
    Array.from(rowOf(web.ordersOfSupplier, i), (leg) =>
      tape.multiply(
        inputs.orders.usd[leg]!,
        worstOf(tape, [orderUnfulfilled(round, leg), ownCapacityLoss]),
      ),
    ),
  );
};

const otherReceiptsLossUsd = (round: TapedRound, i: number): Node => {
  const { tape, web, inputs } = round;
  const { multiply, sum } = tape;
  const owned = [...rowOf(web.stakesOfHolder, i)].filter((leg) => !web.stakes.contingent[leg]);
  return sum([
    ...Array.from(rowOf(web.promisesToPayee, i), (leg) =>
      multiply(inputs.promises.usd[leg]!, promiseUnpaid(round, leg)),
    ),
    ...Array.from(rowOf(web.loansOfLender, i), (leg) =>
      multiply(inputs.loans.serviceUsd[leg]!, loanUnpaid(round, leg)),
    ),
    ...owned.map((leg) => multiply(inputs.liquidShare[i]!, stakeLossUsd(round, leg))),
  ]);
};

const marketLossUsd = (round: TapedRound, i: number, activityLoss: Node): Node => {
  const { tape, web, inputs, baseline, shocks } = round;
  const { subtract, multiply, max, sum, zero, one } = tape;
  const sold = sum(Array.from(rowOf(web.stakesOfIssuer, i), (leg) => putUpForSale(round, leg)));
  const left = (fall: Node): Node => max(zero, subtract(one, fall), 1);
  const activity = left(multiply(inputs.revenueElasticity[i]!, activityLoss));
  const price = left(multiply(inputs.priceImpact[i]!, sold));
  const kept = multiply(multiply(activity, subtract(one, shocks.value[i]!)), price);
  const core = max(zero, baseline.coreValueUsd[i]!, valueScaleUsd(web, i));
  return sum([
    multiply(core, subtract(one, kept)),
    ...Array.from(rowOf(web.stakesOfHolder, i), (leg) => stakeLossUsd(round, leg)),
    ...Array.from(rowOf(web.loansOfLender, i), (leg) =>
      multiply(inputs.loans.faceUsd[leg]!, loanUnpaid(round, leg)),
    ),
  ]);
};

/** As `recoveryLossUsd`. */
const recoveryLossUsd = (
  { tape, inputs, baseline }: TapedRound,
  i: number,
  outsideLoss: Node,
  fundingLoss: Node,
  receiptsLoss: Node,
): Node => {
  const { add, subtract, multiply, sum, one } = tape;
  const own = subtract(
    sum([
      inputs.externalRevenueUsd[i]!,
      inputs.fundsUsd[i]!,
      inputs.reserveUsd[i]!,
      baseline.fundingUsd[i]!,
    ]),
    add(outsideLoss, fundingLoss),
  );
  const receipts = subtract(baseline.receiptsUsd[i]!, receiptsLoss);
  return add(
    multiply(subtract(one, inputs.ownRecovery[i]!), own),
    multiply(subtract(one, inputs.receivableRecovery[i]!), receipts),
  );
};

/** Tier by tier from the last in rank: the share of it that the missing dollars reach. */
const unpaidTiers = ({ tape, web, baseline, shocks }: TapedRound, i: number, short: Node) => {
  const { zero, one } = tape;
  const defaulted = shocks.default[i]!;
  let left = short;
  const unpaid = (tier: Node): Node => {
    const tierUsd = tape.value[tier]!;
    const reached = left;
    left = tape.subtract(left, tier);
    if (tierUsd <= 0) return defaulted;
    const size = Math.max(1, moneyScaleUsd(web, i) / tierUsd);
    const share = tape.min(one, tape.max(zero, tape.divide(reached, tier), size), size);
    return worstOf(tape, [defaulted, share]);
  };
  return {
    promisedUnpaid: unpaid(baseline.promisedUsd[i]!),
    discretionaryUnpaid: unpaid(baseline.discretionaryUsd[i]!),
    bindingUnpaid: unpaid(baseline.bindingUsd[i]!),
    debtUnpaid: unpaid(baseline.debtUsd[i]!),
  };
};

/** A firm's own new unknowns. */
type FirmNodes = Readonly<Record<keyof TapedState, Node>>;

/** A margin below this share of a firm's means, or of its value, is the very edge. */
const EDGE = 1e-9;

/** Whether a firm that is hit and stands would fail at the slightest more. */
const standsAtEdge = (
  { tape, web, baseline }: TapedRound,
  i: number,
  { meansLoss, short, loss }: Readonly<Record<'meansLoss' | 'short' | 'loss', Node>>,
): boolean => {
  const of = (node: Node): number => tape.value[node]!;
  const scale = moneyScaleUsd(web, i);
  const junior = of(baseline.promisedUsd[i]!) + of(baseline.discretionaryUsd[i]!);
  const isHit = of(meansLoss) > EDGE * scale;
  if (isHit && of(short) - junior > -EDGE * scale) return true;
  const start = web.startValueUsd[i]!;
  const floor = web.failureThreshold[i]! * start;
  return floor > 0 && start - of(loss) - floor < EDGE * start;
};

interface FirmStep {
  readonly nodes: FirmNodes;
  readonly atEdge: boolean;
}

/** `stepFirm` on a tape. Whether a firm has failed is taken as it stands: failing is a jump, not a slope. */
export const stepFirm = (
  round: TapedRound,
  failed: boolean,
  essentials: Essentials,
  i: number,
): FirmStep => {
  const { tape, web, inputs, baseline, shocks } = round;
  const { add, subtract, multiply, divide, max, min, sum, zero, one } = tape;
  const lostCapacity = capacityLoss(round, essentials, i);
  const lostOutside = worstOf(tape, [shocks.revenue[i]!, lostCapacity]);
  const outsideLoss = multiply(inputs.externalRevenueUsd[i]!, lostOutside);
  const ordersLoss = ordersLossUsd(round, i, lostCapacity);
  const revenue = baseline.revenueUsd[i]!;
  const activityLoss =
    web.revenueUsd[i]! > 0 ? min(one, divide(add(outsideLoss, ordersLoss), revenue), 1) : zero;

  const fundingLoss = multiply(baseline.fundingUsd[i]!, fundingLost(round, i));
  const receiptsLoss = add(ordersLoss, otherReceiptsLossUsd(round, i));
  const saved = multiply(inputs.variableCostUsd[i]!, activityLoss);
  const meansLoss = subtract(sum([outsideLoss, fundingLoss, receiptsLoss]), saved);
  let short = subtract(meansLoss, baseline.slackUsd[i]!);
  let loss = web.valuation === 'book' ? meansLoss : marketLossUsd(round, i, activityLoss);
  const atEdge = !failed && standsAtEdge(round, i, { meansLoss, short, loss });
  if (failed) {
    const unrecovered = recoveryLossUsd(round, i, outsideLoss, fundingLoss, receiptsLoss);
    short = add(short, unrecovered);
    if (web.valuation === 'book') loss = add(loss, unrecovered);
    loss = add(loss, inputs.failureCostUsd[i]!);
  }
  const scale = valueScaleUsd(web, i);
  const most = max(zero, baseline.startValueUsd[i]!, scale);
  const borne = min(most, max(zero, loss, scale), scale);
  const defaulted = shocks.default[i]!;
  const nodes = {
    activityLoss,
    capacityLoss: lostCapacity,
    valueLossUsd: add(multiply(most, defaulted), multiply(subtract(one, defaulted), borne)),
    ...unpaidTiers(round, i, short),
  };
  return { nodes, atEdge };
};
