import { ModelError } from '../../base/errors.ts';
import { floats } from '../../numerics/program/algebra.ts';
import { type Groups, groupBy } from '../../numerics/sparse/groups.ts';
import { baselineOver, type Tiers } from './baseline.ts';
import { essentialInputsOf } from './essential-inputs.ts';
import type { ModelInputs } from './inputs/inputs.ts';
import { neighboursOf } from './neighbours.ts';
import { startValues } from './start-values.ts';

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
  readonly tiers: Readonly<Record<keyof Tiers<number>, Float64Array>>;
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
  /** Of every firm: itself and all that deal with it, directly or through a link. */
  readonly neighbours: Groups;
  /** Orders of a customer that it can't do without, category by category. */
  readonly essentialInputs: Groups;
  /** Of an order: its share of its category's dollars, times its essentiality. */
  readonly inputWeight: Float64Array;
}

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

const asFloats = (column: ArrayLike<number>): Float64Array => Float64Array.from(column);

/**
 * Fill the baseline in, in plain numbers: see `baselineOver`.
 *
 * @throws ModelError when variable cost exceeds min(ownRecovery, receivableRecovery) x R0, or when the
 *         values of firms that hold each other don't settle
 */
export const buildWeb = (inputs: ModelInputs): Web => {
  const size = inputs.firms.length;
  const { orders, stakes, promises, loans } = inputs;
  const groups = {
    ordersOfSupplier: groupBy(orders.supplier, size),
    stakesOfHolder: groupBy(stakes.holder, size),
    stakesOfIssuer: groupBy(stakes.issuer, size),
    promisesToPayee: groupBy(promises.payee, size),
    loansOfLender: groupBy(loans.lender, size),
  };
  const ties = { ...inputs, ...groups };
  const { tiers, ...baseline } = baselineOver(floats, ties, inputs, (claims) =>
    startValues(inputs, ties, claims),
  );
  const revenueUsd = asFloats(baseline.revenueUsd);
  checkVariableCost(inputs, revenueUsd);
  return {
    ...ties,
    size,
    revenueUsd,
    fundingUsd: asFloats(baseline.fundingUsd),
    gapUsd: asFloats(baseline.gapUsd),
    slackUsd: asFloats(baseline.slackUsd),
    tiers: {
      debtUsd: asFloats(tiers.debtUsd),
      bindingUsd: asFloats(tiers.bindingUsd),
      discretionaryUsd: asFloats(tiers.discretionaryUsd),
      promisedUsd: asFloats(tiers.promisedUsd),
    },
    startValueUsd: asFloats(baseline.startValueUsd),
    coreValueUsd: asFloats(baseline.coreValueUsd),
    usesUsd: asFloats(baseline.usesUsd),
    receiptsUsd: asFloats(baseline.receiptsUsd),
    neighbours: neighboursOf(inputs),
    ...essentialInputsOf(orders, size),
  };
};
