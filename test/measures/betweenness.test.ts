import { DirectedGraph } from 'graphology';
import graphologyBetweenness from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, test } from 'vitest';
import { betweenness, betweennessOf } from '../../src/measures/betweenness.ts';
import { toCsr } from '../../src/measures/dollar-graph.ts';
import { makeNetwork } from './make-network.ts';
import { centralityCase, relativeGap } from './reference.ts';

test('two ways of equal length share the pair', () => {
  // 0 -> 1 -> 3 is 1/2 + 1/6 long, 0 -> 2 -> 3 is 1/3 + 1/3
  const graph = toCsr(4, [
    [0, 1, 2],
    [1, 3, 6],
    [0, 2, 3],
    [2, 3, 3],
  ]);
  expect([...betweennessOf(graph)]).toEqual([0, 0.5, 0.5, 0]);
});

test('the thicker way is the shorter one', () => {
  const graph = toCsr(3, [
    [0, 2, 1],
    [0, 1, 5],
    [1, 2, 4],
  ]);
  expect([...betweennessOf(graph)]).toEqual([0, 1, 0]);
});

describe.each(['karate', 'random200'] as const)('%s', (name) => {
  const { graph, values } = centralityCase(name);
  test('equals the reference', () => {
    expect(relativeGap(betweennessOf(graph), values.betweenness)).toBeLessThan(1e-12);
  });
});

test('agrees with graphology where every edge is 1 long, so that ties are exact', () => {
  const { unweighted, edges } = centralityCase('random200');
  const peer = new DirectedGraph();
  for (let i = 0; i < unweighted.size; i++) peer.addNode(i);
  for (const [tail, head] of edges) peer.addEdge(tail, head);
  const theirs = graphologyBetweenness(peer, { getEdgeWeight: null, normalized: false });
  expect(relativeGap(betweennessOf(unweighted), Object.values(theirs))).toBeLessThan(1e-9);
});

test('graphology’s exact comparison misses ties on the karate club', () => {
  const { graph, edges, values } = centralityCase('karate');
  const peer = new DirectedGraph();
  for (let i = 0; i < graph.size; i++) peer.addNode(i);
  for (const [tail, head, weight] of edges) peer.addEdge(tail, head, { length: 1 / weight });
  const exact = Object.values(
    graphologyBetweenness(peer, { getEdgeWeight: 'length', normalized: false }),
  );
  const gaps = exact.map((value, i) => Math.abs(value - values.betweenness[i]!));
  expect(Math.max(...gaps)).toBeCloseTo(2, 10);
});

test('the order in which firms are listed does not matter', () => {
  const { graph, edges } = centralityCase('karate');
  const last = graph.size - 1;
  const turned = toCsr(
    graph.size,
    edges.map(([tail, head, weight]) => [last - tail, last - head, weight]),
  );
  expect(relativeGap(betweennessOf(turned).reverse(), betweennessOf(graph))).toBeLessThan(1e-12);
});

test('zeros without edges, nothing without firms', () => {
  expect([...betweenness.fn(makeNetwork([{ id: 'a' }, { id: 'b' }], []))]).toEqual([0, 0]);
  expect(betweenness.fn(makeNetwork([], []))).toHaveLength(0);
});
