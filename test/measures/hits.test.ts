import { DirectedGraph } from 'graphology';
import graphologyHits from 'graphology-metrics/centrality/hits.js';
import { describe, expect, test } from 'vitest';
import { toCsr } from '../../src/measures/dollar-graph.ts';
import { authority, hitsOf, hub } from '../../src/measures/hits.ts';
import { makeNetwork } from './make-network.ts';
import { centralityCase, relativeGap } from './reference.ts';

test('two payers of one payee by hand', () => {
  // a pays c 3, b pays c 1: c is the only authority, hubs stand 3 to 1
  const { hubs, authorities } = hitsOf(
    toCsr(3, [
      [0, 2, 3],
      [1, 2, 1],
    ]),
  );
  expect([...hubs]).toEqual([0.75, 0.25, 0]);
  expect([...authorities]).toEqual([0, 0, 1]);
});

describe.each(['karate', 'random200'] as const)('%s', (name) => {
  const { graph, edges, values } = centralityCase(name);

  test('agrees with graphology, which stops at a step below 1e-12', () => {
    const peer = new DirectedGraph();
    for (let i = 0; i < graph.size; i++) peer.addNode(i);
    for (const [tail, head, weight] of edges) peer.addEdge(tail, head, { weight });
    const theirs = graphologyHits(peer, {
      getEdgeWeight: 'weight',
      tolerance: 1e-12,
      maxIterations: 10_000,
    });
    const total = (side: Record<string, number>) =>
      Object.values(side).map((score, _, all) => score / all.reduce((sum, one) => sum + one, 0));
    const { hubs, authorities } = hitsOf(graph);
    expect(relativeGap(hubs, total(theirs.hubs))).toBeLessThan(1e-6);
    expect(relativeGap(authorities, total(theirs.authorities))).toBeLessThan(1e-6);
  });

  test('equals the dense solution', () => {
    const { hubs, authorities } = hitsOf(graph);
    expect(relativeGap(hubs, values.hubs)).toBeLessThan(1e-9);
    expect(relativeGap(authorities, values.authorities)).toBeLessThan(1e-9);
  });
});

test('settles where graphology gives up: two groups that nearly tie', () => {
  const peer = new DirectedGraph();
  for (const key of ['a', 'b', 'c', 'd']) peer.addNode(key);
  peer.addEdge('a', 'b', { weight: 1 });
  peer.addEdge('c', 'd', { weight: 0.99 });
  expect(() => graphologyHits(peer, { getEdgeWeight: 'weight' })).toThrow('failed to converge');
  const { hubs } = hitsOf(
    toCsr(4, [
      [0, 1, 1],
      [2, 3, 0.99],
    ]),
  );
  expect(hubs[0]).toBeCloseTo(1, 10);
});

test('zeros without edges, where graphology divides by zero', () => {
  const peer = new DirectedGraph();
  peer.addNode('a');
  const answer = () => graphologyHits(peer, { maxIterations: 10 }).hubs['a'];
  expect(answer).toThrow('failed to converge');
  const web = makeNetwork([{ id: 'a' }, { id: 'b' }], []);
  expect([...hub.fn(web), ...authority.fn(web)]).toEqual([0, 0, 0, 0]);
});
