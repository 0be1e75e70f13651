import type { Network } from '../data/graph.ts';
import type { DealKind } from '../data/schema.ts';
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

/** Entries by row, in the order given within a row. */
const byRow = (size: number, entries: readonly Entry[]): Csr => {
  const rowStart = new Int32Array(size + 1);
  for (const [tail] of entries) rowStart[tail + 1]!++;
  for (let i = 0; i < size; i++) rowStart[i + 1]! += rowStart[i]!;
  const next = rowStart.slice();
  const column = new Int32Array(entries.length);
  const weight = new Float64Array(entries.length);
  for (const [tail, head, amount] of entries) {
    const slot = next[tail]!++;
    column[slot] = head;
    weight[slot] = amount;
  }
  return { size, rowStart, column, weight };
};

/** Entries of one row and column added up; they must stand side by side. */
const merged = ({ size, rowStart, column, weight }: Csr): Csr => {
  const start = new Int32Array(size + 1);
  const heads = new Int32Array(column.length);
  const sums = new Float64Array(column.length);
  let filled = 0;
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
      const isNew = filled === start[i] || heads[filled - 1] !== column[k];
      if (isNew) heads[filled++] = column[k]!;
      sums[filled - 1]! += weight[k]!;
    }
    start[i + 1] = filled;
  }
  return { size, rowStart: start, column: heads.slice(0, filled), weight: sums.slice(0, filled) };
};

/**
 * Compress entries by row, parallel entries summed, columns ascending; entries of weight 0 and
 * from a row to itself are dropped. Turning round twice sorts. Cost O(n + m).
 */
export const toCsr = (size: number, entries: readonly Entry[]): Csr => {
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
