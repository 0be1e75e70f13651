/** Levels of the quantiles that are told: bands of 90 and 50 per cent, and the middle. */
export const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * The number below which the share `level` of sorted numbers lies, between two of them by proportion
 * (type 7 of Hyndman and Fan 1996).
 *
 * @param sorted  at least one number, ascending
 */
export const quantileOf = (sorted: Float64Array, level: number): number => {
  const at = level * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low === high ? low : low + (at - below) * (high - low);
};
