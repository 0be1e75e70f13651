import { describe, expect, test } from 'vitest';
import { ModelError } from '../../../src/base/errors.ts';
import { maxFlow } from '../../../src/numerics/flow/max-flow.ts';
import { leastCostByHighs } from '../highs.ts';
import { balances, randomArcs } from './flow-cases.ts';

const SEEDS = Array.from({ length: 60 }, (_, at) => at + 1);

describe.each(SEEDS)('random web %i', (seed) => {
  const size = 2 + (seed % 12);
  const arcs = randomArcs(seed, size, 1 + ((seed * 11) % 70));
  const [source, sink] = [0, size - 1];
  const { value, flow, sourceSide } = maxFlow(arcs, source, sink);

  test('every firm between passes on what it gets; no arc takes more than it can', () => {
    balances(arcs, flow).forEach((net, node) => {
      if (node === source) expect(net + value).toBe(0);
      else expect(net).toBe(node === sink ? value : 0);
    });
    flow.forEach((amount, arc) => {
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(amount).toBeLessThanOrEqual(arcs.capacity[arc]!);
    });
  });

  test('is as much as its cut lets through', () => {
    expect(sourceSide[source]).toBe(1);
    expect(sourceSide[sink]).toBe(0);
    const cut = arcs.capacity.reduce(
      (sum, room, arc) =>
        sourceSide[arcs.tail[arc]!] === 1 && sourceSide[arcs.head[arc]!] === 0 ? sum + room : sum,
      0,
    );
    expect(Math.abs(cut - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, cut));
  });

  test('is what HiGHS finds', () => {
    const cost = Float64Array.from(arcs.tail, (tail, arc) => {
      if (tail === arcs.head[arc]) return 0;
      return Number(tail === source) * -1 + Number(arcs.head[arc] === source);
    });
    const wanted = -leastCostByHighs(arcs, cost, [source, sink]);
    expect(Math.abs(value - wanted)).toBeLessThan(1e-7 * Math.max(1, wanted));
  });
});

test('from a node to itself nothing needs to flow; a path of 200,000 needs no recursion', () => {
  const ring = randomArcs(3, 5, 20);
  expect(maxFlow(ring, 2, 2).value).toBe(0);
  const size = 200_000;
  const path = {
    size,
    tail: Int32Array.from({ length: size - 1 }, (_, i) => i),
    head: Int32Array.from({ length: size - 1 }, (_, i) => i + 1),
    capacity: Float64Array.from({ length: size - 1 }, (_, i) => 3 + (i % 7)),
  };
  expect(maxFlow(path, 0, size - 1).value).toBe(3);
});

test('refuses what is no capacity', () => {
  const arcs = { size: 2, tail: Int32Array.of(0), head: Int32Array.of(1) };
  expect(() => maxFlow({ ...arcs, capacity: Float64Array.of(-2) }, 0, 1)).toThrow(ModelError);
});
