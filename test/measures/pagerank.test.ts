import { DirectedGraph } from 'graphology';
import graphologyPagerank from 'graphology-metrics/centrality/pagerank.js';
import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../src/base/errors.ts';
import { toCsr } from '../../src/measures/dollar-graph.ts';
import { pagerank, pagerankOf } from '../../src/measures/pagerank.ts';
import { makeNetwork, order } from './make-network.ts';
import { centralityCase, relativeGap } from './reference.ts';

test('a firm that pays nobody spreads evenly: two firms by hand', () => {
  // a pays b. p_a = (.15 + .85 p_b) / 2 and p_a + p_b = 1, so p_a = .5 / 1.425
  const [a, b] = pagerankOf(toCsr(2, [[0, 1, 7]]), 0.85);
  expect(a).toBeCloseTo(0.5 / 1.425, 12);
  expect(a! + b!).toBeCloseTo(1, 14);
});

describe.each(['karate', 'random200'] as const)('%s', (name) => {
  const { graph, edges, values } = centralityCase(name);

  test('equals the dense solution', () => {
    expect(relativeGap(pagerankOf(graph, 0.85), values.pagerank)).toBeLessThan(1e-9);
  });

  test('agrees with graphology on the same simple graph', () => {
    const peer = new DirectedGraph();
    for (let i = 0; i < graph.size; i++) peer.addNode(i);
    for (const [tail, head, weight] of edges) peer.addEdge(tail, head, { weight });
    const scores = graphologyPagerank(peer, {
      getEdgeWeight: 'weight',
      tolerance: 1e-14,
      maxIterations: 1000,
    });
    expect(relativeGap(pagerankOf(graph, 0.85), Object.values(scores))).toBeLessThan(1e-9);
  });

  test('dollars or thousands of dollars: the same shares', () => {
    const scaled = { ...graph, weight: graph.weight.map((weight) => weight * 1024e9) };
    expect(relativeGap(pagerankOf(scaled, 0.85), values.pagerank)).toBeLessThan(1e-9);
  });
});

test('damping 0 makes all firms equal, and so does a web without deals', () => {
  const web = makeNetwork(
    [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    [order('a', 'b', { perYearUsd: 1 })],
  );
  expect([...pagerank.fn(web, { parameters: { damping: 0 } })]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect([...pagerank.fn(web, { layers: ['debt'] })]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect(pagerank.fn(makeNetwork([], []))).toHaveLength(0);
});

test('refuses a damping outside its range', () => {
  const web = makeNetwork([{ id: 'a' }], []);
  expect(() => pagerank.fn(web, { parameters: { damping: 1 } })).toThrow(ScenarioError);
});
