import type { Algebra } from '../../numerics/program/algebra.ts';
import type { Groups } from '../../numerics/sparse/groups.ts';
import type { ModelInputs } from './inputs/inputs.ts';
import type { Column } from './round.ts';

/** The numbers of `ModelInputs` that a baseline is made of; who deals with whom stays with the inputs. */
export interface InputFigures<Q> {
  readonly externalRevenueUsd: Column<Q>;
  readonly fixedCostUsd: Column<Q>;
  readonly variableCostUsd: Column<Q>;
  readonly fundsUsd: Column<Q>;
  readonly reserveUsd: Column<Q>;
  readonly outsideServiceUsd: Column<Q>;
  readonly plannedFundingUsd: Column<Q>;
  readonly liquidShare: Column<Q>;
  readonly orders: Readonly<Record<'usd' | 'takeOrPay', Column<Q>>>;
  readonly stakes: Readonly<Record<'stake', Column<Q>>>;
  readonly promises: Readonly<Record<'usd', Column<Q>>>;
  readonly loans: Readonly<Record<'faceUsd' | 'serviceUsd', Column<Q>>>;
}

/** Nominal sizes of the waterfall's tiers below operating cost, dollars per period. */
export interface Tiers<Q> {
  readonly debtUsd: readonly Q[];
  readonly bindingUsd: readonly Q[];
  readonly discretionaryUsd: readonly Q[];
  readonly promisedUsd: readonly Q[];
}

/** What firms have and owe when every commitment is honoured and every gap filled; see `Web`. */
export interface Baseline<Q> {
  readonly revenueUsd: readonly Q[];
  readonly fundingUsd: readonly Q[];
  readonly gapUsd: readonly Q[];
  readonly slackUsd: readonly Q[];
  readonly tiers: Tiers<Q>;
  readonly startValueUsd: readonly Q[];
  readonly coreValueUsd: readonly Q[];
  readonly usesUsd: readonly Q[];
  readonly receiptsUsd: readonly Q[];
}

/** Who deals with whom. */
export type Ties = Pick<ModelInputs, 'firms' | 'orders' | 'stakes' | 'promises' | 'loans'> & {
  readonly valuation: ModelInputs['valuation'];
  readonly stakesOfHolder: Groups;
  readonly loansOfLender: Groups;
};

/** Sums of legs per firm, added to what stands in `base`. */
const summed = <Q>(
  { add }: Algebra<Q>,
  base: Iterable<Q> | ArrayLike<Q>,
  firmOf: Int32Array,
  leg: (index: number) => Q,
): Q[] => {
  const sums = Array.from(base);
  for (let index = 0; index < firmOf.length; index++) {
    sums[firmOf[index]!] = add(sums[firmOf[index]!]!, leg(index));
  }
  return sums;
};

/** Money in and out at the baseline, without what stakes would fetch. */
export const moneyOver = <Q>(
  algebra: Algebra<Q>,
  ties: Ties,
  inputs: InputFigures<Q>,
  yardstickUsd: (i: number) => number | undefined,
) => {
  const { add, subtract, multiply, max, sum, zero, one } = algebra;
  const none = ties.firms.map(() => zero);
  const { orders, promises, loans } = inputs;
  const revenueUsd = summed(
    algebra,
    inputs.externalRevenueUsd,
    ties.orders.supplier,
    (leg) => orders.usd[leg]!,
  );
  const tiers: Tiers<Q> = {
    debtUsd: summed(
      algebra,
      inputs.outsideServiceUsd,
      ties.loans.borrower,
      (leg) => loans.serviceUsd[leg]!,
    ),
    bindingUsd: summed(algebra, none, ties.orders.customer, (leg) =>
      multiply(orders.usd[leg]!, orders.takeOrPay[leg]!),
    ),
    discretionaryUsd: summed(algebra, none, ties.orders.customer, (leg) =>
      multiply(orders.usd[leg]!, subtract(one, orders.takeOrPay[leg]!)),
    ),
    promisedUsd: summed(algebra, none, ties.promises.payer, (leg) => promises.usd[leg]!),
  };
  const promisedIn = summed(algebra, none, ties.promises.payee, (leg) => promises.usd[leg]!);
  const moneyIn = summed(algebra, promisedIn, ties.loans.lender, (leg) => loans.serviceUsd[leg]!);
  const sources = moneyIn.map((money, i) => add(add(money, revenueUsd[i]!), inputs.fundsUsd[i]!));
  const usesUsd = moneyIn.map((_, i) =>
    sum([
      inputs.fixedCostUsd[i]!,
      inputs.variableCostUsd[i]!,
      tiers.debtUsd[i]!,
      tiers.bindingUsd[i]!,
      tiers.discretionaryUsd[i]!,
      tiers.promisedUsd[i]!,
    ]),
  );
  const gapUsd = usesUsd.map((use, i) => max(zero, subtract(use, sources[i]!), yardstickUsd(i)));
  const fundingUsd = gapUsd.map((gap, i) =>
    max(gap, inputs.plannedFundingUsd[i]!, yardstickUsd(i)),
  );
  const slackUsd = usesUsd.map((use, i) => {
    const surplus = max(zero, subtract(sources[i]!, use), yardstickUsd(i));
    return add(subtract(add(surplus, fundingUsd[i]!), gapUsd[i]!), inputs.reserveUsd[i]!);
  });
  return { revenueUsd, tiers, moneyIn, usesUsd, gapUsd, fundingUsd, slackUsd };
};

/** What values are claims on: the baseline's money, before stakes are worth anything. */
export interface Claims<Q> {
  readonly slackUsd: Column<Q>;
  readonly tiers: Tiers<Q>;
}

/**
 * Starting value of a firm whose value nobody stated, from the values of what it holds.
 *
 *   market valuation  E0_i = faces of its loans + sum_j S_ij E0_j
 *   book valuation    E0_i = slack + discretionary and promised payments + liq_i sum_j S_ij E0_j
 */
export const worthOver = <Q>(
  { add, multiply, zero }: Algebra<Q>,
  ties: Ties,
  inputs: InputFigures<Q>,
  { slackUsd, tiers }: Claims<Q>,
  values: Column<Q>,
  i: number,
): Q => {
  const { stakes, loans, stakesOfHolder, loansOfLender } = ties;
  const book = ties.valuation === 'book';
  let worth = zero;
  if (book) {
    worth = add(add(slackUsd[i]!, tiers.discretionaryUsd[i]!), tiers.promisedUsd[i]!);
  } else {
    for (let at = loansOfLender.start[i]!; at < loansOfLender.start[i + 1]!; at++) {
      const leg = loansOfLender.item[at]!;
      if (!loans.guarantee[leg]) worth = add(worth, inputs.loans.faceUsd[leg]!);
    }
  }
  for (let at = stakesOfHolder.start[i]!; at < stakesOfHolder.start[i + 1]!; at++) {
    const leg = stakesOfHolder.item[at]!;
    if (book && stakes.contingent[leg]) continue;
    const stake = inputs.stakes.stake[leg]!;
    const held = book ? multiply(inputs.liquidShare[i]!, stake) : stake;
    worth = add(worth, multiply(held, values[stakes.issuer[leg]!]!));
  }
  return worth;
};

/**
 * Revenue R0 = X + orders received, the waterfall's tiers, the gap and slack, starting values. Baseline
 * funding F is the planned money, or the gap where that is more, with
 *
 *   gap = max(0, Cf + Cv + debt service + orders + promises - R0 - K - receipts of loans, promises)
 *
 * Stakes that could be sold and assumed reserves are a cushion (slack), not sources that close a gap.
 *
 * @param startValues  values at which `worthOver` comes to rest
 */
export const baselineOver = <Q>(
  algebra: Algebra<Q>,
  ties: Ties,
  inputs: InputFigures<Q>,
  startValues: (claims: Claims<Q>) => Column<Q>,
  yardstickUsd: (i: number) => number | undefined = () => undefined,
): Baseline<Q> => {
  const { add, subtract, multiply, zero } = algebra;
  const { moneyIn, slackUsd, ...money } = moneyOver(algebra, ties, inputs, yardstickUsd);
  const startValueUsd = startValues({ slackUsd, tiers: money.tiers });
  const { holder, issuer, contingent } = ties.stakes;
  const worth = (leg: number): Q =>
    multiply(inputs.stakes.stake[leg]!, startValueUsd[issuer[leg]!]!);
  const coreValueUsd = Array.from(startValueUsd);
  for (let leg = 0; leg < holder.length; leg++) {
    coreValueUsd[holder[leg]!] = subtract(coreValueUsd[holder[leg]!]!, worth(leg));
  }
  const none = ties.firms.map(() => zero);
  const sellableUsd = summed(algebra, none, holder, (leg) =>
    contingent[leg] ? zero : multiply(inputs.liquidShare[holder[leg]!]!, worth(leg)),
  );
  return {
    ...money,
    startValueUsd: Array.from(startValueUsd),
    coreValueUsd,
    slackUsd: slackUsd.map((slack, i) => add(slack, sellableUsd[i]!)),
    receiptsUsd: moneyIn.map((inside, i) => {
      const received = subtract(add(inside, money.revenueUsd[i]!), inputs.externalRevenueUsd[i]!);
      return add(received, sellableUsd[i]!);
    }),
  };
};
