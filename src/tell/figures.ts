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
