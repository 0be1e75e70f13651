import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import type { Measure } from './measure.ts';
import { powerIteration } from './power-iteration.ts';
import { scaleToSum } from './scale-to-sum.ts';

/** True when some walk comes back to where it began (Kahn's topological order gets stuck). */
const hasCycle = ({ size, start, column }: WeightedGraph): boolean => {
  const waiting = new Int32Array(size);
  for (const head of column) waiting[head]!++;
  const ready: number[] = [];
  for (let i = 0; i < size; i++) if (waiting[i] === 0) ready.push(i);
  let placed = 0;
  for (let i = ready.pop(); i !== undefined; i = ready.pop()) {
    placed++;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      if (--waiting[column[k]!]! === 0) ready.push(column[k]!);
    }
  }
  return placed < size;
};

/** A quarter of the largest row sum, a bound on the eigenvalues: enough to break ties of length. */
const shiftOf = ({ size, start, weight }: WeightedGraph): number => {
  let largest = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += weight[k]!;
    largest = Math.max(largest, sum);
  }
  return largest / 4;
};

/**
 * Eigenvector centrality on incoming edges: the leading x with x_j = (1 / lambda) sum_i W_ij x_i.
 *
 * Power iteration on W^T plus a shift in proportion to the weights, from a uniform start: the shift
 * makes graphs whose walks all have the same length settle too, at whatever scale the weights are.
 * Bonacich, J. Math. Sociology 2 (1972). Cost O(m x iterations). Our own and not graphology-metrics'
 * (the tests' oracle): its shift of 1 is nothing beside dollars, so that it swings between the firms of
 * a loop until it gives up.
 *
 * @returns n, of length 1 (L2); zeros where no walk returns (lambda = 0: no centrality exists)
 * @throws ModelError when two groups share the leading eigenvalue and one feeds the other
 */
export const eigenvectorOf = (graph: WeightedGraph): Float64Array => {
  const { size } = graph;
  if (!hasCycle(graph)) return new Float64Array(size);
  const { start, column, weight } = transpose(graph);
  const shift = shiftOf(graph);
  const even = new Float64Array(size).fill(1 / size);
  const x = powerIteration('eigenvector', even, (current, next) => {
    for (let i = 0; i < size; i++) {
      let sum = shift * current[i]!;
      for (let k = start[i]!; k < start[i + 1]!; k++) sum += weight[k]! * current[column[k]!]!;
      next[i] = sum;
    }
    scaleToSum(next);
  });
  const length = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
  return x.map((value) => value / length);
};

export const eigenvector: Measure = {
  id: 'eigenvector',
  title: { en: 'Eigenvector', zh: '特征向量中心性' },
  unit: 'none',
  convention:
    'Paid by those who are paid much; dollars of the chosen layers, payer to payee, parallel deals ' +
    'summed; length 1 (L2); 0 for every firm when no money can come back round.',
  source: 'Bonacich 1972',
  parameters: {},
  fn: (network, { layers } = {}) => eigenvectorOf(dollarGraph(network, layers)),
};
