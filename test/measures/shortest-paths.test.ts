import { DirectedGraph } from 'graphology';
import { bidirectional, singleSource } from 'graphology-shortest-path/dijkstra.js';
import { singleSourceLength } from 'graphology-shortest-path/unweighted.js';
import { describe, expect, test } from 'vitest';
import { edgeLengths, pathFinder } from '../../src/measures/shortest-paths.ts';
import { centralityCase } from './reference.ts';

describe.each(['karate', 'random200'] as const)('%s beside graphology-shortest-path', (name) => {
  const { graph, unweighted, edges } = centralityCase(name);
  const peer = new DirectedGraph<object, { length: number }>();
  for (let row = 0; row < graph.size; row++) peer.addNode(row);
  for (const [tail, head, weight] of edges) peer.addEdge(tail, head, { length: 1 / weight });
  const lengthOf = (way: readonly string[]): number =>
    way.slice(1).reduce((sum, row, at) => sum + peer.getEdgeAttribute(way[at]!, row, 'length'), 0);

  test('the same rows are reached, at the same distances, nearest first', () => {
    const finder = pathFinder(graph, edgeLengths(graph));
    for (let source = 0; source < graph.size; source += 7) {
      const ways = singleSource(peer, source, 'length');
      const reached = [...finder.order.subarray(0, finder.from(source))];
      expect(reached.map(String).sort()).toEqual(Object.keys(ways).sort());
      for (const row of reached) {
        expect(finder.distance[row]).toBeCloseTo(lengthOf(ways[row]!), 12);
      }
      const distances = reached.map((row) => finder.distance[row]!);
      expect(distances).toEqual(distances.toSorted((one, other) => one - other));
      const farthest = reached.at(-1)!;
      if (farthest === source) continue;
      const way = bidirectional(peer, source, farthest, 'length');
      expect(lengthOf(way)).toBeCloseTo(finder.distance[farthest]!, 12);
    }
  });

  test('hops', () => {
    const finder = pathFinder(unweighted, edgeLengths(unweighted));
    for (let source = 0; source < graph.size; source += 7) {
      const reached = [...finder.order.subarray(0, finder.from(source))];
      expect(Object.fromEntries(reached.map((row) => [row, finder.distance[row]]))).toEqual(
        singleSourceLength(peer, source),
      );
    }
  });
});
