import { DirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { type ParameterTable, resolveParameters } from '../base/parameter.ts';
import { randomFrom } from '../numerics/random/random.ts';
import { dollarGraph, type WeightedGraph } from './dollar-graph.ts';
import type { Measure } from './measure.ts';

export const communityParameters = {
  resolution: {
    kind: 'number',
    default: 1,
    min: 0.1,
    max: 10,
    step: 0.1,
    unit: '×',
    meaning: { en: 'more: smaller groups', zh: '越大则群组越小' },
  },
  seed: {
    kind: 'number',
    default: 1,
    min: 0,
    max: 4_294_967_295,
    step: 1,
    unit: '',
    meaning: { en: 'start of the random order of visits', zh: '随机访问顺序的种子' },
  },
} as const satisfies ParameterTable;

/**
 * Groups of rows among which more dollars flow than their sizes explain, by the Louvain method on
 * directed, weighted modularity (graphology-communities-louvain).
 *
 * Blondel, Guillaume, Lambiotte and Lefebvre, J. Statistical Mechanics P10008 (2008).
 *
 * @param ids  of the rows; the answer doesn't depend on their order
 * @returns    number of the group, 1 = the one with most rows; rows without edges are groups of one
 */
export const communitiesOf = (
  graph: WeightedGraph & { readonly ids: readonly string[] },
  resolution: number,
  seed: number,
): Int32Array => {
  const { size, start, column, weight, ids } = graph;
  const peer = new DirectedGraph();
  for (const id of ids.toSorted()) peer.addNode(id);
  const edges: [string, string, number][] = [];
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      edges.push([ids[i]!, ids[column[k]!]!, weight[k]!]);
    }
  }
  edges.sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1));
  for (const [tail, head, usd] of edges) peer.addEdge(tail, head, { weight: usd });
  if (edges.length === 0) return Int32Array.from(ids, (_, row) => row + 1);
  const group = louvain(peer, {
    getEdgeWeight: 'weight',
    resolution,
    rng: randomFrom(seed),
  });
  const members = new Map<number, string[]>();
  for (const id of ids.toSorted()) {
    const of = group[id]!;
    members.set(of, [...(members.get(of) ?? []), id]);
  }
  const largestFirst = [...members.values()].sort(
    (a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1),
  );
  const number = new Map(largestFirst.flatMap((own, at) => own.map((id) => [id, at + 1] as const)));
  return Int32Array.from(ids, (id) => number.get(id)!);
};

export const communities: Measure = {
  id: 'community',
  title: { en: 'Community', zh: '社群' },
  unit: 'group',
  convention:
    'Number of the group of firms that deal with each other more than their sizes explain (Louvain, ' +
    'directed modularity, resolution 1, seeded); 1 is the group of most firms; a name, not a score.',
  source: 'Blondel, Guillaume, Lambiotte and Lefebvre 2008',
  parameters: communityParameters,
  fn: (network, { layers, parameters } = {}) => {
    const { resolution, seed } = resolveParameters(communityParameters, parameters);
    return Float64Array.from(communitiesOf(dollarGraph(network, layers), resolution, seed));
  },
};
