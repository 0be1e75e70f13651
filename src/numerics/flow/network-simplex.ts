import { ModelError } from '../../base/errors.ts';
import { exactCapacities, type FlowArcs } from './flow-arcs.ts';
import { raiseBranch, rehang, starTree } from './flow-tree.ts';

/** A circulation of least cost. */
export interface Circulation {
  /** Flow on every arc, 0..capacity; what comes into a node goes out of it exactly. */
  readonly flow: Float64Array;
  /** Sum of flow x cost. */
  readonly cost: number;
  /** Per node: cost + potential[tail] - potential[head] is >= 0 on empty arcs and <= 0 on full ones. */
  readonly potential: Float64Array;
  readonly pivots: number;
}

const LOWER = 1;
const BASIC = 0;
const UPPER = -1;
const LEAST_BLOCK = 20;

const checkCosts = (cost: Float64Array): void => {
  cost.forEach((value, arc) => {
    if (Number.isSafeInteger(value)) return;
    throw new ModelError({
      where: `cost[${arc}]`,
      found: String(value),
      expected: 'a whole number',
      hint: 'Multiply all costs by a power of ten.',
    });
  });
};

/**
 * The circulation of least cost: 0 <= flow <= capacity, what comes into a node goes out of it.
 *
 * Primal network simplex. The basis stays strongly feasible (from every node a bit more can flow to
 * the root; of the arcs that block, the last one round the cycle from its apex leaves), so it can't
 * cycle; Cunningham, Mathematical Programming 11 (1976). Entering arcs by block search. Capacities are
 * multiples of a power of two and costs are whole, so all sums are exact and nothing is a tolerance.
 * The arcs from every node to the root stay empty, since none leads out of the root.
 *
 * Cost O(arcs) a round of pricing, O(nodes) a pivot; memory O(nodes + arcs), none in the loop.
 *
 * @param arcs  capacities are rounded down by less than 2^-50 of the largest
 * @param cost  per arc, whole, of any sign; nodes x the largest below 2^53
 * @throws ModelError for a capacity that is negative or not finite, and a cost that is not whole
 */
export const leastCostCirculation = (arcs: FlowArcs, cost: Float64Array): Circulation => {
  const { size, tail, head } = arcs;
  checkCosts(cost);
  const capacity = exactCapacities(arcs.capacity);
  const count = tail.length;
  const tree = starTree(size, count);
  const { parent, arc: arcOf, depth } = tree;
  const flow = new Float64Array(count);
  const state = new Int8Array(count).fill(LOWER);
  const potential = new Float64Array(size + 1);
  const block = Math.max(LEAST_BLOCK, Math.ceil(Math.sqrt(count)));

  /** Whether a node's arc to its parent leads up; those to the root do. */
  const leadsUp = (node: number): boolean => {
    const arc = arcOf[node]!;
    return arc >= count || tail[arc] === node;
  };
  const roomUp = (node: number): number => {
    const arc = arcOf[node]!;
    if (arc >= count) return Number.POSITIVE_INFINITY;
    return tail[arc] === node ? capacity[arc]! - flow[arc]! : flow[arc]!;
  };
  const roomDown = (node: number): number => {
    const arc = arcOf[node]!;
    if (arc >= count) return 0;
    return tail[arc] === node ? flow[arc]! : capacity[arc]! - flow[arc]!;
  };
  const push = (node: number, upwards: number): void => {
    const arc = arcOf[node]!;
    if (arc < count) flow[arc]! += leadsUp(node) ? upwards : -upwards;
  };

  let nextArc = 0;
  /** The worst arc of the next block that has one worth entering; -1: optimal. */
  const entering = (): number => {
    let worst = 0;
    let found = -1;
    let left = block;
    for (let seen = 0; seen < count; seen++) {
      const arc = nextArc;
      nextArc = nextArc + 1 === count ? 0 : nextArc + 1;
      const reduced = state[arc]! * (cost[arc]! + potential[tail[arc]!]! - potential[head[arc]!]!);
      if (reduced < worst) {
        worst = reduced;
        found = arc;
      }
      left -= 1;
      if (left > 0) continue;
      if (found >= 0) return found;
      left = block;
    }
    return found;
  };

  let pivots = 0;
  for (let arc = entering(); arc >= 0; arc = entering()) {
    pivots += 1;
    const fills = state[arc] === LOWER;
    // more flow runs from the apex down to `begin`, over the arc, and from `end` up to the apex
    const begin = fills ? tail[arc]! : head[arc]!;
    const end = fills ? head[arc]! : tail[arc]!;
    let amount = capacity[arc]!;
    let leaving = -1;
    let leavesBefore = false;
    let down = begin;
    let up = end;
    while (down !== up) {
      if (depth[down]! >= depth[up]!) {
        const room = roomDown(down);
        if (room < amount) {
          amount = room;
          leaving = down;
          leavesBefore = true;
        }
        down = parent[down]!;
      } else up = parent[up]!;
    }
    const apex = down;
    for (let node = end; node !== apex; node = parent[node]!) {
      const room = roomUp(node);
      if (room > amount) continue;
      amount = room;
      leaving = node;
      leavesBefore = false;
    }
    if (amount > 0) {
      flow[arc]! += fills ? amount : -amount;
      for (let node = begin; node !== apex; node = parent[node]!) push(node, -amount);
      for (let node = end; node !== apex; node = parent[node]!) push(node, amount);
    }
    if (leaving < 0) {
      state[arc] = fills ? UPPER : LOWER;
      continue;
    }
    const left = arcOf[leaving]!;
    if (left < count) state[left] = flow[left] === 0 ? LOWER : UPPER;
    state[arc] = BASIC;
    const hook = leavesBefore ? begin : end;
    const reduced = cost[arc]! + potential[tail[arc]!]! - potential[head[arc]!]!;
    rehang(tree, leaving, hook, leavesBefore ? end : begin, arc);
    raiseBranch(tree, hook, potential, hook === tail[arc] ? -reduced : reduced);
  }
  return {
    flow,
    cost: flow.reduce((sum, amount, arc) => sum + amount * cost[arc]!, 0),
    potential: potential.subarray(0, size),
    pivots,
  };
};
