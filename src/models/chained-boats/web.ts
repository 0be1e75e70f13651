import { ModelError } from '../../base/errors.ts';
import { type Groups, groupBy } from '../../numerics/sparse/groups.ts';
import { essentialInputsOf } from './essential-inputs.ts';
import type { ModelInputs } from './inputs/inputs.ts';
import { bookValues, marketValues } from './start-values.ts';

/** Nominal sizes of the waterfall's tiers below operating cost, dollars per period. */
export interface Tiers {
  readonly debtUsd: Float64Array;
  readonly bindingUsd: Float64Array;
  readonly discretionaryUsd: Float64Array;
  readonly promisedUsd: Float64Array;
}

/** The inputs with their baseline: every commitment honoured, every gap filled. */
export interface Web extends ModelInputs {
  readonly size: number;
  readonly revenueUsd: Float64Array;
  /** Outside funding at the baseline: what was planned, or the gap where that is more. */
  readonly fundingUsd: Float64Array;
  /** Outside money that the firm must find for its commitments to stand. */
  readonly gapUsd: Float64Array;
  /** Means left after every claim at the baseline, at least 0. */
  readonly slackUsd: Float64Array;
  readonly tiers: Tiers;
  /** E0, with the worth of its claims where the value is unknown. */
  readonly startValueUsd: Float64Array;
  /** E0 less the stakes; negative for a holding company with debt. */
  readonly coreValueUsd: Float64Array;
  /** Baseline operating cost, debt service, orders and promises. */
  readonly usesUsd: Float64Array;
  /** Receipts from inside the web at the baseline, with what the sellable stakes would fetch. */
  readonly receiptsUsd: Float64Array;
  readonly ordersOfSupplier: Groups;
  readonly stakesOfHolder: Groups;
  readonly stakesOfIssuer: Groups;
  readonly promisesToPayee: Groups;
  readonly loansOfLender: Groups;
  /** Orders of a customer that it can't do without, category by category. */
  readonly essentialInputs: Groups;
  /** Of an order: its share of its category's dollars, times its essentiality. */
  readonly inputWeight: Float64Array;
}

const sumInto = (
  target: Float64Array,
  key: Int32Array,
  amount: (index: number) => number,
): Float64Array => {
  for (let index = 0; index < key.length; index++) target[key[index]!]! += amount(index);
  return target;
};

const tiersOf = (inputs: ModelInputs): Tiers => {
  const { orders, loans, promises } = inputs;
  const zeros = () => new Float64Array(inputs.firms.length);
  return {
    debtUsd: sumInto(
      inputs.outsideServiceUsd.slice(),
      loans.borrower,
      (leg) => loans.serviceUsd[leg]!,
    ),
    bindingUsd: sumInto(
      zeros(),
      orders.customer,
      (leg) => orders.usd[leg]! * orders.takeOrPay[leg]!,
    ),
    discretionaryUsd: sumInto(
      zeros(),
      orders.customer,
      (leg) => orders.usd[leg]! * (1 - orders.takeOrPay[leg]!),
    ),
    promisedUsd: sumInto(zeros(), promises.payer, (leg) => promises.usd[leg]!),
  };
};

const checkVariableCost = (inputs: ModelInputs, revenueUsd: Float64Array): void => {
  inputs.firms.forEach((firm, i) => {
    const recovery = Math.min(inputs.ownRecovery[i]!, inputs.receivableRecovery[i]!);
    const most = recovery * revenueUsd[i]!;
    if (inputs.variableCostUsd[i]! <= most * (1 + 1e-12)) return;
    throw new ModelError({
      where: `firm ${firm}, variable cost`,
      found: `${inputs.variableCostUsd[i]} USD`,
      expected: `at most ${most} USD (its revenue times the share that a failed firm recovers)`,
      hint: 'With more, the firm would gain by shrinking: move part of it to the fixed cost.',
    });
  });
};

/**
 * Fill the baseline in: revenue R0 = X + orders received, the waterfall's tiers, the gap and slack,
 * starting values. Baseline funding F is the planned money, or the gap where that is more, with
 *
 *   gap = max(0, Cf + Cv + debt service + orders + promises - R0 - K - receipts of loans, promises)
 *
 * Stakes that could be sold and assumed reserves are a cushion (slack), not sources that close a gap.
 *
 * @throws ModelError when variable cost exceeds min(ownRecovery, receivableRecovery) x R0
 */
export const buildWeb = (inputs: ModelInputs): Web => {
  const size = inputs.firms.length;
  const { orders, stakes, promises, loans } = inputs;
  const revenueUsd = sumInto(
    inputs.externalRevenueUsd.slice(),
    orders.supplier,
    (leg) => orders.usd[leg]!,
  );
  checkVariableCost(inputs, revenueUsd);
  const tiers = tiersOf(inputs);
  const moneyIn = sumInto(
    sumInto(new Float64Array(size), promises.payee, (leg) => promises.usd[leg]!),
    loans.lender,
    (leg) => loans.serviceUsd[leg]!,
  );
  const sources = moneyIn.map((money, i) => money + revenueUsd[i]! + inputs.fundsUsd[i]!);
  const uses = sources.map(
    (_, i) =>
      inputs.fixedCostUsd[i]! +
      inputs.variableCostUsd[i]! +
      tiers.debtUsd[i]! +
      tiers.bindingUsd[i]! +
      tiers.discretionaryUsd[i]! +
      tiers.promisedUsd[i]!,
  );
  const gapUsd = uses.map((use, i) => Math.max(0, use - sources[i]!));
  const fundingUsd = gapUsd.map((gap, i) => Math.max(gap, inputs.plannedFundingUsd[i]!));
  const surplus = uses.map((use, i) => Math.max(0, sources[i]! - use));
  const slackBeforeStakes = surplus.map(
    (left, i) => left + fundingUsd[i]! - gapUsd[i]! + inputs.reserveUsd[i]!,
  );

  const claims = { slackUsd: slackBeforeStakes, tiers };
  const startValueUsd =
    inputs.valuation === 'book' ? bookValues(inputs, claims) : marketValues(inputs);
  const coreValueUsd = sumInto(
    startValueUsd.slice(),
    stakes.holder,
    (leg) => -stakes.stake[leg]! * startValueUsd[stakes.issuer[leg]!]!,
  );
  const sellableUsd = sumInto(new Float64Array(size), stakes.holder, (leg) => {
    if (stakes.contingent[leg]) return 0;
    const worth = stakes.stake[leg]! * startValueUsd[stakes.issuer[leg]!]!;
    return inputs.liquidShare[stakes.holder[leg]!]! * worth;
  });
  const slackUsd = slackBeforeStakes.map((slack, i) => slack + sellableUsd[i]!);
  const receiptsUsd = moneyIn.map(
    (money, i) => money + revenueUsd[i]! - inputs.externalRevenueUsd[i]! + sellableUsd[i]!,
  );

  return {
    ...inputs,
    size,
    revenueUsd,
    fundingUsd,
    gapUsd,
    slackUsd,
    tiers,
    startValueUsd,
    coreValueUsd,
    usesUsd: uses,
    receiptsUsd,
    ordersOfSupplier: groupBy(orders.supplier, size),
    stakesOfHolder: groupBy(stakes.holder, size),
    stakesOfIssuer: groupBy(stakes.issuer, size),
    promisesToPayee: groupBy(promises.payee, size),
    loansOfLender: groupBy(loans.lender, size),
    ...essentialInputsOf(orders, size),
  };
};
