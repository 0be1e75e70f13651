const inBillions = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** A bare number with four significant digits, however small. */
const bare = (score: number): string => {
  const size = Math.abs(score);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return score.toExponential(2);
  return score.toFixed(size >= 100 ? 1 : 4);
};

/** A score for people: dollars in billions, counts of ways with one decimal; `?` is unknown. */
export const scoreText = (score: number | null, unit: string): string => {
  if (score === null) return '?';
  if (unit.startsWith('usd')) return inBillions.format(score / 1e9);
  if (unit === 'group') return String(score);
  return unit === 'paths' ? score.toFixed(1) : bare(score);
};

/** What the figures of `scoreText` are in; empty for a bare number. */
export const unitText = (unit: string): string => {
  if (unit === 'usd') return '$bn';
  if (unit === 'usd-per-year') return '$bn a year';
  return unit === 'none' || unit === 'group' ? '' : unit;
};
