import { type ParameterTable, resolveParameters } from '../contagion/parameter.ts';
import { type Csr, dollarGraph, transpose } from './dollar-graph.ts';
import type { Measure } from './measure.ts';
import { powerIteration } from './power-iteration.ts';

export const pagerankParameters = {
  damping: {
    kind: 'number',
    default: 0.85,
    min: 0,
    max: 0.99,
    step: 0.01,
    unit: 'share',
    meaning: {
      en: 'part of a firm’s importance that follows its dollars; the rest is spread evenly',
      zh: '沿资金流向传递的重要性比例，其余平均分配',
    },
  },
} as const satisfies ParameterTable;

/**
 * Weighted PageRank by power iteration.
 *
 * p = d (P^T p + (1/n) sum of p over rows without edges) + (1 - d) / n,  P = weight / row sum
 *
 * Page, Brin, Motwani and Winograd 1999. Cost O((n + m) x iterations).
 *
 * @param damping d, 0..1 (1 excluded)
 * @returns n, sums to 1; uniform when there are no edges, empty when there are no rows
 */
export const pagerankOf = (graph: Csr, damping: number): Float64Array => {
  const { size } = graph;
  if (size === 0) return new Float64Array(0);
  const incoming = transpose(graph);
  const outWeight = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let k = graph.rowStart[i]!; k < graph.rowStart[i + 1]!; k++) {
      outWeight[i]! += graph.weight[k]!;
    }
  }
  const passed = new Float64Array(size);
  const { rowStart, column, weight } = incoming;
  return powerIteration('pagerank', new Float64Array(size).fill(1 / size), (current, next) => {
    let dangling = 0;
    for (let i = 0; i < size; i++) {
      if (outWeight[i] === 0) dangling += current[i]!;
      else passed[i] = (damping * current[i]!) / outWeight[i]!;
    }
    const base = (damping * dangling + 1 - damping) / size;
    for (let i = 0; i < size; i++) {
      let sum = base;
      const end = rowStart[i + 1]!;
      for (let k = rowStart[i]!; k < end; k++) sum += weight[k]! * passed[column[k]!]!;
      next[i] = sum;
    }
  });
};

export const pagerank: Measure = {
  id: 'pagerank',
  title: { en: 'PageRank', zh: 'PageRank 中心性' },
  unit: 'share',
  convention:
    'Dollars of the chosen layers, payer to payee, parallel deals summed; damping 0.85; a firm ' +
    'that pays nobody spreads evenly over all firms; sums to 1; without any edge all firms are equal.',
  source: 'Page, Brin, Motwani and Winograd 1999',
  parameters: pagerankParameters,
  fn: (network, { layers, parameters } = {}) => {
    const { damping } = resolveParameters(pagerankParameters, parameters);
    return pagerankOf(dollarGraph(network, layers), damping);
  },
};
