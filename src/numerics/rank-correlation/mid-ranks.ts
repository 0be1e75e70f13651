/**
 * Ranks from 1 for the smallest; values that are equal up to a relative `tie` of the larger share the
 * mean of their ranks.
 *
 * @param values  n finite numbers
 */
export const midRanks = (values: readonly number[], tie = 1e-12): number[] => {
  const order = [...values.keys()].sort((i, j) => values[i]! - values[j]!);
  const ranks = new Array<number>(values.length);
  for (let start = 0, end = 1; start < order.length; start = end, end++) {
    const least = values[order[start]!]!;
    const alike = (value: number): boolean =>
      value - least <= tie * Math.max(Math.abs(value), Math.abs(least));
    while (end < order.length && alike(values[order[end]!]!)) end++;
    for (let at = start; at < end; at++) ranks[order[at]!] = (start + 1 + end) / 2;
  }
  return ranks;
};
