import * as z from 'zod/mini';
import { resolveParameters } from '../../base/parameter.ts';
import { matrixSchema } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { readVector } from '../problem/vector.ts';
import { coefficients, readFlows, timesVector, totalRequirements, violation } from './flows.ts';

export const leontiefProblemSchema = z.strictObject({
  /** [supplier, customer, amount] or dense with a row per supplier; firms may use what they make. */
  flows: matrixSchema,
  /** Sales of each firm outside the network. */
  finalDemand: vectorSchema,
  /** Per scenario, what final demand becomes; left away: what it is. */
  demands: z.optional(z.readonly(z.array(vectorSchema))),
  parameters: parametersSchema,
});

export type LeontiefProblem = z.infer<typeof leontiefProblemSchema>;

export interface LeontiefAnswer extends Accuracy {
  /** Output of each firm before, in the currency of the problem. */
  readonly baseline: readonly number[];
  /** Per scenario: output of each firm that its final demand calls for. */
  readonly output: readonly (readonly number[])[];
  /** Output of the whole network that one unit of final demand for each firm calls for. */
  readonly multipliers: readonly number[];
}

/**
 * The quantity model of input-output analysis (Leontief 1936): x = A x + f, A_ij = Z_ij / x_j, so
 * x = (I - A)^-1 f. Firms 0..n-1, amounts in any one currency. Recipes are fixed and nothing is scarce.
 * A firm without output has an empty recipe; no firms at all: empty lists.
 *
 * @throws ModelError where a group of firms sells to nobody outside it (spectral radius 1)
 * @throws DataError, ModelError for a table or vector that isn't what it should be
 */
export const leontief: PublishedModel<LeontiefProblem, LeontiefAnswer, Record<never, never>> = {
  id: 'leontief',
  title: { en: 'Leontief quantity model', zh: '列昂惕夫数量模型' },
  equation: 'x = A x + f, A_ij = Z_ij / x_j',
  tells: {
    en: 'how much every firm must make, directly and for its customers, when final demand changes',
    zh: '最终需求变动时，各企业直接与间接须生产多少',
  },
  blindTo: [
    { en: 'scarcity: whatever is asked for is made', zh: '稀缺：要多少就能生产多少' },
    { en: 'prices and substitution of inputs', zh: '价格与投入替代' },
    { en: 'stocks and time', zh: '库存与时间' },
  ],
  references: [
    {
      text: 'Leontief (1936), Quantitative input and output relations in the economic system of the United States, Review of Economics and Statistics 18(3)',
      doi: '10.2307/1927837',
    },
  ],
  parameters: {},
  problemSchema: leontiefProblemSchema,
  solve: (problem) => {
    resolveParameters({}, problem.parameters);
    const finalDemand = readVector('finalDemand', problem.finalDemand, { min: 0 });
    const size = finalDemand.length;
    const flows = readFlows(problem.flows, size);
    const baseline = finalDemand.slice();
    flows.amount.forEach((amount, at) => {
      baseline[flows.row[at]!]! += amount;
    });
    const recipes = coefficients(flows, baseline, 'column');
    const inverse = totalRequirements(recipes, size, 'final demand');
    const outputs = (problem.demands ?? [problem.finalDemand]).map((demand, k) => {
      const f = readVector(`demands[${k}]`, demand, { size, min: 0 });
      const x = timesVector(inverse, f);
      return { x, residual: violation(recipes, x, f) };
    });
    return {
      baseline: Array.from(baseline),
      output: outputs.map(({ x }) => Array.from(x)),
      multipliers: Array.from(timesVector(inverse, new Float64Array(size).fill(1), true)),
      converged: true,
      residual: Math.max(0, ...outputs.map(({ residual }) => residual)),
      iterations: 1,
    };
  },
};
