/** A correlation with its sign and two decimals; a dash where there is none. */
export const correlation = (value: number | null): string => {
  if (value === null) return '–';
  const text = value.toFixed(2);
  return value > 0 && text !== '0.00' ? `+${text}` : text.replace(/^-0\.00$/, '0.00');
};

/** Percent of a move with its sign. */
export const move = (percent: number): string =>
  `${percent > 0 ? '+' : ''}${percent.toFixed(1)}`.replace(/^-0\.0$/, '0.0');

/** A prediction up to a positive factor: three digits, 0 as a dash. */
export const predicted = (value: number | null): string => {
  if (value === null || value === 0) return '–';
  const size = Math.abs(value);
  const text =
    size >= 0.001 && size < 1000 ? String(Number(value.toPrecision(2))) : value.toExponential(0);
  return value > 0 ? `+${text}` : text;
};

export const chance = (value: number | null): string =>
  value === null ? '–' : value < 0.001 ? '<.001' : value.toFixed(3).replace(/^0/, '');
