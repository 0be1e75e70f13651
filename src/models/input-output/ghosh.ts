import * as z from 'zod/mini';
import { ModelError } from '../../base/errors.ts';
import { resolveParameters } from '../../base/parameter.ts';
import { matrixSchema } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { readVector } from '../problem/vector.ts';
import { coefficients, readFlows, timesVector, totalRequirements, violation } from './flows.ts';

export const ghoshProblemSchema = z.strictObject({
  /** [supplier, customer, amount] or dense with a row per supplier; firms may use what they make. */
  flows: matrixSchema,
  /** What each firm pays outside the network: wages, capital, imports. */
  primaryInputs: vectorSchema,
  /** Per scenario, what the same primary inputs cost; left away: what they cost before. */
  costs: z.optional(z.readonly(z.array(vectorSchema))),
  parameters: parametersSchema,
});

export type GhoshProblem = z.infer<typeof ghoshProblemSchema>;

export interface GhoshAnswer extends Accuracy {
  /** Value of each firm's output before, in the currency of the problem. */
  readonly baseline: readonly number[];
  /** Per scenario: value of the same output at the new costs. */
  readonly values: readonly (readonly number[])[];
  /** Per scenario: price of each firm's output over the price before; 1 where there is no output. */
  readonly prices: readonly (readonly number[])[];
  /** Value of the whole network's output that one unit of primary cost at each firm adds. */
  readonly multipliers: readonly number[];
}

const priceOf = (value: number, before: number): number => (before > 0 ? value / before : 1);

/** @throws ModelError where a firm sells more in the network than its inputs are worth */
const checkOutput = (sold: Float64Array, output: Float64Array): void => {
  sold.forEach((sales, i) => {
    if (sales <= output[i]! * (1 + 1e-12)) return;
    throw new ModelError({
      where: `primaryInputs[${i}]`,
      found: `sales of ${sales} from inputs of ${output[i]}`,
      expected: 'inputs, primary ones included, that are worth the sales',
    });
  });
};

/**
 * The supply-side model (Ghosh 1958) as a price model (Dietzenbacher 1997): x' = x' B + v',
 * B_ij = Z_ij / x_i. Quantities stay, costs are passed on in full: x_new / x is the price of a firm's
 * output, the same as in Leontief's price model. Firms 0..n-1, amounts in any one currency. No firms
 * at all: empty lists.
 *
 * @throws ModelError where a group of firms pays nobody outside it (spectral radius 1)
 * @throws DataError, ModelError for a table or vector that isn't what it should be
 */
export const ghosh: PublishedModel<GhoshProblem, GhoshAnswer, Record<never, never>> = {
  id: 'ghosh',
  title: { en: 'Ghosh price model', zh: 'Ghosh 价格模型' },
  equation: 'x′ = x′B + v′, B_ij = Z_ij / x_i; price_j = x_j(new) / x_j',
  tells: {
    en: 'how far the prices of every firm rise when wages, capital or imports become dearer somewhere',
    zh: '某处工资、资本或进口变贵时，各企业价格上升多少',
  },
  blindTo: [
    {
      en: 'demand: nobody buys less of what is dearer',
      zh: '需求：涨价后无人减少购买',
    },
    { en: 'margins that absorb a cost', zh: '消化成本的利润空间' },
    {
      en: 'missing inputs: it is a model of prices, not of quantities',
      zh: '投入短缺：这是价格而非数量模型',
    },
  ],
  references: [
    {
      text: 'Ghosh (1958), Input-output approach in an allocation system, Economica 25(97)',
      doi: '10.2307/2550694',
    },
    {
      text: 'Dietzenbacher (1997), In vindication of the Ghosh model: a reinterpretation as a price model, Journal of Regional Science 37(4)',
      doi: '10.1111/0022-4146.00073',
    },
  ],
  parameters: {},
  problemSchema: ghoshProblemSchema,
  solve: (problem) => {
    resolveParameters({}, problem.parameters);
    const primary = readVector('primaryInputs', problem.primaryInputs, { min: 0 });
    const size = primary.length;
    const flows = readFlows(problem.flows, size);
    const baseline = primary.slice();
    flows.amount.forEach((amount, at) => {
      baseline[flows.column[at]!]! += amount;
    });
    const sold = new Float64Array(size);
    flows.amount.forEach((amount, at) => {
      sold[flows.row[at]!]! += amount;
    });
    checkOutput(sold, baseline);
    const shares = coefficients(flows, baseline, 'row');
    const inverse = totalRequirements(shares, size, 'primary inputs');
    const answers = (problem.costs ?? [problem.primaryInputs]).map((costs, k) => {
      const v = readVector(`costs[${k}]`, costs, { size, min: 0 });
      const x = timesVector(inverse, v, true);
      return { x, residual: violation(shares, x, v, true) };
    });
    return {
      baseline: Array.from(baseline),
      values: answers.map(({ x }) => Array.from(x)),
      prices: answers.map(({ x }) => Array.from(x, (value, i) => priceOf(value, baseline[i]!))),
      multipliers: Array.from(timesVector(inverse, new Float64Array(size).fill(1))),
      converged: true,
      residual: Math.max(0, ...answers.map(({ residual }) => residual)),
      iterations: 1,
    };
  },
};
