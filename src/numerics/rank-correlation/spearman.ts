import { midRanks } from './mid-ranks.ts';

/**
 * Spearman's rho: the correlation of ranks, those that tie sharing their mean rank. -1..1; null where
 * one side has no two different ranks.
 *
 * @param one    n finite numbers
 * @param other  n, of the same things
 */
export const spearman = (one: readonly number[], other: readonly number[]): number | null => {
  const [a, b] = [midRanks(one), midRanks(other)];
  const mean = (a.length + 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - mean) * (b[i]! - mean);
    aa += (a[i]! - mean) ** 2;
    bb += (b[i]! - mean) ** 2;
  }
  return aa > 0 && bb > 0 ? Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb))) : null;
};
