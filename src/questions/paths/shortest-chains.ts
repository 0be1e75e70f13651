import { DirectedGraph, UndirectedGraph } from 'graphology';
import { brandes } from 'graphology-shortest-path/dijkstra.js';
import { singleSourceLength } from 'graphology-shortest-path/unweighted.js';
import { TIE } from '../../measures/shortest-paths.ts';

/** What leads from a row to another; its length is above 0. */
export interface Step {
  readonly tail: number;
  readonly head: number;
  readonly length: number;
}

/** A step as it is taken, against its direction where that is allowed. */
interface Taken<Of extends Step> {
  readonly step: Of;
  readonly to: number;
}

/** Chains from one row to another, all of them equally short. */
export interface ShortestChains<Of extends Step> {
  /** How many there are, listed or not; rounded above 2^53. */
  readonly count: number;
  /** Steps of each chain listed; where ways part, in the order in which the steps were given. */
  readonly chains: readonly (readonly Of[])[];
}

/** From the start to every row that is reached: how far, and in which order they are come to. */
interface Reach {
  readonly distance: Float64Array;
  readonly rank: Float64Array;
}

/** graphology's own objects take any word for a key, "constructor" too: rows are safe ones. */
const simpleGraph = (size: number, steps: readonly Step[], directed: boolean) => {
  const graph = directed
    ? new DirectedGraph<object, { length: number }>()
    : new UndirectedGraph<object, { length: number }>();
  for (let row = 0; row < size; row++) graph.addNode(row);
  for (const { tail, head, length } of steps) graph.addEdge(tail, head, { length });
  return graph;
};

const reachFrom = (
  size: number,
  steps: readonly Step[],
  directed: boolean,
  from: number,
): Reach => {
  const graph = simpleGraph(size, steps, directed);
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  if (steps.every(({ length }) => length === 1)) {
    for (const [row, hops] of Object.entries(singleSourceLength(graph, from))) {
      distance[Number(row)] = hops;
    }
    return { distance, rank: distance };
  }
  const rank = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const [order, before] = brandes(graph, from, 'length');
  order.forEach((row, at) => {
    const [last] = before[row]!;
    rank[Number(row)] = at;
    distance[Number(row)] =
      last === undefined
        ? 0
        : distance[Number(last)]! + graph.getEdgeAttribute(last, row, 'length');
  });
  return { distance, rank };
};

/**
 * All shortest chains between two rows: distances by graphology-shortest-path (breadth first where
 * every step is 1 long, else Dijkstra), then every step v -> w with
 *
 *   d(v) + length <= d(w) (1 + 1e-10)
 *
 * that lies on a way to the end. The library itself hands out one way of those that tie, or those that
 * tie to the last bit: 0.1 + 0.2 and 0.3 differ in it.
 *
 * Dijkstra 1959; the counting of ways as in Brandes 2001. Cost O((n + m) log n) and what is listed.
 *
 * @param steps  at most one for each ordered pair of rows (of rows in any order where not `directed`)
 * @param limit  most chains to list
 */
export const shortestChains = <Of extends Step>(
  size: number,
  steps: readonly Of[],
  { from, to, directed, limit }: { from: number; to: number; directed: boolean; limit: number },
): ShortestChains<Of> => {
  const { distance, rank } = reachFrom(size, steps, directed, from);
  if (distance[to] === Number.POSITIVE_INFINITY) return { count: 0, chains: [] };
  const onwards: Taken<Of>[][] = Array.from({ length: size }, () => []);
  const offer = (step: Of, tail: number, head: number): void => {
    if (!(rank[tail]! < rank[head]! && rank[head]! <= rank[to]!)) return;
    if (distance[tail]! + step.length > distance[head]! * (1 + TIE)) return;
    onwards[tail]!.push({ step, to: head });
  };
  for (const step of steps) {
    offer(step, step.tail, step.head);
    if (!directed) offer(step, step.head, step.tail);
  }
  const ways = new Float64Array(size);
  ways[to] = 1;
  const nearestLast = Array.from(onwards.keys()).filter((row) => rank[row]! < rank[to]!);
  for (const row of nearestLast.sort((one, other) => rank[other]! - rank[one]!)) {
    for (const next of onwards[row]!) ways[row]! += ways[next.to]!;
  }
  const chains: Of[][] = [];
  const chain: Of[] = [];
  const tried = [onwards[from]!.values()];
  while (tried.length > 0 && chains.length < limit) {
    const { value: next } = tried.at(-1)!.next();
    if (next === undefined) {
      tried.pop();
      chain.pop();
    } else if (next.to === to) {
      chains.push([...chain, next.step]);
    } else if (ways[next.to]! > 0) {
      chain.push(next.step);
      tried.push(onwards[next.to]!.values());
    }
  }
  return { count: ways[from]!, chains };
};
