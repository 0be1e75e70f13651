import { ScenarioError } from '../base/errors.ts';
import { found } from '../base/found.ts';
import { daySchema } from '../data/schema.ts';
import type { TimeSpan } from './schema.ts';

/** A number as short as it can be written without losing a digit: 0.5 is `.5`. */
export const shortNumber = (value: number): string =>
  value === 0 ? '0' : String(value).replace(/^(-?)0\./, '$1.');

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** A number of a link. @throws ScenarioError when it isn't one */
export const readNumber = (text: string, where: string): number => {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new ScenarioError({ where, found: found(text), expected: 'a number' });
};

/** @throws ScenarioError when it isn't a day that exists */
export const readDay = (text: string, where: string): string => {
  if (daySchema.safeParse(text).success) return text;
  const expected = 'a day that exists, as YYYY-MM-DD';
  throw new ScenarioError({ where, found: found(text), expected });
};

/** A parameter's value: text that looks like a number is set apart by an apostrophe. */
export const writeParameter = (value: number | string): string => {
  if (typeof value === 'number') return shortNumber(value);
  return NUMBER.test(value) || value.startsWith("'") ? `'${value}` : value;
};

export const readParameter = (text: string, where: string): number | string => {
  if (text.startsWith("'")) return text.slice(1);
  return NUMBER.test(text) ? readNumber(text, where) : text;
};

/** `2027`, `2026-2030` for the mean of a window, `2026..2030` for its years one after another. */
export const writeTime = (time: TimeSpan): string => {
  if (time.mode === 'year') return String(time.year);
  return time.window.join(time.mode === 'path' ? '..' : '-');
};

/** @throws ScenarioError when it is neither a year nor a window */
export const readTime = (text: string): TimeSpan => {
  const [, first, sign, last] = /^(\d{4})(?:(-|\.\.)(\d{4}))?$/.exec(text) ?? [];
  if (first === undefined) {
    const expected = 'a year, 2027, a window, 2026-2030, or a path of years, 2026..2030';
    throw new ScenarioError({ where: 'link, t', found: found(text), expected });
  }
  if (last === undefined) return { mode: 'year', year: Number(first) };
  return { mode: sign === '-' ? 'horizon' : 'path', window: [Number(first), Number(last)] };
};

/** Half of a character that takes two: no address can carry it alone. */
const HALF_CHARACTER = /\p{Surrogate}/gu;

const READABLE: Readonly<Record<string, string>> = { '%3A': ':', '%2C': ',', '%20': '+' };

/** Percent-encoding that leaves the signs of a link's own grammar readable. */
export const encode = (text: string): string =>
  encodeURIComponent(text.replace(HALF_CHARACTER, '\uFFFD')).replace(
    /%(?:3A|2C|20)/g,
    (code) => READABLE[code]!,
  );
