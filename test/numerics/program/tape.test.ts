import { describe, expect, test } from 'vitest';
import { type Node, newTape, type Tape } from '../../../src/numerics/program/tape.ts';
import { type Loop, openLoop } from '../../../src/numerics/program/tape-loop.ts';
import { slopesOf, slopesOnSides } from '../../../src/numerics/program/tape-slopes.ts';

const slopes = (tape: Tape, target: Node): Float64Array =>
  slopesOf(tape, [], new Map([[target, 1]])).slope;

describe('a tape', () => {
  test('every operation has the slopes of its formula', () => {
    const tape = newTape();
    const [x, y] = [tape.leaf(3), tape.leaf(0.5)];
    const of = (node: Node) => {
      const slope = slopes(tape, node);
      return [tape.value[node], slope[x], slope[y]];
    };
    expect(of(tape.add(x, y))).toEqual([3.5, 1, 1]);
    expect(of(tape.subtract(x, y))).toEqual([2.5, 1, -1]);
    expect(of(tape.multiply(x, y))).toEqual([1.5, 0.5, 3]);
    expect(of(tape.divide(x, y))).toEqual([6, 2, -12]);
    expect(of(tape.max(x, y))).toEqual([3, 1, 0]);
    expect(of(tape.min(x, y))).toEqual([0.5, 0, 1]);
    expect(of(tape.multiply(x, x))).toEqual([9, 6, 0]);
    const [value, inBase, inExponent] = of(tape.power(x, y));
    expect(value).toBeCloseTo(Math.sqrt(3), 14);
    expect(inBase).toBeCloseTo(0.5 / Math.sqrt(3), 14);
    expect(inExponent).toBeCloseTo(Math.sqrt(3) * Math.log(3), 14);
  });

  test('what hangs on constants alone is a constant, and 0 and 1 cost nothing', () => {
    const tape = newTape();
    const x = tape.leaf(2);
    const size = tape.size;
    expect(tape.add(x, tape.zero)).toBe(x);
    expect(tape.multiply(x, tape.zero)).toBe(tape.zero);
    expect(tape.multiply(tape.one, x)).toBe(x);
    expect(tape.size).toBe(size);
    const six = tape.multiply(tape.constant(2), tape.constant(3));
    expect(slopes(tape, tape.multiply(six, x))[x]).toBe(6);
    expect(tape.max(tape.constant(1), six)).not.toBe(six);
    expect(tape.ties).toEqual([]);
  });

  test('it grows beyond its first arrays', () => {
    const tape = newTape();
    const x = tape.leaf(1);
    let sum: Node = x;
    for (let step = 0; step < 40_000; step++) sum = tape.add(sum, x);
    expect(tape.value[sum]).toBe(40_001);
    expect(slopes(tape, sum)[x]).toBe(40_001);
  });

  test('a tie has two sides, whichever of the two is taken', () => {
    for (const swap of [false, true]) {
      const tape = newTape();
      const x = tape.leaf(2);
      const [a, b] = [tape.multiply(x, tape.constant(3)), tape.add(x, tape.constant(4))];
      const larger = swap ? tape.max(b, a) : tape.max(a, b);
      const smaller = swap ? tape.min(b, a) : tape.min(a, b);
      expect(tape.ties).toHaveLength(2);
      expect(slopesOnSides(tape, [], larger)(x, 1)).toBe(3);
      expect(slopesOnSides(tape, [], larger)(x, -1)).toBe(1);
      expect(slopesOnSides(tape, [], smaller)(x, 1)).toBe(1);
      expect(slopesOnSides(tape, [], smaller)(x, -1)).toBe(3);
    }
  });
});

/** x = a x + b y + u and y = c x + v, with weights that make it grow or shrink. */
const twoUnknowns = ([a, b, c]: readonly [number, number, number], size = 1) => {
  const tape = newTape();
  const [u, v] = [tape.leaf(2), tape.leaf(5)];
  const [slopeA, slopeB, slopeC] = [tape.leaf(a), tape.leaf(b), tape.leaf(c)];
  const y = (5 + (c * 2) / (1 - a)) / (1 - (c * b) / (1 - a));
  const x = (2 + b * y) / (1 - a);
  const start = tape.size;
  const [xIn, yIn] = [tape.leaf(x), tape.leaf(y)];
  const since = tape.size;
  const xOut = tape.sum([tape.multiply(slopeA, xIn), tape.multiply(slopeB, yIn), u]);
  const sinceY = tape.size;
  const yOut = tape.add(tape.multiply(slopeC, xIn), v);
  const loop: Loop = {
    start,
    end: tape.size,
    unknowns: [
      { leaf: xIn, result: xOut, since, size },
      { leaf: yIn, result: yOut, since: sinceY, size: 1 },
    ],
  };
  return { tape, loop, u, v, slopeA, xIn, x, y };
};

describe('a fixed point on a tape', () => {
  test('slopes are those of the implicit function', () => {
    const [a, b, c] = [0.3, 0.2, 0.7] as const;
    for (const size of [1, 1e12]) {
      const { tape, loop, u, v, slopeA, xIn, x } = twoUnknowns([a, b, c], size);
      const target = tape.multiply(xIn, tape.constant(10));
      const { slope, residual } = slopesOf(tape, [openLoop(tape, loop)], new Map([[target, 1]]));
      const det = 1 - a - b * c;
      expect(residual).toBeLessThan(1e-12);
      expect(slope[u]).toBeCloseTo(10 / det, 10);
      expect(slope[v]).toBeCloseTo((10 * b) / det, 10);
      expect(slope[slopeA]).toBeCloseTo((10 * x) / det, 9);
      expect(slopesOnSides(tape, [loop], target)(u, 1)).toBeCloseTo(10 / det, 9);
    }
  });

  test('at the tipping point there is no slope', () => {
    const { tape, loop, xIn } = twoUnknowns([0.5, 0.5, 0.9]);
    const tipping = twoUnknowns([0.5, 1, 0.5]);
    const on = (one: Tape, its: Loop, node: Node) =>
      slopesOf(one, [openLoop(one, its)], new Map([[node, 1]])).residual;
    expect(on(tape, loop, xIn)).toBeLessThan(1e-9);
    expect(on(tipping.tape, tipping.loop, tipping.xIn)).toBe(Number.POSITIVE_INFINITY);
  });

  test('passes that do not settle give no side', () => {
    const { tape, loop, u, xIn } = twoUnknowns([0.5, 1, 0.5]);
    expect(slopesOnSides(tape, [loop], xIn)(u, 1)).toBeNull();
  });
});
