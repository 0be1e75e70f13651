import * as z from 'zod/mini';
import { ModelError } from '../../base/errors.ts';
import {
  type ChoiceParameter,
  type NumberParameter,
  resolveParameters,
} from '../../base/parameter.ts';
import { matrixSchema } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { readShares, refuseClosedGroups } from '../problem/shares.ts';
import { readVector } from '../problem/vector.ts';
import { dependencyOf, valuesOf } from './dependency.ts';
import { failuresFromBest, failuresFromWorst } from './failures.ts';

const threshold: NumberParameter = {
  kind: 'number',
  default: 0.9,
  min: 0,
  max: 1,
  step: 0.01,
  unit: 'share of the value before the shock',
  meaning: {
    en: 'a firm whose value falls below this share of its value before the shock fails (theta)',
    zh: '企业价值跌破冲击前价值的这一比例即告失败（theta）',
  },
};

const failureCostShare: NumberParameter = {
  kind: 'number',
  default: 0.5,
  min: 0,
  max: 1,
  step: 0.05,
  unit: 'share of the failure value',
  meaning: {
    en: 'what a failure costs, as a share of the value at which the firm fails (beta)',
    zh: '失败成本占失败阈值的比例（beta）',
  },
};

const equilibrium: ChoiceParameter<'best' | 'worst'> = {
  kind: 'choice',
  default: 'best',
  choices: ['best', 'worst'],
  meaning: {
    en: 'which set of failures, where several are consistent: the fewest or the most',
    zh: '存在多个自洽的失败集合时取哪一个：最少的，还是最多的',
  },
};

const crossHoldingsParameters = { threshold, failureCostShare, equilibrium };

const problemSchema = z.strictObject({
  /** [holder, issuer, share of the issuer, 0..1], or dense with a row per holder. */
  holdings: matrixSchema,
  /** What each firm owned before the shock; its value then sets its failure threshold. */
  baselineAssets: vectorSchema,
  /** What each firm owns after the shock. */
  assets: vectorSchema,
  parameters: parametersSchema,
});

export type CrossHoldingsProblem = z.infer<typeof problemSchema>;

/** Money in the currency of the problem, one figure per firm. */
export interface CrossHoldingsAnswer extends Accuracy {
  readonly values: readonly number[];
  /** Firms by the wave in which they fail. Of the worst case, which has no order: one wave. */
  readonly waves: readonly (readonly number[])[];
  readonly failed: readonly boolean[];
  readonly baselineValues: readonly number[];
  /** Value below which a firm fails. */
  readonly failureValues: readonly number[];
  /** A, row i column j: the share of firm j's assets that ends up with the outside owners of i. */
  readonly dependency: readonly (readonly number[])[];
}

/**
 * Cascades of failures in a network of cross-holdings (Elliott, Golub and Jackson 2014):
 * v = A (p - b), A = Ĉ (I - C)⁻¹, b_i = β_i once v_i < v̲_i.
 *
 * C are the shares that firms hold of each other, Ĉ what is left to outside owners, v̲ = θ times the
 * value at the baseline, β = failureCostShare of v̲. A value below v̲ by 1e-12 of it or less counts
 * as reaching it. Waves start from the best case: nobody has failed; each recomputes all values, so
 * the last is the equilibrium with the fewest failures. Values aren't floored at 0.
 * Cost O(n³) once, O(n) per failure. No firms: empty lists.
 */
export const crossHoldings: PublishedModel<
  CrossHoldingsProblem,
  CrossHoldingsAnswer,
  typeof crossHoldingsParameters
> = {
  id: 'cross-holdings',
  title: {
    en: 'Elliott, Golub and Jackson: cross-holdings',
    zh: 'Elliott–Golub–Jackson 交叉持股模型',
  },
  equation: 'v = Ĉ(I − C)⁻¹(p − b), b_i = β_i once v_i < θ·v_i before the shock',
  tells: {
    en: 'in which waves firms that own each other fail when some of what they own loses value',
    zh: '当部分资产贬值时，相互持股的企业以怎样的次序一波波倒下',
  },
  blindTo: [
    {
      en: 'debt, orders and cash: a firm is what it owns',
      zh: '债务、订单与现金：企业等同于其所持资产',
    },
    {
      en: 'losses that stay above the threshold cost nothing extra',
      zh: '未触及阈值的损失不产生额外成本',
    },
    {
      en: 'where thresholds and failure costs come from: both are given',
      zh: '阈值与失败成本的来源：均为外生给定',
    },
  ],
  references: [
    {
      text: 'Elliott, Golub and Jackson (2014), Financial networks and contagion, American Economic Review 104(10)',
      doi: '10.1257/aer.104.10.3115',
    },
  ],
  parameters: crossHoldingsParameters,
  problemSchema,
  solve: (problem) => {
    const { threshold, failureCostShare, equilibrium } = resolveParameters(
      crossHoldingsParameters,
      problem.parameters,
    );
    const baseline = readVector('baselineAssets', problem.baselineAssets);
    const size = baseline.length;
    const assets = readVector('assets', problem.assets, { size });
    const holdings = readShares('holdings', problem.holdings, size);
    refuseClosedGroups('holdings', holdings, size);
    const dependency = dependencyOf(holdings, size);
    const baselineValues = valuesOf(dependency, baseline);
    const worthless = baselineValues.findIndex((value) => value < 0);
    if (worthless >= 0) {
      const found = `a value of ${baselineValues[worthless]} of firm ${worthless}`;
      throw new ModelError({ where: 'baselineAssets', found, expected: 'a value of 0 or more' });
    }
    const failureValues = baselineValues.map((value) => threshold * value);
    const costs = failureValues.map((value) => failureCostShare * value);
    const run = equilibrium === 'best' ? failuresFromBest : failuresFromWorst;
    const { values, waves, failed, rounds } = run({ dependency, assets, failureValues, costs });
    const left = assets.map((worth, i) => worth - (failed[i] ? costs[i]! : 0));
    const again = valuesOf(dependency, left);
    return {
      values: [...values],
      waves,
      failed,
      baselineValues: [...baselineValues],
      failureValues: [...failureValues],
      dependency: Array.from({ length: size }, (_, i) =>
        Array.from(dependency.subarray(i * size, (i + 1) * size)),
      ),
      converged: true,
      residual: values.reduce((most, value, i) => Math.max(most, Math.abs(value - again[i]!)), 0),
      iterations: rounds,
    };
  },
};
