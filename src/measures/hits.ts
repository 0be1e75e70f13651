import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import type { Measure } from './measure.ts';
import { powerIteration } from './power-iteration.ts';
import { scaleToSum } from './scale-to-sum.ts';

/** y = A x: each row adds up its columns. */
const multiply = (
  { size, start, column, weight }: WeightedGraph,
  x: Float64Array,
  y: Float64Array,
): void => {
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += weight[k]! * x[column[k]!]!;
    y[i] = sum;
  }
};

/**
 * Hubs and authorities of a weighted graph: authority = W^T hub, hub = W authority, each scaled to
 * sum to 1, from a uniform start.
 *
 * Kleinberg, Authoritative sources in a hyperlinked environment, J. ACM 46 (1999).
 * Cost O(m x iterations). Our own and not graphology-metrics' (the tests' oracle): that gives up where
 * two groups nearly tie or no firm pays, and takes a hundred times as long on 10,000 firms.
 *
 * @returns two vectors of n that sum to 1, or zeros when there are no edges
 * @throws ModelError when the two leading groups tie so closely that the iteration doesn't settle
 */
export const hitsOf = (graph: WeightedGraph): { hubs: Float64Array; authorities: Float64Array } => {
  const { size, column } = graph;
  const authorities = new Float64Array(size);
  if (column.length === 0) return { hubs: new Float64Array(size), authorities };
  const incoming = transpose(graph);
  const even = new Float64Array(size).fill(1 / size);
  const hubs = powerIteration('hits', even, (current, next) => {
    multiply(incoming, current, authorities);
    scaleToSum(authorities);
    multiply(graph, authorities, next);
    scaleToSum(next);
  });
  multiply(incoming, hubs, authorities);
  scaleToSum(authorities);
  return { hubs, authorities };
};

const common = {
  unit: 'share',
  source: 'Kleinberg 1999',
  parameters: {},
} as const;

const graphConvention =
  'dollars of the chosen layers, payer to payee, parallel deals summed; sums to 1; 0 for every ' +
  'firm when there are no edges.';

export const hub: Measure = {
  ...common,
  id: 'hub',
  title: { en: 'HITS hub', zh: 'HITS 枢纽度' },
  convention: `Pays those whom many big payers pay; ${graphConvention}`,
  fn: (network, { layers } = {}) => hitsOf(dollarGraph(network, layers)).hubs,
};

export const authority: Measure = {
  ...common,
  id: 'authority',
  title: { en: 'HITS authority', zh: 'HITS 权威度' },
  convention: `Paid by those who pay many big payees; ${graphConvention}`,
  fn: (network, { layers } = {}) => hitsOf(dollarGraph(network, layers)).authorities,
};
