const inBillions = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** A score for people: dollars in billions, shares with four decimals, others with one. */
export const scoreText = (score: number, unit: string): string => {
  if (unit.startsWith('usd')) return inBillions.format(score / 1e9);
  return score.toFixed(unit === 'paths' ? 1 : 4);
};

/** What the figures of `scoreText` are in; empty for a bare number. */
export const unitText = (unit: string): string => {
  if (unit === 'usd') return '$bn';
  if (unit === 'usd-per-year') return '$bn a year';
  return unit === 'none' ? '' : unit;
};
