import type { Csr } from './dollar-graph.ts';

/** Ways from one row to all others, an edge being 1 / weight long; reused from source to source. */
export interface PathFinder {
  /** From the last source; infinite where no way leads. */
  readonly distance: Float64Array;
  /** Rows that are reached, nearest first; the source leads. Valid up to `reached`. */
  readonly order: Int32Array;
  /** Finds the ways from `source`. @returns how many rows are reached, the source among them */
  readonly from: (source: number) => number;
}

const ARITY = 4;

/** 1 / weight of every edge. */
export const edgeLengths = ({ weight }: Csr): Float64Array => {
  const lengths = new Float64Array(weight.length);
  for (let k = 0; k < weight.length; k++) lengths[k] = 1 / weight[k]!;
  return lengths;
};

/**
 * Dijkstra's shortest paths (1959) with a heap of four children a node whose items can move up. No
 * memory is taken after the start. Cost O(m log n) a source.
 *
 * @param lengths  of every edge, above 0; 1 / weight by default
 */
export const pathFinder = ({ size, rowStart, column }: Csr, lengths: Float64Array): PathFinder => {
  const distance = new Float64Array(size);
  const order = new Int32Array(size);
  const heap = new Int32Array(size);
  /** Where a row stands in the heap; -1: not met yet, -2: settled. */
  const place = new Int32Array(size);
  let held = 0;

  const moveUp = (row: number, start: number): void => {
    const key = distance[row]!;
    let at = start;
    while (at > 0) {
      const parent = ((at - 1) / ARITY) | 0;
      const other = heap[parent]!;
      if (distance[other]! <= key) break;
      heap[at] = other;
      place[other] = at;
      at = parent;
    }
    heap[at] = row;
    place[row] = at;
  };

  const takeNearest = (): number => {
    const nearest = heap[0]!;
    place[nearest] = -2;
    held -= 1;
    if (held === 0) return nearest;
    const row = heap[held]!;
    const key = distance[row]!;
    let at = 0;
    for (let child = 1; child < held; child = ARITY * at + 1) {
      const end = Math.min(child + ARITY, held);
      let least = child;
      for (let other = child + 1; other < end; other++) {
        if (distance[heap[other]!]! < distance[heap[least]!]!) least = other;
      }
      const moved = heap[least]!;
      if (distance[moved]! >= key) break;
      heap[at] = moved;
      place[moved] = at;
      at = least;
    }
    heap[at] = row;
    place[row] = at;
    return nearest;
  };

  const from = (source: number): number => {
    distance.fill(Number.POSITIVE_INFINITY);
    place.fill(-1);
    distance[source] = 0;
    heap[0] = source;
    place[source] = 0;
    held = 1;
    let reached = 0;
    while (held > 0) {
      const row = takeNearest();
      order[reached++] = row;
      const base = distance[row]!;
      const end = rowStart[row + 1]!;
      for (let k = rowStart[row]!; k < end; k++) {
        const target = column[k]!;
        const length = base + lengths[k]!;
        if (length >= distance[target]!) continue;
        distance[target] = length;
        if (place[target]! >= 0) moveUp(target, place[target]!);
        else moveUp(target, held++);
      }
    }
    return reached;
  };

  return { distance, order, from };
};
