import { describe, expect, test } from 'vitest';
import { communitiesOf } from '../../src/measures/communities.ts';
import { corenessOf } from '../../src/measures/coreness.ts';
import { toCsr, type WeightedGraph } from '../../src/measures/dollar-graph.ts';
import { centralityCase } from './reference.ts';

/** Directed, weighted modularity straight from its definition (Leicht and Newman 2008). */
const modularity = (
  { size, start, column, weight }: WeightedGraph,
  group: ArrayLike<number>,
): number => {
  const out = new Float64Array(size);
  const into = new Float64Array(size);
  let gross = 0;
  let inside = 0;
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      out[i]! += weight[k]!;
      into[column[k]!]! += weight[k]!;
      gross += weight[k]!;
      if (group[i] === group[column[k]!]) inside += weight[k]!;
    }
  }
  let chance = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) if (group[i] === group[j]) chance += out[i]! * into[j]!;
  }
  return inside / gross - chance / gross ** 2;
};

const named = (graph: WeightedGraph) => ({
  ...graph,
  ids: Array.from({ length: graph.size }, (_, i) => `n${i}`),
});

describe.each(['karate', 'random200'] as const)('%s', (name) => {
  const { graph, values, leidenModularity } = centralityCase(name);

  test('coreness as igraph has it', () => {
    expect([...corenessOf(graph)]).toEqual(values.coreness);
  });

  test('communities nearly as good as the best of ten by Leiden', () => {
    const best = modularity(graph, values.leidenMembership);
    expect(best).toBeCloseTo(leidenModularity, 9);
    const found = modularity(graph, communitiesOf(named(graph), 1, 1));
    expect(found).toBeGreaterThan(0.93 * best);
  });

  test('the same seed gives the same groups, in whatever order the firms stand', () => {
    const one = communitiesOf(named(graph), 1, 7);
    expect([...communitiesOf(named(graph), 1, 7)]).toEqual([...one]);
  });
});

test('two rings joined by a thread: groups by size, those alone last', () => {
  const graph = toCsr(8, [
    [0, 1, 9],
    [1, 2, 8],
    [2, 3, 7],
    [3, 0, 9],
    [4, 5, 6],
    [5, 6, 9],
    [6, 4, 5],
    [3, 4, 0.1],
  ]);
  expect([...communitiesOf(named(graph), 1, 3)]).toEqual([1, 1, 1, 1, 2, 2, 2, 3]);
  expect([...corenessOf(graph)]).toEqual([2, 2, 2, 2, 2, 2, 2, 0]);
});
