import { describe, expect, test } from 'vitest';
import { type Entry, toCsr } from '../../../src/measures/dollar-graph.ts';
import { balancedFlowOf } from '../../../src/questions/loops/balanced-flow.ts';
import { finnOf } from '../../../src/questions/loops/finn.ts';
import { CIRCULARITY_CASES, circularityCase } from '../../measures/reference.ts';

describe.each(CIRCULARITY_CASES)('%s', (name) => {
  const reference = circularityCase(name);
  const graph = toCsr(reference.n, reference.edges);
  const close = (got: ArrayLike<number>, wanted: readonly number[], within: number): void => {
    expect(got).toHaveLength(wanted.length);
    wanted.forEach((value, i) => {
      expect(Math.abs(got[i]! - value)).toBeLessThan(within);
    });
  };

  test('Finn’s index, of the web and of every firm', () => {
    const { index, comesBack } = finnOf(graph);
    expect(index).toBeCloseTo(reference['finn_cycling_index'] as number, 10);
    close(comesBack, reference['finn_node_share'] as number[], 1e-9);
  });

  test('the balanced flow, of the web and of every edge', () => {
    const { index, edgeUsd } = balancedFlowOf(graph);
    expect(index).toBeCloseTo(reference['circularity_bff'] as number, 9);
    const wanted = reference['bff_edge_circular'] as number[];
    const sorted = reference.edges
      .map(([tail, head], at) => ({ tail, head, usd: wanted[at]! }))
      .sort((a, b) => a.tail - b.tail || a.head - b.head);
    close(
      edgeUsd,
      sorted.map(({ usd }) => usd),
      1e-7,
    );
  });

  test('what circulates leaves every firm’s balance as it was', () => {
    const { edgeUsd } = balancedFlowOf(graph);
    const net = new Float64Array(graph.size);
    for (let i = 0; i < graph.size; i++) {
      for (let k = graph.start[i]!; k < graph.start[i + 1]!; k++) {
        net[i]! -= edgeUsd[k]!;
        net[graph.column[k]!]! += edgeUsd[k]!;
      }
    }
    const gross = graph.weight.reduce((sum, usd) => sum + usd, 0);
    for (const balance of net) expect(Math.abs(balance)).toBeLessThan(1e-10 * gross);
  });
});

test('a ring with a side door by hand', () => {
  // a pays b 10, b pays a 4 and c 5: 4 go round, and 4 of 10 come back to a
  const graph = toCsr(3, [
    [0, 1, 10],
    [1, 0, 4],
    [1, 2, 5],
  ] satisfies Entry[]);
  expect([...balancedFlowOf(graph).edgeUsd]).toEqual([4, 4, 0]);
  expect(balancedFlowOf(graph).index).toBeCloseTo(8 / 19, 12);
  const { comesBack, index } = finnOf(graph);
  // T = 10, 10, 5: a's dollar goes to b whole, of which 4 in 10 come back
  expect([...comesBack]).toEqual([0.4, 0.4, 0]);
  expect(index).toBeCloseTo(8 / 25, 12);
});

test('nothing circulates without payments, nor where they only run down', () => {
  expect(balancedFlowOf(toCsr(3, [])).index).toBeNull();
  expect(finnOf(toCsr(0, [])).index).toBeNull();
  const down = toCsr(3, [
    [0, 1, 5],
    [1, 2, 3],
  ]);
  expect(balancedFlowOf(down).index).toBe(0);
  expect(finnOf(down).index).toBe(0);
});
