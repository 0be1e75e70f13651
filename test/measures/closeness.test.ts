import { DirectedGraph } from 'graphology';
import graphologyCloseness from 'graphology-metrics/centrality/closeness.js';
import { describe, expect, test } from 'vitest';
import { closenessOf, harmonicOf } from '../../src/measures/closeness.ts';
import { toCsr } from '../../src/measures/dollar-graph.ts';
import { centralityCase, relativeGap } from './reference.ts';

describe.each(['karate', 'random200'] as const)('%s', (name) => {
  const { graph, unweighted, edges, values } = centralityCase(name);

  test('agrees with graphology where every edge is 1 long', () => {
    const peer = new DirectedGraph();
    for (let i = 0; i < graph.size; i++) peer.addNode(i);
    for (const [tail, head] of edges) peer.addEdge(tail, head);
    for (const wassermanFaust of [true, false]) {
      const theirs = Object.values(graphologyCloseness(peer, { wassermanFaust }));
      expect(relativeGap(closenessOf(unweighted, wassermanFaust), theirs)).toBeLessThan(1e-12);
    }
  });

  test.each([
    ['closeness', closenessOf(graph, true)],
    ['closenessInComponent', closenessOf(graph, false)],
    ['harmonic', harmonicOf(graph)],
    ['closenessUnweighted', closenessOf(unweighted, true)],
    ['closenessInComponentUnweighted', closenessOf(unweighted, false)],
    ['harmonicUnweighted', harmonicOf(unweighted)],
  ] as const)('%s as networkx and igraph have it', (key, got) => {
    expect(relativeGap(got, values[key])).toBeLessThan(1e-9);
  });
});

test('ways of unequal length by hand', () => {
  // a -4-> b -2-> c and a -1-> c: to c 3/4 from a by way of b, 1/2 from b; d stands alone
  const graph = toCsr(4, [
    [0, 1, 4],
    [1, 2, 2],
    [0, 2, 1],
  ]);
  expect([...closenessOf(graph, false)]).toEqual([0, 4, 2 / 1.25, 0]);
  expect([...closenessOf(graph, true)]).toEqual([0, 4 / 3, (2 / 3) * 1.6, 0]);
  expect([...harmonicOf(graph)]).toEqual([0, 4, 1 / 0.75 + 2, 0]);
});

test('graphology counts steps, not dollars: it ranks a far small payer as near as a big one', () => {
  const peer = new DirectedGraph();
  for (const key of ['big', 'small', 'b', 's']) peer.addNode(key);
  peer.addEdge('big', 'b', { weight: 100 });
  peer.addEdge('small', 's', { weight: 1 });
  const theirs = graphologyCloseness(peer);
  expect(theirs['b']).toBe(theirs['s']);
  const ours = closenessOf(
    toCsr(4, [
      [0, 2, 100],
      [1, 3, 1],
    ]),
    false,
  );
  expect(ours[2]! / ours[3]!).toBeCloseTo(100, 12);
});
