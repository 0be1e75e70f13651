import type { Node, Tape } from '../../../numerics/program/tape.ts';
import type { Loop } from '../../../numerics/program/tape-loop.ts';
import type { Web } from '../web.ts';
import type { TapedInputs } from './inputs.ts';
import { moneyScaleUsd, valueScaleUsd } from './scales.ts';

type Nodes = readonly Node[];

/** The baseline of a web on a tape: see `Web` for what each is. */
export interface TapedWeb {
  readonly revenueUsd: Nodes;
  readonly fundingUsd: Nodes;
  readonly gapUsd: Nodes;
  readonly slackUsd: Nodes;
  readonly debtUsd: Nodes;
  readonly bindingUsd: Nodes;
  readonly discretionaryUsd: Nodes;
  readonly promisedUsd: Nodes;
  readonly usesUsd: Nodes;
  readonly startValueUsd: Nodes;
  readonly coreValueUsd: Nodes;
  readonly receiptsUsd: Nodes;
  /** Starting values that hang on each other. */
  readonly loop: Loop;
}

/** Sums of legs per firm. */
const summed = (
  tape: Tape,
  base: Nodes,
  firmOf: Int32Array,
  leg: (index: number) => Node,
): Node[] => {
  const sums = base.slice();
  firmOf.forEach((firm, index) => {
    sums[firm] = tape.add(sums[firm]!, leg(index));
  });
  return sums;
};

/** Money in and out at the baseline, without what stakes would fetch. */
const tapedMoney = (tape: Tape, web: Web, inputs: TapedInputs) => {
  const { add, subtract, multiply, max, zero, one } = tape;
  const none = web.firms.map(() => zero);
  const { orders, promises, loans } = inputs;
  const revenueUsd = summed(
    tape,
    inputs.externalRevenueUsd,
    web.orders.supplier,
    (leg) => orders.usd[leg]!,
  );
  const tiers = {
    debtUsd: summed(
      tape,
      inputs.outsideServiceUsd,
      web.loans.borrower,
      (leg) => loans.serviceUsd[leg]!,
    ),
    bindingUsd: summed(tape, none, web.orders.customer, (leg) =>
      multiply(orders.usd[leg]!, orders.takeOrPay[leg]!),
    ),
    discretionaryUsd: summed(tape, none, web.orders.customer, (leg) =>
      multiply(orders.usd[leg]!, subtract(one, orders.takeOrPay[leg]!)),
    ),
    promisedUsd: summed(tape, none, web.promises.payer, (leg) => promises.usd[leg]!),
  };
  const promisedIn = summed(tape, none, web.promises.payee, (leg) => promises.usd[leg]!);
  const moneyIn = summed(tape, promisedIn, web.loans.lender, (leg) => loans.serviceUsd[leg]!);
  const sources = moneyIn.map((money, i) => tape.sum([money, revenueUsd[i]!, inputs.fundsUsd[i]!]));
  const uses = moneyIn.map((_, i) =>
    tape.sum([
      inputs.fixedCostUsd[i]!,
      inputs.variableCostUsd[i]!,
      tiers.debtUsd[i]!,
      tiers.bindingUsd[i]!,
      tiers.discretionaryUsd[i]!,
      tiers.promisedUsd[i]!,
    ]),
  );
  const size = (i: number) => moneyScaleUsd(web, i);
  const gapUsd = uses.map((use, i) => max(zero, subtract(use, sources[i]!), size(i)));
  const fundingUsd = gapUsd.map((gap, i) => max(gap, inputs.plannedFundingUsd[i]!, size(i)));
  const slackUsd = uses.map((use, i) => {
    const surplus = max(zero, subtract(sources[i]!, use), size(i));
    const beyondGap = subtract(fundingUsd[i]!, gapUsd[i]!);
    return add(add(surplus, beyondGap), inputs.reserveUsd[i]!);
  });
  return { revenueUsd, tiers, moneyIn, usesUsd: uses, gapUsd, fundingUsd, slackUsd };
};

/** Outside money at the baseline: what was planned, or the gap where that is more. */
export const tapedFunding = (tape: Tape, web: Web, inputs: TapedInputs): Nodes =>
  tapedMoney(tape, web, inputs).fundingUsd;

type Money = ReturnType<typeof tapedMoney>;

/** Starting values: known ones as they are; unknown ones, and all in book valuation, from what is held. */
const tapedStartValues = (tape: Tape, web: Web, inputs: TapedInputs, money: Money) => {
  const { add, multiply, zero } = tape;
  const book = web.valuation === 'book';
  const hanging = web.firms.flatMap((_, i) => (book || inputs.valueUsd[i] === null ? [i] : []));
  const start = tape.size;
  const leaves = new Map(hanging.map((i) => [i, tape.leaf(web.startValueUsd[i]!)]));
  const startValueUsd = web.firms.map((_, i) => leaves.get(i) ?? inputs.valueUsd[i] ?? zero);
  const { stakes, loans } = web;
  const unknowns = hanging.map((i) => {
    const since = tape.size;
    let result = zero;
    if (book) {
      const { discretionaryUsd, promisedUsd } = money.tiers;
      result = tape.sum([money.slackUsd[i]!, discretionaryUsd[i]!, promisedUsd[i]!]);
    } else {
      loans.lender.forEach((lender, leg) => {
        if (lender === i && !loans.guarantee[leg]) result = add(result, inputs.loans.faceUsd[leg]!);
      });
    }
    stakes.holder.forEach((holder, leg) => {
      if (holder !== i || (book && stakes.contingent[leg])) return;
      const worth = multiply(inputs.stakes.stake[leg]!, startValueUsd[stakes.issuer[leg]!]!);
      result = add(result, book ? multiply(inputs.liquidShare[i]!, worth) : worth);
    });
    return { leaf: leaves.get(i)!, result, since, size: valueScaleUsd(web, i) };
  });
  return { startValueUsd, loop: { start, end: tape.size, unknowns } };
};

/**
 * `buildWeb` on a tape: the same baseline, with the slope of every figure in every input.
 *
 * @param web     the same baseline in numbers: who deals with whom, yardsticks, starting values
 * @param inputs  its numbers as nodes
 */
export const tapedWeb = (tape: Tape, web: Web, inputs: TapedInputs): TapedWeb => {
  const { add, subtract, multiply, zero } = tape;
  const money = tapedMoney(tape, web, inputs);
  const { startValueUsd, loop } = tapedStartValues(tape, web, inputs, money);
  const { stakes } = web;
  const worth = (leg: number): Node =>
    multiply(inputs.stakes.stake[leg]!, startValueUsd[stakes.issuer[leg]!]!);
  const none = web.firms.map(() => zero);
  const heldUsd = summed(tape, none, stakes.holder, worth);
  const sellableUsd = summed(tape, none, stakes.holder, (leg) =>
    stakes.contingent[leg] ? zero : multiply(inputs.liquidShare[stakes.holder[leg]!]!, worth(leg)),
  );
  return {
    revenueUsd: money.revenueUsd,
    fundingUsd: money.fundingUsd,
    gapUsd: money.gapUsd,
    ...money.tiers,
    usesUsd: money.usesUsd,
    startValueUsd,
    coreValueUsd: startValueUsd.map((usd, i) => subtract(usd, heldUsd[i]!)),
    slackUsd: money.slackUsd.map((usd, i) => add(usd, sellableUsd[i]!)),
    receiptsUsd: money.moneyIn.map((usd, i) =>
      tape.sum([
        subtract(money.revenueUsd[i]!, inputs.externalRevenueUsd[i]!),
        usd,
        sellableUsd[i]!,
      ]),
    ),
    loop,
  };
};
