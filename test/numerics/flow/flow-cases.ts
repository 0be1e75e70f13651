import type { FlowArcs } from '../../../src/numerics/flow/flow-arcs.ts';
import { seededRandom } from '../../random.ts';

/** A random flow network of unequal capacities, with parallel arcs, ties and arcs of no room. */
export const randomArcs = (seed: number, size: number, count: number): FlowArcs => {
  const draw = seededRandom(seed);
  const node = (): number => Math.floor(draw() * size);
  const capacity = (): number => {
    const kind = draw();
    if (kind < 0.1) return 0;
    return kind < 0.4 ? Math.ceil(draw() * 5) : draw() * 1e3 ** draw();
  };
  return {
    size,
    tail: Int32Array.from({ length: count }, node),
    head: Int32Array.from({ length: count }, node),
    capacity: Float64Array.from({ length: count }, capacity),
  };
};

/** Paid in less paid out, per node. */
export const balances = ({ size, tail, head }: FlowArcs, flow: Float64Array): Float64Array => {
  const net = new Float64Array(size);
  flow.forEach((amount, arc) => {
    net[tail[arc]!]! -= amount;
    net[head[arc]!]! += amount;
  });
  return net;
};
