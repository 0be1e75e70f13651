import { LANGUAGES, type Language } from '../../src/tell/words/languages.ts';
import { say, speakerIn } from './say.ts';

/** A share 0..1 as a percentage: `27%`, `8.1%`, `0.4%`, `<0.1%`. */
export const percent = (share: number, decimals = 1): string => {
  const value = share * 100;
  const least = 10 ** -decimals;
  if (value > 0 && value < least) return `<${least}%`;
  return `${value.toLocaleString('en-US', { maximumFractionDigits: decimals, useGrouping: false })}%`;
};

/** The same with a fixed number of decimals, for columns. */
export const columnPercent = (share: number, decimals = 1): string =>
  `${(share * 100).toFixed(decimals)}%`;

/** A multiple: `×2.7`. */
export const times = (value: number): string => `×${Number(value.toPrecision(2))}`;

/** A small dimensionless figure of a measure, three significant digits. */
export const figure = (value: number): string => {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1e5 || size < 1e-4 ? value.toExponential(2) : String(Number(value.toPrecision(3)));
};

/** An ISO day, month or year as that language writes it. */
export const day = (language: Language, iso: string): string => {
  const parts = iso.split('-').length;
  if (parts === 1) return say(language, 'day.year', { year: iso });
  const date = new Date(`${parts === 2 ? `${iso}-01` : iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const format = new Intl.DateTimeFormat(LANGUAGES[language].dayLocale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: LANGUAGES[language].month,
    ...(parts === 3 ? { day: 'numeric' } : {}),
  });
  return format.format(date);
};

/** `a`, `a and b`, `a, b and c`, as that language joins them. */
export const listOf = (language: Language, items: readonly string[]): string =>
  speakerIn(language).list(items);
