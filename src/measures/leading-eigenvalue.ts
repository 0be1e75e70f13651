import type { WeightedGraph } from './dollar-graph.ts';
import { eigenvectorOf } from './eigenvector.ts';

/**
 * Leading eigenvalue of a matrix of entries of at least 0: how much a round of payments grows.
 *
 * From the leading vector x of W^T: lambda = sum of W^T x / sum of x.
 *
 * @returns 0 where no walk returns
 */
export const leadingEigenvalue = (graph: WeightedGraph): number => {
  const x = eigenvectorOf(graph);
  const { size, start, weight } = graph;
  let moved = 0;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    sum += x[i]!;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      moved += weight[k]! * x[i]!;
    }
  }
  return sum === 0 ? 0 : moved / sum;
};
