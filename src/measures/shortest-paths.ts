import type { WeightedGraph } from './dollar-graph.ts';

/** Two ways are equally short when they differ by less than this share of their length. */
export const TIE = 1e-10;

/** Ways from one row to all others, an edge being 1 / weight long; reused from source to source. */
export interface PathFinder {
  /** From the last source; infinite where no way leads. */
  readonly distance: Float64Array;
  /** Rows that are reached, nearest first; the source leads. Valid up to `reached`. */
  readonly order: Int32Array;
  /** Finds the ways from `source`. @returns how many rows are reached, the source among them */
  readonly from: (source: number) => number;
}

/** 1 / weight of every edge. */
export const edgeLengths = ({ weight }: WeightedGraph): Float64Array => {
  const lengths = new Float64Array(weight.length);
  for (let k = 0; k < weight.length; k++) lengths[k] = 1 / weight[k]!;
  return lengths;
};

/** Breadth first: edges that are all equally long need no heap. */
const stepFinder = ({ size, start, column }: WeightedGraph, length: number): PathFinder => {
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const order = new Int32Array(size);
  let reached = 0;
  const from = (source: number): number => {
    for (let at = 0; at < reached; at++) distance[order[at]!] = Number.POSITIVE_INFINITY;
    distance[source] = 0;
    order[0] = source;
    reached = 1;
    for (let at = 0; at < reached; at++) {
      const row = order[at]!;
      const next = distance[row]! + length;
      const end = start[row + 1]!;
      for (let k = start[row]!; k < end; k++) {
        const target = column[k]!;
        if (distance[target]! !== Number.POSITIVE_INFINITY) continue;
        distance[target] = next;
        order[reached++] = target;
      }
    }
    return reached;
  };
  return { distance, order, from };
};

/**
 * Dijkstra's shortest paths (1959) with a heap of four children a node whose items can move up. No
 * memory is taken after the start. Cost O(m log n) a source. Our own and not graphology-shortest-path's
 * (the tests' oracle): that hands out a list of firms for every way and no distances, where measures
 * walk from each of 10,000 firms.
 *
 * @param lengths  of every edge, above 0; 1 / weight by default
 */
export const pathFinder = (graph: WeightedGraph, lengths: Float64Array): PathFinder => {
  if (lengths.every((length) => length === lengths[0])) return stepFinder(graph, lengths[0] ?? 1);
  const { size, start, column } = graph;
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const order = new Int32Array(size);
  /** Row and distance at every place of the heap. */
  const heap = new Int32Array(size);
  const keys = new Float64Array(size);
  /** Where a row stands in the heap, if it does. */
  const place = new Int32Array(size);
  let held = 0;
  let reached = 0;

  const moveUp = (row: number, key: number, from: number): void => {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const other = keys[parent]!;
      if (other <= key) break;
      const moved = heap[parent]!;
      keys[at] = other;
      heap[at] = moved;
      place[moved] = at;
      at = parent;
    }
    keys[at] = key;
    heap[at] = row;
    place[row] = at;
  };

  /** Fills the root, whose row was taken, with the last row of the heap. */
  const closeRoot = (): void => {
    held -= 1;
    if (held === 0) return;
    const row = heap[held]!;
    const key = keys[held]!;
    let at = 0;
    for (let child = 1; child < held; child = 4 * at + 1) {
      const end = child + 4 < held ? child + 4 : held;
      let least = child;
      let leastKey = keys[child]!;
      for (let other = child + 1; other < end; other++) {
        const otherKey = keys[other]!;
        if (otherKey < leastKey) {
          least = other;
          leastKey = otherKey;
        }
      }
      if (leastKey >= key) break;
      const moved = heap[least]!;
      keys[at] = leastKey;
      heap[at] = moved;
      place[moved] = at;
      at = least;
    }
    keys[at] = key;
    heap[at] = row;
    place[row] = at;
  };

  const from = (source: number): number => {
    for (let at = 0; at < reached; at++) distance[order[at]!] = Number.POSITIVE_INFINITY;
    distance[source] = 0;
    heap[0] = source;
    keys[0] = 0;
    held = 1;
    reached = 0;
    while (held > 0) {
      const row: number = heap[0]!;
      const base = keys[0]!;
      closeRoot();
      order[reached++] = row;
      const end = start[row + 1]!;
      for (let k: number = start[row]!; k < end; k++) {
        const target = column[k]!;
        const length = base + lengths[k]!;
        const known = distance[target]!;
        if (length >= known) continue;
        distance[target] = length;
        moveUp(target, length, known === Number.POSITIVE_INFINITY ? held++ : place[target]!);
      }
    }
    return reached;
  };

  return { distance, order, from };
};
