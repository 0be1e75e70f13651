import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import type { Measure } from './measure.ts';
import { edgeLengths, pathFinder } from './shortest-paths.ts';

/** Of every row: how many others come to it, and the sums of their distances and of 1 / distance. */
interface Reach {
  readonly reached: Int32Array;
  readonly distance: Float64Array;
  readonly nearness: Float64Array;
}

/** Ways that lead into each row, so from each row against the edges. Cost O(n m log n). */
const reachOf = (graph: WeightedGraph): Reach => {
  const { size } = graph;
  const incoming = transpose(graph);
  const finder = pathFinder(incoming, edgeLengths(incoming));
  const reach = {
    reached: new Int32Array(size),
    distance: new Float64Array(size),
    nearness: new Float64Array(size),
  };
  for (let row = 0; row < size; row++) {
    const count = finder.from(row);
    reach.reached[row] = count - 1;
    let distance = 0;
    let nearness = 0;
    for (let at = 1; at < count; at++) {
      const length = finder.distance[finder.order[at]!]!;
      distance += length;
      nearness += 1 / length;
    }
    reach.distance[row] = distance;
    reach.nearness[row] = nearness;
  }
  return reach;
};

/**
 * Closeness on incoming ways: r / sum of distances, r = how many others come to the row; scaled by
 * r / (n - 1) where `wassermanFaust`, so that rows that few can reach don't lead.
 *
 * Wasserman and Faust, Social Network Analysis (1994), p. 201. An edge is 1 / weight long. Our own and
 * not graphology-metrics' (the tests' oracle where every edge is 1 long): that counts hops, not dollars.
 */
export const closenessOf = (graph: WeightedGraph, wassermanFaust: boolean): Float64Array => {
  const { reached, distance } = reachOf(graph);
  return distance.map((sum, row) => {
    if (sum === 0) return 0;
    const near = reached[row]! / sum;
    return wassermanFaust ? (near * reached[row]!) / (graph.size - 1) : near;
  });
};

/** Sum of 1 / distance over all rows that come to the row. Marchiori and Latora 2000. */
export const harmonicOf = (graph: WeightedGraph): Float64Array => reachOf(graph).nearness;

const common = { unit: 'none', parameters: {} } as const;

const ways =
  'along ways of payments to the firm, an edge being 1 / dollars long; dollars of the chosen ' +
  'layers, payer to payee, parallel deals summed; 0 where nobody comes';

export const closeness: Measure = {
  ...common,
  id: 'closeness',
  title: { en: 'Closeness', zh: '接近中心性' },
  convention: `r / (n - 1) times r / sum of distances, r being how many firms come to it, ${ways}.`,
  source: 'Wasserman and Faust 1994',
  fn: (network, { layers } = {}) => closenessOf(dollarGraph(network, layers), true),
};

export const closenessInComponent: Measure = {
  ...common,
  id: 'closeness-component',
  title: { en: 'Closeness within reach', zh: '可达接近中心性' },
  convention: `r / sum of distances, r being how many firms come to it, ${ways}.`,
  source: 'Freeman 1979',
  fn: (network, { layers } = {}) => closenessOf(dollarGraph(network, layers), false),
};

export const harmonic: Measure = {
  ...common,
  id: 'harmonic',
  title: { en: 'Harmonic', zh: '调和中心性' },
  convention: `Sum of 1 / distance over all firms that come to it, ${ways}.`,
  source: 'Marchiori and Latora 2000',
  fn: (network, { layers } = {}) => harmonicOf(dollarGraph(network, layers)),
};
