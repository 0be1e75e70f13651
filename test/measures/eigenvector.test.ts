import { DirectedGraph } from 'graphology';
import graphologyEigenvector from 'graphology-metrics/centrality/eigenvector.js';
import { describe, expect, test } from 'vitest';
import { ModelError } from '../../src/base/errors.ts';
import { toCsr, transpose } from '../../src/measures/dollar-graph.ts';
import { eigenvectorOf } from '../../src/measures/eigenvector.ts';
import { centralityCase, relativeGap } from './reference.ts';

describe.each(['karate', 'random200'] as const)('%s', (name) => {
  const { graph, edges, values } = centralityCase(name);

  test('agrees with graphology on weights near 1', () => {
    const peer = new DirectedGraph();
    for (let i = 0; i < graph.size; i++) peer.addNode(i);
    for (const [tail, head, weight] of edges) peer.addEdge(tail, head, { weight });
    const theirs = graphologyEigenvector(peer, {
      getEdgeWeight: 'weight',
      tolerance: 1e-13,
      maxIterations: 10_000,
    });
    expect(relativeGap(eigenvectorOf(graph), Object.values(theirs))).toBeLessThan(1e-6);
  });

  test('equals the dense solution, at any scale of the weights', () => {
    expect(relativeGap(eigenvectorOf(graph), values.eigenvector)).toBeLessThan(1e-9);
    const dollars = { ...graph, weight: graph.weight.map((weight) => weight * 1e9) };
    expect(relativeGap(eigenvectorOf(dollars), values.eigenvector)).toBeLessThan(1e-9);
  });

  test('solves the equation that defines it', () => {
    const x = eigenvectorOf(graph);
    const incoming = transpose(graph);
    const image = x.map((_, i) => {
      let sum = 0;
      for (let k = incoming.start[i]!; k < incoming.start[i + 1]!; k++) {
        sum += incoming.weight[k]! * x[incoming.column[k]!]!;
      }
      return sum;
    });
    const length = Math.hypot(...image);
    expect(
      relativeGap(
        image.map((value) => value / length),
        x,
      ),
    ).toBeLessThan(1e-9);
  });
});

test('a loop of two unequal deals settles in dollars, where graphology swings for ever', () => {
  // a pays b 4e9, b pays a 1e9: x_a : x_b = sqrt(1) : sqrt(4)
  const peer = new DirectedGraph();
  for (const key of ['a', 'b']) peer.addNode(key);
  peer.addEdge('a', 'b', { weight: 4e9 });
  peer.addEdge('b', 'a', { weight: 1e9 });
  expect(() => graphologyEigenvector(peer, { getEdgeWeight: 'weight' })).toThrow('converge');
  const [a, b] = eigenvectorOf(
    toCsr(2, [
      [0, 1, 4e9],
      [1, 0, 1e9],
    ]),
  );
  expect(a).toBeCloseTo(1 / Math.sqrt(5), 11);
  expect(b).toBeCloseTo(2 / Math.sqrt(5), 11);
});

test('zeros where no money comes back round', () => {
  const chain = toCsr(3, [
    [0, 1, 5],
    [1, 2, 3],
  ]);
  expect([...eigenvectorOf(chain)]).toEqual([0, 0, 0]);
  expect(eigenvectorOf(toCsr(0, []))).toHaveLength(0);
});

test('refuses to guess when two loops tie and one feeds the other', () => {
  const tied = toCsr(4, [
    [0, 1, 2],
    [1, 0, 2],
    [1, 2, 1],
    [2, 3, 2],
    [3, 2, 2],
  ]);
  expect(() => eigenvectorOf(tied)).toThrow(ModelError);
});
