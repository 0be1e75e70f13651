import type { WeightedGraph } from '../../measures/dollar-graph.ts';
import { hittingProbabilities } from '../../numerics/linear/hitting.ts';

/** The Finn cycling index of a web of payments, and of each row. */
export interface Finn {
  /** Part of all that passes through rows that has been there before, 0..1; null without payments. */
  readonly index: number | null;
  /** Of each dollar that a row pays, the part that comes back to it. */
  readonly comesBack: Float64Array;
}

/**
 * Finn's cycling index: T_i = max(in, out), G_ij = W_ij / T_i, N = (I - G)^-1,
 *
 *   comesBack_i = (N_ii - 1) / N_ii,  index = sum T_i comesBack_i / sum T_i
 *
 * (N_ii - 1) / N_ii is the chance that a walk by G from i returns, which also holds for rows that pay
 * all they get to each other, where N has no end. Finn, J. Theoretical Biology 56 (1976).
 */
export const finnOf = ({ size, start, column, weight }: WeightedGraph): Finn => {
  const out = new Float64Array(size);
  const into = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      out[i]! += weight[k]!;
      into[column[k]!]! += weight[k]!;
    }
  }
  const through = out.map((paid, i) => Math.max(paid, into[i]!));
  const shares = weight.slice();
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) shares[k]! /= through[i]!;
  }
  const hits = hittingProbabilities({ start, column, weight: shares }, size)!;
  const comesBack = Float64Array.from({ length: size }, (_, i) => {
    const chance = hits(i);
    let back = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) back += shares[k]! * chance[column[k]!]!;
    return Math.min(1, back);
  });
  const total = through.reduce((sum, usd) => sum + usd, 0);
  const cycled = through.reduce((sum, usd, i) => sum + usd * comesBack[i]!, 0);
  return { index: total === 0 ? null : cycled / total, comesBack };
};
