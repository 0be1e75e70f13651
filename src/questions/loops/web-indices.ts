import { transpose, type WeightedGraph } from '../../measures/dollar-graph.ts';
import { trophicIncoherenceOf } from '../../measures/trophic.ts';
import { luFactor, luSolve } from '../../numerics/linear/lu.ts';
import { strongComponents } from '../../numerics/sparse/strong-components.ts';
import { balancedFlowOf } from './balanced-flow.ts';
import { finnOf } from './finn.ts';
import { maxCirculationOf } from './max-circulation.ts';

/** Firms of every component hang together by some payment; the first of each is its ground. */
const grounds = (size: number, pairs: readonly (readonly [number, number, number])[]): number[] => {
  const leader = Int32Array.from({ length: size }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  for (const [i, j] of pairs) leader[Math.max(find(i), find(j))] = Math.min(find(i), find(j));
  return [...leader.keys()].filter((i) => find(i) === i);
};

/** Above this a dense solve takes long. */
const MOST_ROWS = 3000;

/**
 * Circular part of the energy of net flows: Y = W - W^T by pairs, phi the potential with the least
 * sum over pairs of (Y_ij - (phi_i - phi_j))^2, and that least sum over sum Y_ij^2. What is paid both
 * ways is netted away first. Null without net flows or beyond 3,000 firms.
 *
 * Jiang, Lim, Yao and Ye, Statistical ranking and combinatorial Hodge theory, Math. Programming (2011).
 */
const hodgeShareOf = ({ size, start, column, weight }: WeightedGraph): number | null => {
  if (size > MOST_ROWS) return null;
  const net = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const j = column[k]!;
      if (i === j) continue;
      const [key, sign] = i < j ? [i * size + j, 1] : [j * size + i, -1];
      net.set(key, (net.get(key) ?? 0) + sign * weight[k]!);
    }
  }
  const pairs = [...net].map(([key, usd]) => [Math.floor(key / size), key % size, usd] as const);
  const energy = pairs.reduce((sum, [, , usd]) => sum + usd * usd, 0);
  if (energy === 0) return null;
  const laplacian = new Float64Array(size * size);
  const source = new Float64Array(size);
  for (const [i, j, usd] of pairs) {
    laplacian[i * size + i]! += 1;
    laplacian[j * size + j]! += 1;
    laplacian[i * size + j]! -= 1;
    laplacian[j * size + i]! -= 1;
    source[i]! += usd;
    source[j]! -= usd;
  }
  for (const i of grounds(size, pairs)) laplacian[i * size + i]! += 1;
  const phi = luSolve(luFactor(laplacian, size)!, source);
  const left = pairs.reduce((sum, [i, j, usd]) => sum + (usd - (phi[i]! - phi[j]!)) ** 2, 0);
  return Math.min(1, left / energy);
};

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
