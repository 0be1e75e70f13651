const toDigits = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toPrecision(digits));

/** What goes into the hash of a result: as many significant digits as any machine agrees on. */
export const tenDigits = (value: number | null): number | null => toDigits(value, 10);

/** The same for answers that many solves, or long sums, stand behind. */
export const nineDigits = (value: number | null): number | null => toDigits(value, 9);
