import { midRanks } from './mid-ranks.ts';

/**
 * Kendall's tau-b: (concordant - discordant) / sqrt((pairs - ties in one)(pairs - ties in other)), so
 * that ties count for neither side. -1..1; null where one side is all ties. Cost O(n²).
 *
 * @param one    n finite numbers
 * @param other  n, of the same things
 */
export const kendall = (one: readonly number[], other: readonly number[]): number | null => {
  const [a, b] = [midRanks(one), midRanks(other)];
  let [agreement, apartInOne, apartInOther] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [left, right] = [Math.sign(a[i]! - a[j]!), Math.sign(b[i]! - b[j]!)];
      agreement += left * right;
      apartInOne += left * left;
      apartInOther += right * right;
    }
  }
  const scale = Math.sqrt(apartInOne * apartInOther);
  return scale > 0 ? agreement / scale : null;
};
