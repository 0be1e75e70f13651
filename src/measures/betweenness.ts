import { type ParameterTable, resolveParameters } from '../base/parameter.ts';
import { randomFrom } from '../numerics/random/random.ts';
import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import type { Measure } from './measure.ts';
import { edgeLengths, pathFinder, TIE } from './shortest-paths.ts';

/**
 * Adds to `total` what the ways from one source lead through each row (Brandes' accumulation):
 * ways(w) = sum of ways(v), through(v) = sum of ways(v) / ways(w) (1 + through(w)), over the last
 * steps v -> w of shortest ways.
 */
const accumulator = (graph: WeightedGraph, total: Float64Array): ((source: number) => void) => {
  const { size } = graph;
  const { start, column, weight } = transpose(graph);
  const lengths = edgeLengths({ size, start, column, weight });
  const finder = pathFinder(graph, edgeLengths(graph));
  const { distance, order } = finder;
  const rank = new Int32Array(size);
  const ways = new Float64Array(size);
  const through = new Float64Array(size);
  /** Rows before each reached row on its shortest ways, one after another. */
  const before = new Int32Array(column.length);
  const beforeStart = new Int32Array(size + 1);

  return (source) => {
    const reached = finder.from(source);
    for (let at = 0; at < reached; at++) rank[order[at]!] = at;
    let filled = 0;
    for (let at = 0; at < reached; at++) {
      const w = order[at]!;
      const reach = distance[w]! * (1 + TIE);
      let sum = at === 0 ? 1 : 0;
      beforeStart[at] = filled;
      const end = start[w + 1]!;
      for (let k = start[w]!; k < end; k++) {
        const v = column[k]!;
        if (distance[v]! + lengths[k]! > reach || rank[v]! >= at) continue;
        sum += ways[v]!;
        before[filled++] = v;
      }
      ways[w] = sum;
      through[w] = 0;
    }
    beforeStart[reached] = filled;
    for (let at = reached - 1; at > 0; at--) {
      const w = order[at]!;
      const share = (1 + through[w]!) / ways[w]!;
      const end = beforeStart[at + 1]!;
      for (let k = beforeStart[at]!; k < end; k++) {
        const v = before[k]!;
        through[v]! += ways[v]! * share;
      }
      total[w]! += through[w]!;
    }
  };
};

/**
 * Raw betweenness of a weighted directed graph: over all ordered pairs of other rows, the share of
 * the shortest ways between them that leads through a row. An edge is 1 / weight long.
 *
 * Ways tie within a relative 1e-10: sums such as 1/2 + 1/6 equal 2/3 only up to rounding, so an
 * exact comparison would count or lose ways by the order in which they were added up.
 *
 * Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001).
 * Cost O(n (m + n) log n). Our own and not graphology-metrics' (the tests' oracle): that compares
 * lengths exactly and misses such ties, has no estimate from some sources, and takes twice as long.
 */
export const betweennessOf = (graph: WeightedGraph): Float64Array => {
  const total = new Float64Array(graph.size);
  const addFrom = accumulator(graph, total);
  for (let source = 0; source < graph.size; source++) addFrom(source);
  return total;
};

/** An estimate, and how far off it can be. */
export interface SampledBetweenness {
  readonly scores: Float64Array;
  /** With a chance of 95 % every score is within this of the exact one (Hoeffding's bound). */
  readonly errorBound: number;
  readonly sources: number;
}

/**
 * Betweenness from some sources drawn without repetition: n / k times what they see. What one source
 * adds to a row lies in [0, n - 2], so by Hoeffding's inequality over all n rows at once
 *
 *   error <= n (n - 2) sqrt(ln(2 n / 0.05) / (2 k))  with a chance of 95 %.
 *
 * Brandes and Pich, Centrality estimation in large networks, Int. J. Bifurcation and Chaos 17 (2007).
 *
 * @param sources  k, at least 1; n or more is the exact answer with a bound of 0
 */
export const sampledBetweennessOf = (
  graph: WeightedGraph,
  sources: number,
  seed: number,
): SampledBetweenness => {
  const { size } = graph;
  if (sources >= size) return { scores: betweennessOf(graph), errorBound: 0, sources: size };
  const total = new Float64Array(size);
  const addFrom = accumulator(graph, total);
  const random = randomFrom(seed);
  const rows = Int32Array.from({ length: size }, (_, row) => row);
  for (let drawn = 0; drawn < sources; drawn++) {
    const at = drawn + Math.floor(random() * (size - drawn));
    const row = rows[at]!;
    rows[at] = rows[drawn]!;
    rows[drawn] = row;
    addFrom(row);
  }
  const spread = Math.sqrt(Math.log((2 * size) / 0.05) / (2 * sources));
  return {
    scores: total.map((score) => (score * size) / sources),
    errorBound: size * Math.max(0, size - 2) * spread,
    sources,
  };
};

export const betweennessParameters = {
  exactUpTo: {
    kind: 'number',
    default: 10_000,
    min: 1,
    max: 1_000_000,
    step: 1000,
    unit: 'firms',
    meaning: {
      en: 'larger networks take the ways from this many firms drawn by chance, and scale up',
      zh: '更大的网络只随机取此数目的公司为起点并按比例放大',
    },
  },
  seed: {
    kind: 'number',
    default: 1,
    min: 0,
    max: 4_294_967_295,
    step: 1,
    unit: '',
    meaning: { en: 'start of the draw', zh: '抽样种子' },
  },
} as const satisfies ParameterTable;

export const betweenness: Measure = {
  id: 'betweenness',
  title: { en: 'Betweenness', zh: '中介中心性' },
  unit: 'paths',
  convention:
    'Shortest ways that lead through a firm, over ordered pairs of other firms, not normalised; an ' +
    'edge is 1 / dollars long; ways tie within a relative 1e-10; dollars of the chosen layers, payer ' +
    'to payee, parallel deals summed; 0 where nothing leads through. Above 10,000 firms an estimate ' +
    'from as many sources, off by at most n (n - 2) sqrt(ln(40 n) / (2 k)) with a chance of 95 %.',
  source: 'Brandes 2001; Brandes and Pich 2007',
  parameters: betweennessParameters,
  fn: (network, { layers, parameters } = {}) => {
    const { exactUpTo, seed } = resolveParameters(betweennessParameters, parameters);
    return sampledBetweennessOf(dollarGraph(network, layers), exactUpTo, seed).scores;
  },
};
