import { groupBy } from '../sparse/groups.ts';
import { exactCapacities, type FlowArcs } from './flow-arcs.ts';

/** The most that can flow between two nodes, and the cut that limits it. */
export interface MaxFlow {
  readonly value: number;
  /** Flow on every arc, 0..capacity. */
  readonly flow: Float64Array;
  /** 1 for nodes on the source's side of the least cut: all arcs that lead out of it are full. */
  readonly sourceSide: Uint8Array;
}

/** Both directions of every arc, by node: entry 2a is arc a, 2a + 1 goes back. */
interface Residual {
  readonly start: Int32Array;
  readonly entry: Int32Array;
  readonly to: Int32Array;
  readonly room: Float64Array;
}

const residualOf = ({ size, tail, head, capacity }: FlowArcs): Residual => {
  const count = tail.length;
  const from = new Int32Array(2 * count);
  const to = new Int32Array(2 * count);
  const room = new Float64Array(2 * count);
  const exact = exactCapacities(capacity);
  for (let arc = 0; arc < count; arc++) {
    from[2 * arc] = to[2 * arc + 1] = tail[arc]!;
    to[2 * arc] = from[2 * arc + 1] = head[arc]!;
    room[2 * arc] = exact[arc]!;
  }
  const { start, item: entry } = groupBy(from, size);
  return { start, entry, to, room };
};

/** Steps from the source over arcs with room, -1 where none lead; the queue holds nodes in order. */
const levelNodes = (
  { start, entry, to, room }: Residual,
  source: number,
  level: Int32Array,
  queue: Int32Array,
): void => {
  level.fill(-1);
  level[source] = 0;
  queue[0] = source;
  let filled = 1;
  for (let at = 0; at < filled; at++) {
    const node = queue[at]!;
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const way = entry[k]!;
      const next = to[way]!;
      if (room[way]! <= 0 || level[next]! >= 0) continue;
      level[next] = level[node]! + 1;
      queue[filled++] = next;
    }
  }
};

/** Fill every shortest way from source to sink; depth first without recursion. */
const blockingFlow = (
  { start, entry, to, room }: Residual,
  source: number,
  sink: number,
  level: Int32Array,
  next: Int32Array,
  path: Int32Array,
): number => {
  next.set(start.subarray(0, next.length));
  let total = 0;
  let node = source;
  let steps = 0;
  for (;;) {
    if (node === sink) {
      let amount = Number.POSITIVE_INFINITY;
      for (let k = 0; k < steps; k++) amount = Math.min(amount, room[path[k]!]!);
      let firstFull = steps;
      for (let k = steps - 1; k >= 0; k--) {
        const way = path[k]!;
        room[way]! -= amount;
        room[way ^ 1]! += amount;
        if (room[way] === 0) firstFull = k;
      }
      total += amount;
      steps = firstFull;
      node = to[path[steps]! ^ 1]!;
      continue;
    }
    if (next[node]! < start[node + 1]!) {
      const way = entry[next[node]!]!;
      const after = to[way]!;
      if (room[way]! > 0 && level[after] === level[node]! + 1) {
        path[steps++] = way;
        node = after;
      } else next[node]! += 1;
      continue;
    }
    if (steps === 0) return total;
    steps -= 1;
    node = to[path[steps]! ^ 1]!;
    next[node]! += 1;
  }
};

/**
 * The most that can flow from `source` to `sink`: Dinic's method, shortest ways first (Dinitz 1970).
 * Capacities are rounded as `exactCapacities` says, so that full arcs are full and the cut is exact.
 * Cost O(nodes² arcs) at worst, far less on webs of deals.
 *
 * @throws ModelError for a capacity that is negative or not finite
 */
export const maxFlow = (arcs: FlowArcs, source: number, sink: number): MaxFlow => {
  const { size } = arcs;
  const residual = residualOf(arcs);
  const level = new Int32Array(size);
  const queue = new Int32Array(size);
  const next = new Int32Array(size);
  const path = new Int32Array(size);
  let value = 0;
  levelNodes(residual, source, level, queue);
  while (source !== sink && level[sink]! >= 0) {
    value += blockingFlow(residual, source, sink, level, next, path);
    levelNodes(residual, source, level, queue);
  }
  return {
    value,
    flow: Float64Array.from(arcs.tail, (_, arc) => residual.room[2 * arc + 1]!),
    sourceSide: Uint8Array.from(level, (steps) => (steps >= 0 ? 1 : 0)),
  };
};
