import { type Csr, dollarGraph, transpose } from './dollar-graph.ts';
import type { Measure } from './measure.ts';
import { minHeap } from './min-heap.ts';

/** Two ways are equally short when they differ by less than this share of their length. */
const TIE = 1e-10;

interface ShortestPaths {
  /** From the source; infinite where no path leads. */
  readonly distance: Float64Array;
  /** Rows that are reached, nearest first; the source leads. */
  readonly order: readonly number[];
}

/** Dijkstra from one row, an edge being 1 / weight long. */
const shortestPaths = ({ size, rowStart, column, weight }: Csr, source: number): ShortestPaths => {
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const settled = new Uint8Array(size);
  const order: number[] = [];
  const heap = minHeap();
  distance[source] = 0;
  heap.push(0, source);
  for (let v = heap.pop(); v >= 0; v = heap.pop()) {
    if (settled[v]) continue;
    settled[v] = 1;
    order.push(v);
    for (let k = rowStart[v]!; k < rowStart[v + 1]!; k++) {
      const w = column[k]!;
      const length = distance[v]! + 1 / weight[k]!;
      if (length < distance[w]!) {
        distance[w] = length;
        heap.push(length, w);
      }
    }
  }
  return { distance, order };
};

/**
 * Add to `total` what the ways from one source lead through each row (Brandes' accumulation):
 * ways(w) = sum of ways(v), through(v) = sum of ways(v) / ways(w) (1 + through(w)), over the last
 * steps v -> w of shortest ways.
 *
 * @param incoming the graph turned round
 */
const addFromSource = (
  { distance, order }: ShortestPaths,
  incoming: Csr,
  total: Float64Array,
): void => {
  const { size, rowStart, column, weight } = incoming;
  const rank = new Int32Array(size).fill(size);
  for (const [index, w] of order.entries()) rank[w] = index;
  const ways = new Float64Array(size);
  const through = new Float64Array(size);
  const eachLastStep = (w: number, visit: (v: number) => void): void => {
    const reach = distance[w]! * (1 + TIE);
    for (let k = rowStart[w]!; k < rowStart[w + 1]!; k++) {
      const v = column[k]!;
      if (rank[v]! < rank[w]! && distance[v]! + 1 / weight[k]! <= reach) visit(v);
    }
  };
  ways[order[0]!] = 1;
  for (const w of order) {
    eachLastStep(w, (v) => {
      ways[w]! += ways[v]!;
    });
  }
  for (const w of order.slice(1).reverse()) {
    const share = (1 + through[w]!) / ways[w]!;
    eachLastStep(w, (v) => {
      through[v]! += ways[v]! * share;
    });
    total[w]! += through[w]!;
  }
};

/**
 * Raw betweenness of a weighted directed graph: over all ordered pairs of other rows, the share of
 * the shortest ways between them that leads through a row. An edge is 1 / weight long.
 *
 * Ways tie within a relative 1e-10: sums such as 1/2 + 1/6 equal 2/3 only up to rounding, so an
 * exact comparison would count or lose ways by the order in which they were added up.
 *
 * Brandes, A faster algorithm for betweenness centrality, J. Math. Sociology 25 (2001).
 * Cost O(n (m + n log n)).
 */
export const betweennessOf = (graph: Csr): Float64Array => {
  const incoming = transpose(graph);
  const total = new Float64Array(graph.size);
  for (let source = 0; source < graph.size; source++) {
    addFromSource(shortestPaths(graph, source), incoming, total);
  }
  return total;
};

export const betweenness: Measure = {
  id: 'betweenness',
  title: { en: 'Betweenness', zh: '中介中心性' },
  unit: 'paths',
  convention:
    'Shortest ways that lead through a firm, over ordered pairs of other firms, not normalised; an ' +
    'edge is 1 / dollars long; ways tie within a relative 1e-10; dollars of the chosen layers, payer ' +
    'to payee, parallel deals summed; 0 where nothing leads through.',
  source: 'Brandes 2001',
  parameters: {},
  fn: (network, { layers } = {}) => betweennessOf(dollarGraph(network, layers)),
};
