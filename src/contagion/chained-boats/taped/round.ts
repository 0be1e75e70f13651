import type { Node, Tape } from '../../../kernel/tape.ts';
import type { Loop, Unknown } from '../../../kernel/tape-loop.ts';
import { rowOf } from '../means-parts.ts';
import type { State } from '../state.ts';
import {
  fundingLost,
  inputMissing,
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

const UNKNOWNS = [
  'activityLoss',
  'capacityLoss',
  'valueLossUsd',
  'debtUnpaid',
  'bindingUnpaid',
  'discretionaryUnpaid',
  'promisedUnpaid',
] as const satisfies readonly (keyof TapedState)[];

/** Essential or not, an order counts among its category's: its share of the category's dollars. */
const inputWeights = ({ tape, web, inputs }: TapedRound): readonly Node[] => {
  const { category, customer, usd } = web.orders;
  const totals = new Map<string, { node: Node; count: number }>();
  const keyOf = (leg: number) => `${customer[leg]}:${category[leg]}`;
  usd.forEach((_, leg) => {
    const { node, count } = totals.get(keyOf(leg)) ?? { node: tape.zero, count: 0 };
    totals.set(keyOf(leg), { node: tape.add(node, inputs.orders.usd[leg]!), count: count + 1 });
  });
  return Array.from(usd, (_, leg) => {
    const essentiality = inputs.orders.essentiality[leg]!;
    if (essentiality === tape.zero) return tape.zero;
    const { node, count } = totals.get(keyOf(leg))!;
    const share =
      tape.value[node]! > 0 ? tape.divide(inputs.orders.usd[leg]!, node) : tape.constant(1 / count);
    return tape.multiply(share, essentiality);
  });
};

/** As `capacityLoss`: the scarcest category of inputs, or what the shock takes. */
const capacityLoss = (
  round: TapedRound,
  ordersOfCustomer: readonly (readonly number[])[],
  weight: readonly Node[],
  i: number,
): Node => {
  const { tape, web, shocks } = round;
  const categories = new Map<number, Node>();
  for (const leg of ordersOfCustomer[i]!) {
    if (weight[leg] === tape.zero) continue;
    const category = web.orders.category[leg]!;
    const missing = tape.multiply(weight[leg]!, inputMissing(round, leg));
    categories.set(category, tape.add(categories.get(category) ?? tape.zero, missing));
  }
  const losses = [shocks.capacity[i]!, shocks.default[i]!, ...categories.values()];
  const worst = worstOf(tape, losses);
  return worst === tape.zero ? worst : tape.min(tape.one, worst, 1);
};

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

type FirmNodes = Readonly<Record<(typeof UNKNOWNS)[number], Node>>;

/** `stepFirm` on a tape. Whether a firm has failed is taken as it stands: failing is a jump, not a slope. */
const stepFirm = (
  round: TapedRound,
  failed: boolean,
  ordersOfCustomer: readonly (readonly number[])[],
  weight: readonly Node[],
  i: number,
): FirmNodes => {
  const { tape, web, inputs, baseline, shocks } = round;
  const { add, subtract, multiply, divide, max, min, sum, zero, one } = tape;
  const lostCapacity = capacityLoss(round, ordersOfCustomer, weight, i);
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
  return {
    activityLoss,
    capacityLoss: lostCapacity,
    valueLossUsd: add(multiply(most, defaulted), multiply(subtract(one, defaulted), borne)),
    ...unpaidTiers(round, i, short),
  };
};

/** The fixed point of the rounds on a tape: its unknowns, and the loop that gives them back. */
export interface TapedCascade {
  readonly seen: TapedState;
  readonly loop: Loop;
}

/**
 * The local linear piece of the round map around a state where the rounds have come to rest: every
 * step of `stepAll` once, with the side of each larger-of and smaller-of that is active there.
 *
 * @param state  the fixed point, from `findLimit`
 */
export const tapedCascade = (
  tape: Tape,
  parts: Omit<TapedRound, 'tape' | 'seen'>,
  state: State,
): TapedCascade => {
  const { web } = parts;
  const seenNothing = { ...parts, tape, seen: {} as TapedState };
  const weight = inputWeights(seenNothing);
  const ordersOfCustomer = web.firms.map((): number[] => []);
  web.orders.customer.forEach((customer, leg) => {
    ordersOfCustomer[customer]!.push(leg);
  });
  const start = tape.size;
  const seen = Object.fromEntries(
    UNKNOWNS.map((name) => [name, Array.from(state[name], tape.leaf)]),
  ) as Record<(typeof UNKNOWNS)[number], Node[]>;
  const round: TapedRound = { ...parts, tape, seen };
  const results = web.firms.map((_, i) => {
    const since = tape.size;
    const nodes = stepFirm(round, state.failed[i] === 1, ordersOfCustomer, weight, i);
    return { since, nodes };
  });
  const unknowns = UNKNOWNS.flatMap((name) =>
    results.map(
      ({ since, nodes }, i): Unknown => ({
        leaf: seen[name][i]!,
        result: nodes[name],
        since,
        size: name === 'valueLossUsd' ? valueScaleUsd(web, i) : 1,
      }),
    ),
  );
  return { seen, loop: { start, end: tape.size, unknowns } };
};
