import type { WeightedGraph } from '../../measures/dollar-graph.ts';
import { luFactor, luSolve } from '../../numerics/linear/lu.ts';
import { strongComponents } from '../../numerics/sparse/strong-components.ts';

/** The circular part of a web of payments, unique for every edge. */
export interface BalancedFlow {
  /** Circular part of all dollars, 0..1; null without payments. */
  readonly index: number | null;
  /** Circular dollars of every edge, in the order of the graph. */
  readonly edgeUsd: Float64Array;
  /** Of what a row pays, the part that is circular; 0 for a row that pays nothing. */
  readonly rowShare: Float64Array;
}

/** Edges below this share of all dollars are gone: rounding of what was taken away. */
const GONE = 1e-14;

/** What P = W / row sums leaves as it is, over rows that all come to each other. */
const stationary = (
  rows: readonly number[],
  place: Int32Array,
  { start, column }: WeightedGraph,
  left: Float64Array,
  inside: (from: number, to: number) => boolean,
  paid: Float64Array,
): Float64Array => {
  const size = rows.length;
  const a = new Float64Array(size * size);
  rows.forEach((row, at) => {
    a[at * size + at]! += 1;
    for (let k = start[row]!; k < start[row + 1]!; k++) {
      const to = column[k]!;
      if (left[k]! > 0 && inside(row, to)) a[place[to]! * size + at]! -= left[k]! / paid[row]!;
    }
  });
  a.fill(1, (size - 1) * size);
  const right = new Float64Array(size);
  right[size - 1] = 1;
  return luSolve(luFactor(a, size)!, right);
};

/** Strong components of the edges that are left. */
const componentsOf = ({ size, start, column }: WeightedGraph, left: Float64Array): Int32Array => {
  const keptStart = new Int32Array(size + 1);
  const kept: number[] = [];
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) if (left[k]! > 0) kept.push(column[k]!);
    keptStart[i + 1] = kept.length;
  }
  return strongComponents({ start: keptStart, column: Int32Array.from(kept) });
};

/**
 * Balanced-flow circularity: within every strong component, the flow that keeps everybody's balance and
 * divides as payments do, c_ij = a pi_i P_ij with P = W / row sums, pi P = pi and the largest a that
 * no edge refuses; taken away, and again, until nothing comes back round.
 *
 * Homs-Dones, MacKay, Sansom and Zhou (2025), balanced flow forwarding. Every round takes at least one
 * row's payments away, so there are at most n rounds, each with one dense solve a component.
 */
export const balancedFlowOf = (graph: WeightedGraph): BalancedFlow => {
  const { size, start, column, weight } = graph;
  const left = weight.slice();
  const gross = weight.reduce((sum, usd) => sum + usd, 0);
  const place = new Int32Array(size);
  for (let isCyclic = gross > 0; isCyclic; ) {
    isCyclic = false;
    const component = componentsOf(graph, left);
    const members = new Map<number, number[]>();
    component.forEach((of, row) => {
      const own = members.get(of);
      if (own === undefined) members.set(of, [row]);
      else own.push(row);
    });
    const inside = (from: number, to: number): boolean => component[from] === component[to];
    for (const rows of members.values()) {
      if (rows.length < 2) continue;
      isCyclic = true;
      const paid = new Float64Array(size);
      rows.forEach((row, at) => {
        place[row] = at;
        for (let k = start[row]!; k < start[row + 1]!; k++) {
          if (inside(row, column[k]!)) paid[row]! += left[k]!;
        }
      });
      const pi = stationary(rows, place, graph, left, inside, paid);
      const most = Math.min(...rows.map((row, at) => paid[row]! / pi[at]!));
      rows.forEach((row, at) => {
        const share = (most * pi[at]!) / paid[row]!;
        for (let k = start[row]!; k < start[row + 1]!; k++) {
          if (!inside(row, column[k]!)) continue;
          const rest = left[k]! * (1 - share);
          left[k] = share >= 1 - 1e-13 || rest <= GONE * gross ? 0 : rest;
        }
      });
    }
  }
  const edgeUsd = weight.map((usd, k) => usd - left[k]!);
  const rowShare = Float64Array.from({ length: size }, (_, i) => {
    const [from, to] = [start[i]!, start[i + 1]!];
    const paid = weight.subarray(from, to).reduce((sum, usd) => sum + usd, 0);
    const circular = edgeUsd.subarray(from, to).reduce((sum, usd) => sum + usd, 0);
    return paid === 0 ? 0 : circular / paid;
  });
  const circular = edgeUsd.reduce((sum, usd) => sum + usd, 0);
  return { index: gross === 0 ? null : circular / gross, edgeUsd, rowShare };
};
