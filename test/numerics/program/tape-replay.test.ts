import { describe, expect, test } from 'vitest';
import { type Node, newTape, type Tape } from '../../../src/numerics/program/tape.ts';
import type { Loop } from '../../../src/numerics/program/tape-loop.ts';
import { replayOf } from '../../../src/numerics/program/tape-replay.ts';
import { randomFrom } from '../../../src/numerics/random/random.ts';

/** A long calculation of every kind of step on some leaves; the same seed, the same steps. */
const calculation = (tape: Tape, leaves: readonly number[], seed: number): Node[] => {
  const random = randomFrom(seed);
  const nodes = [...leaves.map(tape.leaf), tape.constant(0.7), tape.constant(3)];
  const pick = (): Node => nodes[Math.floor(random() * nodes.length)]!;
  for (let step = 0; step < 200; step++) {
    const [a, b] = [pick(), pick()];
    const size = tape.add(tape.multiply(b, b), tape.one);
    const made = [
      () => tape.add(a, b),
      () => tape.subtract(a, b),
      () => tape.divide(tape.multiply(a, b), size),
      () => tape.divide(a, size),
      () => tape.power(size, tape.constant(0.3)),
      () => tape.max(a, b),
      () => tape.min(a, b),
    ][Math.floor(random() * 7)]!();
    nodes.push(
      tape.divide(made, tape.add(tape.one, tape.max(made, tape.subtract(tape.zero, made)))),
    );
  }
  return nodes;
};

describe('a tape played again', () => {
  test('gives what writing it with the other numbers gives, in any order of plays', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = randomFrom(seed * 31);
      const [before, after] = [0, 1].map(() => Array.from({ length: 5 }, () => random() * 4 - 2));
      const written = newTape();
      const nodes = calculation(written, before!, seed);
      const other = newTape();
      const expected = calculation(other, after!, seed).map((node) => other.value[node]!);
      const replay = replayOf(written, nodes.slice(0, 5), nodes);
      const playWith = (leaves: readonly number[]): number[] => {
        leaves.forEach((value, at) => {
          replay.value[nodes[at]!] = value;
        });
        expect(replay.play()).toBe(true);
        return nodes.map((node) => replay.value[node]!);
      };
      expect(playWith(after!)).toEqual(expected);
      expect(playWith(before!)).toEqual(nodes.map((node) => written.value[node]!));
      expect(playWith(after!)).toEqual(expected);
    }
  });

  test('plays only what moves and what is asked for', () => {
    const tape = newTape();
    const [x, y] = [tape.leaf(2), tape.leaf(5)];
    const ofX = tape.multiply(x, x);
    const ofY = tape.multiply(y, y);
    const unasked = tape.add(ofX, tape.one);
    const both = tape.add(ofX, ofY);
    const replay = replayOf(tape, [x], [both]);
    expect(replay.steps).toBe(2);
    expect([ofX, ofY, unasked, both].map(replay.moves)).toEqual([true, false, true, true]);
    replay.value[x] = 3;
    replay.play();
    expect(replay.value[both]).toBe(34);
    expect(replay.value[unasked]).toBe(5);
  });

  /** x = a + b x, which is a / (1 - b). */
  const ring = (b: number) => {
    const tape = newTape();
    const [a, slope] = [tape.leaf(1), tape.leaf(b)];
    const start = tape.size;
    const leaf = tape.leaf(1 / (1 - b));
    const since = tape.size;
    const result = tape.add(a, tape.multiply(slope, leaf));
    const loop: Loop = { start, end: tape.size, unknowns: [{ leaf, result, since, size: 1 }] };
    return { tape, a, slope, leaf, after: tape.multiply(leaf, leaf), loop };
  };

  test('finds a fixed point again, and what comes after it', () => {
    const { tape, a, slope, leaf, after, loop } = ring(0.5);
    const replay = replayOf(tape, [a, slope], [after], loop);
    replay.value[a] = 3;
    replay.value[slope] = 0.75;
    expect(replay.play()).toBe(true);
    expect(replay.value[leaf]).toBeCloseTo(12, 12);
    expect(replay.value[after]).toBeCloseTo(144, 11);
  });

  test('says so where a fixed point is not found', () => {
    const { tape, slope, after, loop } = ring(0.5);
    const replay = replayOf(tape, [slope], [after], loop);
    replay.value[slope] = 1;
    expect(replay.play()).toBe(false);
    replay.value[slope] = 0.5;
    expect(replay.play()).toBe(true);
    expect(replay.value[after]).toBeCloseTo(4, 12);
  });
});
