import { describe, expect, test } from 'vitest';
import { toCsr } from '../../../src/measures/dollar-graph.ts';
import { balancedFlowOf } from '../../../src/questions/loops/balanced-flow.ts';
import { maxCirculationOf } from '../../../src/questions/loops/max-circulation.ts';
import { INDEX_IDS, INDICES } from '../../../src/questions/loops/web-indices.ts';
import { CIRCULARITY_CASES, circularityCase } from '../../measures/reference.ts';

const WANTED = {
  'balanced-flow': 'circularity_bff',
  'maximum-circulation': 'circularity_max',
  finn: 'finn_cycling_index',
  reciprocity: 'bilateral_reciprocity',
  nettable: 'excess_share_nonconservative',
  'within-components': 'intra_scc_weight_share',
  'trophic-incoherence': 'trophic_incoherence_F0',
  hodge: 'hodge_circular_energy_share',
} as const;

describe.each(CIRCULARITY_CASES)('%s', (name) => {
  const reference = circularityCase(name);
  const graph = toCsr(reference.n, reference.edges);

  test.each(INDEX_IDS)('%s is what dense algebra and HiGHS find', (id) => {
    expect(INDICES[id](graph)).toBeCloseTo(reference[WANTED[id]] as number, 9);
  });

  test('indices have no unit and know no order', () => {
    const turned = [...reference.edges]
      .reverse()
      .map(
        ([tail, head, usd]) => [reference.n - 1 - tail, reference.n - 1 - head, usd * 1e9] as const,
      );
    const other = toCsr(reference.n, turned);
    for (const id of INDEX_IDS) {
      expect(INDICES[id](other)).toBeCloseTo(INDICES[id](graph)!, 9);
    }
  });

  test('the balanced flow is a circulation, so never more than the most', () => {
    expect(balancedFlowOf(graph).index!).toBeLessThanOrEqual(
      maxCirculationOf(graph).share! + 1e-12,
    );
  });
});

test('without payments there is no index; without rings all but direction is 0', () => {
  for (const id of INDEX_IDS) expect(INDICES[id](toCsr(3, []))).toBeNull();
  const chain = toCsr(4, [
    [0, 1, 5],
    [1, 2, 3],
    [2, 3, 7],
  ]);
  for (const id of [
    'balanced-flow',
    'maximum-circulation',
    'finn',
    'reciprocity',
    'hodge',
  ] as const) {
    expect(INDICES[id](chain)).toBeCloseTo(0, 12);
  }
});
