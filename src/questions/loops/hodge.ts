import type { WeightedGraph } from '../../measures/dollar-graph.ts';
import { luFactor, luSolve } from '../../numerics/linear/lu.ts';

/** Firms of every component hang together by some payment; the first of each is its ground. */
const grounds = (size: number, pairs: readonly (readonly [number, number, number])[]): number[] => {
  const leader = Int32Array.from({ length: size }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  for (const [i, j] of pairs) leader[Math.max(find(i), find(j))] = Math.min(find(i), find(j));
  return [...leader.keys()].filter((i) => find(i) === i);
};

/** Above this a dense solve takes long. */
const MOST_ROWS = 3000;

/**
 * Circular part of the energy of net flows: Y = W - W^T by pairs, phi the potential with the least
 * sum over pairs of (Y_ij - (phi_i - phi_j))^2, and that least sum over sum Y_ij^2. What is paid both
 * ways is netted away first. Null without net flows or beyond 3,000 firms.
 *
 * Jiang, Lim, Yao and Ye, Statistical ranking and combinatorial Hodge theory, Math. Programming (2011).
 */
export const hodgeShareOf = ({ size, start, column, weight }: WeightedGraph): number | null => {
  if (size > MOST_ROWS) return null;
  const net = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const j = column[k]!;
      if (i === j) continue;
      const [key, sign] = i < j ? [i * size + j, 1] : [j * size + i, -1];
      net.set(key, (net.get(key) ?? 0) + sign * weight[k]!);
    }
  }
  const pairs = [...net].map(([key, usd]) => [Math.floor(key / size), key % size, usd] as const);
  const energy = pairs.reduce((sum, [, , usd]) => sum + usd * usd, 0);
  if (energy === 0) return null;
  const laplacian = new Float64Array(size * size);
  const source = new Float64Array(size);
  for (const [i, j, usd] of pairs) {
    laplacian[i * size + i]! += 1;
    laplacian[j * size + j]! += 1;
    laplacian[i * size + j]! -= 1;
    laplacian[j * size + i]! -= 1;
    source[i]! += usd;
    source[j]! -= usd;
  }
  for (const i of grounds(size, pairs)) laplacian[i * size + i]! += 1;
  const phi = luSolve(luFactor(laplacian, size)!, source);
  const left = pairs.reduce((sum, [i, j, usd]) => sum + (usd - (phi[i]! - phi[j]!)) ** 2, 0);
  return Math.min(1, left / energy);
};
