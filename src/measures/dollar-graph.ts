import type { Network } from '../data/graph.ts';
import type { DealKind } from '../data/schema.ts';
import { type Csr, compressRows } from '../numerics/sparse/csr.ts';
import { dealWeight } from './weights.ts';

/** All three layers, in the order in which they are named everywhere. */
export const LAYERS: readonly DealKind[] = ['equity', 'order', 'debt'];

/**
 * A weighted directed graph without parallel edges, compressed by row. Row = the edge's tail; weights are above 0 and
 * finite, dollars where the graph is of deals.
 */
export interface WeightedGraph extends Csr {
  readonly size: number;
}

/** A deal that carries no dollars in the graph, and why. */
export interface LeftOutDeal {
  readonly deal: string;
  readonly reason: string;
}

/** The deals of some layers as one simple graph: tail = who owns, orders or lends; head = whom. */
export interface DollarGraph extends WeightedGraph {
  /** Firm of each row, in the network's node order. */
  readonly ids: readonly string[];
  readonly leftOut: readonly LeftOutDeal[];
}

/** An edge from row `tail` to column `head`. */
export type Entry = readonly [tail: number, head: number, weight: number];

/** The same graph with every edge turned round. Cost O(n + m). */
export const transpose = ({ size, start, column, weight }: WeightedGraph): WeightedGraph => {
  const tails = new Int32Array(column.length);
  for (let i = 0; i < size; i++) tails.fill(i, start[i]!, start[i + 1]!);
  return { size, ...compressRows(column, tails, weight, size) };
};

/** Entries by row, in the order given within a row. */
const byRow = (size: number, entries: readonly Entry[]): WeightedGraph => ({
  size,
  ...compressRows(
    Int32Array.from(entries, ([tail]) => tail),
    Int32Array.from(entries, ([, head]) => head),
    Float64Array.from(entries, ([, , weight]) => weight),
    size,
  ),
});

/** Entries of one row and column added up; they must stand side by side. */
const merged = ({ size, start, column, weight }: WeightedGraph): WeightedGraph => {
  const mergedStart = new Int32Array(size + 1);
  const heads = new Int32Array(column.length);
  const sums = new Float64Array(column.length);
  let filled = 0;
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const isNew = filled === mergedStart[i] || heads[filled - 1] !== column[k];
      if (isNew) heads[filled++] = column[k]!;
      sums[filled - 1]! += weight[k]!;
    }
    mergedStart[i + 1] = filled;
  }
  return {
    size,
    start: mergedStart,
    column: heads.slice(0, filled),
    weight: sums.slice(0, filled),
  };
};

/**
 * Compress entries by row, parallel entries summed, columns ascending; entries of weight 0 and
 * from a row to itself are dropped. Turning round twice sorts. Cost O(n + m).
 */
export const toCsr = (size: number, entries: readonly Entry[]): WeightedGraph => {
  const kept = entries.filter(([tail, head, weight]) => weight > 0 && tail !== head);
  return merged(transpose(transpose(byRow(size, kept))));
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
