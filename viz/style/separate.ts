/**
 * Positions as near as can be (least squares) to `wanted`, in the same order, with at least `gaps[i]`
 * between neighbours i and i+1, all within `low`..`high` as far as the gaps allow.
 *
 * With the gaps summed away this is isotonic regression: pool adjacent violators. `wanted` must be
 * sorted, ascending. Cost O(n).
 */
export const separate = (
  wanted: readonly number[],
  gaps: readonly number[],
  low: number,
  high: number,
): readonly number[] => {
  const offsets = [0];
  for (const gap of gaps.slice(0, wanted.length - 1)) offsets.push(offsets.at(-1)! + gap);
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((want, i) => {
    let pool = { sum: want - offsets[i]!, count: 1 };
    while (pools.length > 0) {
      const last = pools.at(-1)!;
      if (last.sum / last.count <= pool.sum / pool.count) break;
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  });
  const flat = pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const highest = Math.max(low, high - (offsets.at(-1) ?? 0));
  return flat.map((value, i) => Math.min(highest, Math.max(low, value)) + offsets[i]!);
};
