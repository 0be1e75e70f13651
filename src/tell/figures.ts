const billions = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** Dollars as billions with two decimals, `1,234.50`; never `-0.00`. */
export const inBillions = (usd: number): string => {
  const text = billions.format(usd / 1e9);
  return text === '-0.00' ? '0.00' : text;
};

/** Dollars in running text: `$12.3bn`, `$1.20tn`, `$45m`. */
export const dollars = (usd: number): string => {
  const sign = usd < 0 ? '-' : '';
  const size = Math.abs(usd);
  if (size >= 999.95e9) return `${sign}$${(size / 1e12).toFixed(2)}tn`;
  if (size >= 0.9995e9) return `${sign}$${(size / 1e9).toFixed(1)}bn`;
  return `${sign}$${(size / 1e6).toFixed(size >= 99.95e6 || size === 0 ? 0 : 1)}m`;
};

/** A fraction as a percentage with one decimal, `12.3`; the sign stands in the header. */
export const inPercent = (fraction: number): string => (fraction * 100).toFixed(1);

/** A share in running text: `50%`, `37.5%`. */
export const percent = (fraction: number): string => `${Number((fraction * 100).toFixed(2))}%`;

/** `1 firm`, `3 firms`. */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The first `top` entries, all of them where `top` is 0. */
export const firstOf = <Entry>(entries: readonly Entry[], top: number): Entry[] =>
  entries.slice(0, top === 0 ? entries.length : top);
