import type { WeightedGraph } from '../../measures/dollar-graph.ts';
import { leastCostCirculation } from '../../numerics/flow/network-simplex.ts';

/** The most dollars that can run in closed rings. */
export interface MaxCirculation {
  readonly usd: number;
  /** Over all dollars, 0..1; null without payments. */
  readonly share: number | null;
  /** Of every edge, in the order of the graph. */
  readonly edgeUsd: Float64Array;
}

/**
 * The largest circulation within the payments: max sum f, 0 <= f_ij <= W_ij, what comes into a firm goes
 * out of it. It bounds what could be netted away without changing anybody's balance; the balanced flow
 * is one circulation of many, so never more. A circulation of least cost at -1 a dollar.
 */
export const maxCirculationOf = ({
  size,
  start,
  column,
  weight,
}: WeightedGraph): MaxCirculation => {
  const tail = new Int32Array(column.length);
  for (let i = 0; i < size; i++) tail.fill(i, start[i]!, start[i + 1]!);
  const arcs = { size, tail, head: column, capacity: weight };
  const { flow, cost } = leastCostCirculation(arcs, new Float64Array(weight.length).fill(-1));
  const gross = weight.reduce((sum, usd) => sum + usd, 0);
  const usd = Math.max(0, -cost);
  return { usd, share: gross === 0 ? null : Math.min(1, usd / gross), edgeUsd: flow };
};
