import { ModelError } from '../base/errors.ts';
import { type ParameterTable, resolveParameters } from '../base/parameter.ts';
import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import { echoes } from './echoes.ts';
import { leadingEigenvalue } from './leading-eigenvalue.ts';
import type { Measure } from './measure.ts';

export const katzParameters = {
  strength: {
    kind: 'number',
    default: 0.5,
    min: 0,
    max: 0.99,
    step: 0.05,
    unit: 'share of 1 / lambda',
    meaning: {
      en: 'how much a step counts, as a share of the most that converges',
      zh: '每一步的权重，占可收敛上限的比例',
    },
  },
  alpha: {
    kind: 'number',
    default: 0,
    min: 0,
    max: 1,
    step: 0.001,
    unit: 'per dollar',
    meaning: {
      en: 'how much a step counts outright; 0 = by strength',
      zh: '直接给定每一步的权重；0＝按比例',
    },
  },
} as const satisfies ParameterTable;

/**
 * Katz centrality on incoming edges: k = alpha W^T k + 1, so 1 plus all ways that lead to a row, a way
 * of length l counting alpha^l times its weights.
 *
 * Katz, A new status index derived from sociometric analysis, Psychometrika 18 (1953).
 *
 * @param alpha  at least 0, below 1 / lambda (the leading eigenvalue of W)
 * @throws ModelError for an alpha at or beyond that bound
 */
export const katzOf = (graph: WeightedGraph, alpha: number, lambda: number): Float64Array => {
  if (alpha * lambda >= 1 - 1e-9) {
    throw new ModelError({
      where: 'katz, alpha',
      found: String(alpha),
      expected: `below ${1 / lambda}, the inverse of the leading eigenvalue`,
      hint: 'Set katz.strength instead: a share of that bound.',
    });
  }
  const incoming = transpose(graph);
  const scaled = { ...incoming, weight: incoming.weight.map((weight) => alpha * weight) };
  return echoes('katz', scaled, new Float64Array(graph.size).fill(1));
};

/** Largest sum of a row: stands in for the leading eigenvalue where no walk returns. */
const largestRow = ({ size, start, weight }: WeightedGraph): number => {
  let largest = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += weight[k]!;
    largest = Math.max(largest, sum);
  }
  return largest;
};

export const katz: Measure = {
  id: 'katz',
  title: { en: 'Katz', zh: 'Katz 中心性' },
  unit: 'none',
  convention:
    'k = alpha W^T k + 1: 1 plus all ways of payments that lead to the firm, each step counting ' +
    'alpha times its dollars; alpha = 0.5 / lambda, lambda the leading eigenvalue (where no money ' +
    'comes back round, the largest sum a firm pays); dollars of the chosen layers, payer to payee, ' +
    'parallel deals summed; 1 for a firm that nobody pays.',
  source: 'Katz 1953',
  parameters: katzParameters,
  fn: (network, { layers, parameters } = {}) => {
    const { strength, alpha } = resolveParameters(katzParameters, parameters);
    const graph = dollarGraph(network, layers);
    const lambda = leadingEigenvalue(graph);
    const scale = lambda > 0 ? lambda : largestRow(graph);
    return katzOf(graph, alpha > 0 ? alpha : scale > 0 ? strength / scale : 0, lambda);
  },
};
