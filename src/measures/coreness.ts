import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import type { Measure } from './measure.ts';

/**
 * Coreness: the largest k for which the row belongs to a part of the graph in which every row has at
 * least k edges, both directions of a pair counting apart.
 *
 * Batagelj and Zaversnik, An O(m) algorithm for cores decomposition of networks (2003): take rows away
 * by rising degree, kept in order by counting. Cost O(n + m).
 */
export const corenessOf = (graph: WeightedGraph): Int32Array => {
  const { size } = graph;
  const sides = [graph, transpose(graph)];
  const degree = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    for (const side of sides) degree[i]! += side.start[i + 1]! - side.start[i]!;
  }
  const most = degree.reduce((largest, value) => Math.max(largest, value), 0);
  const first = new Int32Array(most + 2);
  for (const value of degree) first[value + 1]! += 1;
  for (let value = 0; value <= most; value++) first[value + 1]! += first[value]!;
  const next = first.slice();
  const sorted = new Int32Array(size);
  const place = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const at = next[degree[i]!]!++;
    sorted[at] = i;
    place[i] = at;
  }
  /** Move a row one degree down: to the front of its own degree, which then begins one later. */
  const lower = (row: number): void => {
    const value = degree[row]!;
    const front = first[value]!;
    const other = sorted[front]!;
    const at = place[row]!;
    sorted[at] = other;
    place[other] = at;
    sorted[front] = row;
    place[row] = front;
    first[value]! += 1;
    degree[row] = value - 1;
  };
  for (let at = 0; at < size; at++) {
    const row = sorted[at]!;
    for (const side of sides) {
      for (let k = side.start[row]!; k < side.start[row + 1]!; k++) {
        const other = side.column[k]!;
        if (degree[other]! > degree[row]!) lower(other);
      }
    }
  }
  return degree;
};

export const coreness: Measure = {
  id: 'coreness',
  title: { en: 'Coreness', zh: '核数' },
  unit: 'none',
  convention:
    'Largest k such that the firm belongs to a part of the web in which everyone has k ties to others ' +
    'of it; payer and payee count, the two directions of a pair apart, parallel deals once; 0 alone.',
  source: 'Seidman 1983; Batagelj and Zaversnik 2003',
  parameters: {},
  fn: (network, { layers } = {}) => Float64Array.from(corenessOf(dollarGraph(network, layers))),
};
