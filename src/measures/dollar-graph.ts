import type { Network } from '../network/graph.ts';
import type { DealKind } from '../network/schema.ts';
import { dealWeight } from './weights.ts';

/** All three layers, in the order in which they are named everywhere. */
export const LAYERS: readonly DealKind[] = ['equity', 'order', 'debt'];

/** A weighted directed graph without parallel edges, compressed by row. Row = the edge's tail. */
export interface Csr {
  readonly size: number;
  /** size + 1; row i holds entries rowStart[i]..rowStart[i + 1] - 1. */
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  /** Above 0 and finite; dollars where the graph is of deals. */
  readonly weight: Float64Array;
}

/** A deal that carries no dollars in the graph, and why. */
export interface LeftOutDeal {
  readonly deal: string;
  readonly reason: string;
}

/** The deals of some layers as one simple graph: tail = who owns, orders or lends; head = whom. */
export interface DollarGraph extends Csr {
  /** Firm of each row, in the network's node order. */
  readonly ids: readonly string[];
  readonly leftOut: readonly LeftOutDeal[];
}

/** An edge from row `tail` to column `head`. */
export type Entry = readonly [tail: number, head: number, weight: number];

/**
 * Compress entries by row, parallel entries summed, columns ascending; entries of weight 0 and
 * from a row to itself are dropped. Cost O(n + m log m).
 */
export const toCsr = (size: number, entries: readonly Entry[]): Csr => {
  const kept = entries
    .filter(([tail, head, weight]) => weight > 0 && tail !== head)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const rowStart = new Int32Array(size + 1);
  const column: number[] = [];
  const weights: number[] = [];
  let previous = -1;
  for (const [tail, head, weight] of kept) {
    const last = column.length - 1;
    if (tail === previous && column[last] === head) {
      weights[last] = weights[last]! + weight;
      continue;
    }
    previous = tail;
    column.push(head);
    weights.push(weight);
    rowStart[tail + 1] = column.length;
  }
  for (let i = 1; i <= size; i++) rowStart[i] = Math.max(rowStart[i]!, rowStart[i - 1]!);
  return { size, rowStart, column: Int32Array.from(column), weight: Float64Array.from(weights) };
};

/** The same graph with every edge turned round. Cost O(n + m). */
export const transpose = ({ size, rowStart, column, weight }: Csr): Csr => {
  const start = new Int32Array(size + 1);
  for (const head of column) start[head + 1]!++;
  for (let i = 0; i < size; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const tails = new Int32Array(column.length);
  const turned = new Float64Array(column.length);
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
      const slot = next[column[k]!]!++;
      tails[slot] = i;
      turned[slot] = weight[k]!;
    }
  }
  return { size, rowStart: start, column: tails, weight: turned };
};

/**
 * Collapse the multigraph of deals to one weighted directed graph of dollars.
 *
 * Edges run holder -> issuer, customer -> supplier, lender -> borrower; the deals of a pair add up,
 * the two directions of a pair stay apart. Deals without known dollars are left out and named.
 *
 * @param layers kinds of deals to count; all three by default
 */
export const dollarGraph = (
  network: Network,
  layers: readonly DealKind[] = LAYERS,
): DollarGraph => {
  const ids = network.nodes();
  const row = new Map(ids.map((id, index) => [id, index]));
  const entries: Entry[] = [];
  const leftOut: LeftOutDeal[] = [];
  network.forEachDirectedEdge((id, deal, tail, head) => {
    if (!layers.includes(deal.kind)) return;
    const { usd, reason } = dealWeight(deal, network);
    if (usd === null) leftOut.push({ deal: id, reason });
    else entries.push([row.get(tail)!, row.get(head)!, usd]);
  });
  return { ids, leftOut, ...toCsr(ids.length, entries) };
};
