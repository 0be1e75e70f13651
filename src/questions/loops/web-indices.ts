import { transpose, type WeightedGraph } from '../../measures/dollar-graph.ts';
import { trophicIncoherenceOf } from '../../measures/trophic.ts';
import { strongComponents } from '../../numerics/sparse/strong-components.ts';
import { balancedFlowOf } from './balanced-flow.ts';
import { finnOf } from './finn.ts';
import { hodgeShareOf } from './hodge.ts';
import { maxCirculationOf } from './max-circulation.ts';

/** Ways to say in one figure how circular a web of payments is, the headline first. */
export const INDEX_IDS = [
  'balanced-flow',
  'maximum-circulation',
  'finn',
  'reciprocity',
  'nettable',
  'within-components',
  'trophic-incoherence',
  'hodge',
] as const;
export type IndexId = (typeof INDEX_IDS)[number];

const totalOf = (values: Float64Array): number => values.reduce((sum, usd) => sum + usd, 0);

/** Part of all dollars that is matched by dollars the other way: sum over i, j of min(W_ij, W_ji) / gross. */
export const reciprocityOf = (graph: WeightedGraph): number | null => {
  const { size, start, column, weight } = graph;
  const gross = totalOf(weight);
  if (gross === 0) return null;
  const back = transpose(graph);
  const received = new Float64Array(size);
  let matched = 0;
  for (let i = 0; i < size; i++) {
    for (let k = back.start[i]!; k < back.start[i + 1]!; k++) {
      received[back.column[k]!] = back.weight[k]!;
    }
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      if (column[k] !== i) matched += Math.min(weight[k]!, received[column[k]!]!);
    }
    for (let k = back.start[i]!; k < back.start[i + 1]!; k++) received[back.column[k]!] = 0;
  }
  return matched / gross;
};

/** What netting could take away if new payments were allowed: 1 - sum |in - out| / (2 gross). */
export const nettableOf = ({ size, start, column, weight }: WeightedGraph): number | null => {
  const gross = totalOf(weight);
  if (gross === 0) return null;
  const net = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      net[i]! -= weight[k]!;
      net[column[k]!]! += weight[k]!;
    }
  }
  return 1 - net.reduce((sum, usd) => sum + Math.abs(usd), 0) / (2 * gross);
};

/** Part of all dollars between firms that can each reach the other. */
export const withinComponentsOf = ({
  size,
  start,
  column,
  weight,
}: WeightedGraph): number | null => {
  const gross = totalOf(weight);
  if (gross === 0) return null;
  const component = strongComponents({ start, column });
  let within = 0;
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      if (component[i] === component[column[k]!]) within += weight[k]!;
    }
  }
  return within / gross;
};

/** Each index of a web of payments; null where it has none. */
export const INDICES: Readonly<Record<IndexId, (graph: WeightedGraph) => number | null>> = {
  'balanced-flow': (graph) => balancedFlowOf(graph).index,
  'maximum-circulation': (graph) => maxCirculationOf(graph).share,
  finn: (graph) => finnOf(graph).index,
  reciprocity: reciprocityOf,
  nettable: nettableOf,
  'within-components': withinComponentsOf,
  'trophic-incoherence': trophicIncoherenceOf,
  hodge: hodgeShareOf,
};
