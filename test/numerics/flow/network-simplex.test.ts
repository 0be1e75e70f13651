import { describe, expect, test } from 'vitest';
import { ModelError } from '../../../src/base/errors.ts';
import { leastCostCirculation } from '../../../src/numerics/flow/network-simplex.ts';
import { seededRandom } from '../../random.ts';
import { leastCostByHighs } from '../highs.ts';
import { balances, randomArcs } from './flow-cases.ts';

const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);
const shape = (seed: number): readonly [size: number, arcs: number] => [
  2 + (seed % 13),
  1 + ((seed * 7) % 60),
];

describe.each(SEEDS)('random web %i', (seed) => {
  const arcs = randomArcs(seed, ...shape(seed));
  const draw = seededRandom(1000 + seed);
  const mixed = Float64Array.from(arcs.tail, () => Math.floor(draw() * 21) - 12);
  const ones = new Float64Array(arcs.tail.length).fill(-1);

  test.each([
    ['mixed costs', mixed],
    ['every dollar alike', ones],
  ])('%s: as cheap as HiGHS finds', (_, cost) => {
    const { cost: total } = leastCostCirculation(arcs, cost);
    const wanted = leastCostByHighs(arcs, cost);
    expect(Math.abs(total - wanted)).toBeLessThan(1e-7 * Math.max(1, Math.abs(wanted)));
  });

  test('keeps balances and capacities exactly, and its potentials prove it cheapest', () => {
    const { flow, potential } = leastCostCirculation(arcs, mixed);
    expect(balances(arcs, flow).every((net) => net === 0)).toBe(true);
    flow.forEach((amount, arc) => {
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(amount).toBeLessThanOrEqual(arcs.capacity[arc]!);
      const reduced = mixed[arc]! + potential[arcs.tail[arc]!]! - potential[arcs.head[arc]!]!;
      const room = arcs.capacity[arc]! - amount;
      if (amount > 0) expect(reduced).toBeLessThanOrEqual(0);
      if (room > 1e-9 * arcs.capacity[arc]!) expect(reduced).toBeGreaterThanOrEqual(0);
    });
  });
});

test('a grid of ties, on which a careless rule cycles, comes to its end', () => {
  const side = 12;
  const steps = Array.from({ length: side * side }, (_, at) => [
    [at, (at + 1) % (side * side)],
    [at, (at + side) % (side * side)],
    [(at + side) % (side * side), at],
  ]).flat();
  const arcs = {
    size: side * side,
    tail: Int32Array.from(steps, ([tail]) => tail!),
    head: Int32Array.from(steps, ([, head]) => head!),
    capacity: new Float64Array(steps.length).fill(1),
  };
  const { cost, pivots } = leastCostCirculation(arcs, new Float64Array(steps.length).fill(-1));
  // every arc lies on a ring: all are full
  expect(cost).toBe(-steps.length);
  expect(pivots).toBeLessThan(50 * steps.length);
});

test('a ring with a side door by hand, and no arcs at all', () => {
  const arcs = {
    size: 3,
    tail: Int32Array.of(0, 1, 1),
    head: Int32Array.of(1, 0, 2),
    capacity: Float64Array.of(10, 4, 5),
  };
  const { flow, cost } = leastCostCirculation(arcs, Float64Array.of(-1, -1, -1));
  expect([...flow]).toEqual([4, 4, 0]);
  expect(cost).toBe(-8);
  const empty = { size: 2, tail: new Int32Array(0), head: new Int32Array(0) };
  const none = leastCostCirculation(
    { ...empty, capacity: new Float64Array(0) },
    new Float64Array(0),
  );
  expect(none.cost).toBe(0);
});

test.each([
  [Float64Array.of(-1), Float64Array.of(1), /capacity\[0\]: found -1/],
  [Float64Array.of(Number.NaN), Float64Array.of(1), /capacity\[0\]: found NaN/],
  [Float64Array.of(Number.POSITIVE_INFINITY), Float64Array.of(1), /found Infinity/],
  [Float64Array.of(1), Float64Array.of(0.5), /cost\[0\]: found 0.5, expected a whole number/],
])('refuses capacities %o, costs %o', (capacity, cost, message) => {
  const arcs = { size: 2, tail: Int32Array.of(0), head: Int32Array.of(1), capacity };
  expect(() => leastCostCirculation(arcs, cost)).toThrow(ModelError);
  expect(() => leastCostCirculation(arcs, cost)).toThrow(message);
});
