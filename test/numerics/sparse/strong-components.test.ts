import { MultiDirectedGraph } from 'graphology';
import graphologyComponents from 'graphology-components';
import { expect, test } from 'vitest';
import type { Pattern } from '../../../src/numerics/sparse/csr.ts';
import { strongComponents } from '../../../src/numerics/sparse/strong-components.ts';
import { seededRandom } from '../../random.ts';

type Arrow = readonly [from: number, to: number];

const tiesOf = (size: number, arrows: readonly Arrow[]): Pattern => {
  const rows = Array.from({ length: size }, (_, row) =>
    arrows.filter(([from]) => from === row).map(([, to]) => to),
  );
  const start = new Int32Array(size + 1);
  rows.forEach((row, at) => {
    start[at + 1] = start[at]! + row.length;
  });
  return { start, column: Int32Array.from(rows.flat()) };
};

/** Who reaches whom, by Warshall's closure. */
const reachOf = (size: number, arrows: readonly Arrow[]): boolean[][] => {
  const reach = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => i === j),
  );
  for (const [from, to] of arrows) reach[from]![to] = true;
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) reach[i]![j] ||= reach[i]![k]! && reach[k]![j]!;
    }
  }
  return reach;
};

const worlds = Array.from({ length: 200 }, (_, seed) => {
  const random = seededRandom(seed * 7919 + 1);
  const size = 1 + Math.floor(random() * 20);
  const count = Math.floor(random() * size * 2.5);
  const pick = () => Math.floor(random() * size);
  // parallel arrows, arrows to oneself and firms without any are all among them
  const arrows = Array.from({ length: count }, (): Arrow => [pick(), pick()]);
  return { size, arrows };
});

/** Ties in rows `0..size-1`, each to the next; `closed` ties the last to the first. */
const chain = (size: number, closed: boolean): Pattern => ({
  start: Int32Array.from({ length: size + 1 }, (_, row) =>
    closed ? row : Math.min(row, size - 1),
  ),
  column: Int32Array.from({ length: closed ? size : size - 1 }, (_, row) => (row + 1) % size),
});

test('two are in one component exactly where each reaches the other; arrows lead to lower numbers', () => {
  for (const { size, arrows } of worlds) {
    const component = strongComponents(tiesOf(size, arrows));
    const reach = reachOf(size, arrows);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        expect(component[i] === component[j]).toBe(reach[i]![j]! && reach[j]![i]!);
        if (reach[i]![j]) expect(component[j]).toBeLessThanOrEqual(component[i]!);
      }
    }
  }
});

test('agrees with the components of graphology where those have an answer', () => {
  for (const { size, arrows } of worlds) {
    const graph = new MultiDirectedGraph();
    for (let i = 0; i < size; i++) graph.addNode(i);
    for (const [from, to] of arrows) graph.addDirectedEdge(from, to);
    const component = strongComponents(tiesOf(size, arrows));
    const theirs = graphologyComponents.stronglyConnectedComponents(graph);
    expect(theirs.length).toBe(new Set(component).size);
    for (const members of theirs) {
      expect(new Set(members.map((member) => component[Number(member)])).size).toBe(1);
    }
  }
});

test('a path and a ring of a million firms have an answer; the recursive components overflow at fifty thousand', () => {
  const size = 1_000_000;
  expect(new Set(strongComponents(chain(size, false))).size).toBe(size);
  expect(strongComponents(chain(size, true)).every((number) => number === 0)).toBe(true);
  const path = new MultiDirectedGraph();
  for (let i = 0; i < 50_000; i++) path.addNode(i);
  for (let i = 1; i < 50_000; i++) path.addDirectedEdge(i - 1, i);
  expect(() => graphologyComponents.stronglyConnectedComponents(path)).toThrow(RangeError);
});

test('nobody is in no component', () => {
  expect(strongComponents({ start: Int32Array.of(0), column: new Int32Array(0) })).toHaveLength(0);
});
