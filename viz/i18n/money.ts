import type { Language } from './language.ts';

const MINUS = '\u2212';

interface Scale {
  readonly at: number;
  readonly suffix: string;
}

const SCALES: Readonly<Record<Language, readonly Scale[]>> = {
  en: [
    { at: 1e12, suffix: 'T' },
    { at: 1e9, suffix: 'B' },
    { at: 1e6, suffix: 'M' },
    { at: 1e3, suffix: 'K' },
    { at: 1, suffix: '' },
  ],
  zh: [
    { at: 1e12, suffix: '万亿' },
    { at: 1e8, suffix: '亿' },
    { at: 1e4, suffix: '万' },
    { at: 1, suffix: '' },
  ],
};

const roundTo = (value: number, digits: number): number => Number(value.toPrecision(digits));

/**
 * Dollars as a reader writes them: `$412B`, `4120亿美元`; minus sign U+2212.
 *
 * @param usd     dollars, any sign, finite
 * @param digits  significant digits kept (3 in prose)
 */
export const money = (language: Language, usd: number, digits = 3): string => {
  const size = roundTo(Math.abs(usd), digits);
  const scales = SCALES[language];
  const scale = scales.find(({ at }) => size >= at) ?? scales[scales.length - 1]!;
  const figure = roundTo(size / scale.at, digits);
  const text = figure.toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 6,
  });
  const sign = usd < 0 && size > 0 ? MINUS : '';
  return language === 'en' ? `${sign}$${text}${scale.suffix}` : `${sign}${text}${scale.suffix}美元`;
};

/** The same as a loss, which is written with a minus sign: `−$412B`; nothing lost is `$0`. */
export const lossMoney = (language: Language, lossUsd: number, digits = 3): string =>
  money(language, lossUsd === 0 ? 0 : -lossUsd, digits);

/** One unit for a whole column: billions of dollars in English, 亿 (1e8) in Chinese. */
export const COLUMN_UNIT: Readonly<
  Record<Language, { usd: number; decimals: number; text: string }>
> = {
  en: { usd: 1e9, decimals: 2, text: '$B' },
  zh: { usd: 1e8, decimals: 1, text: '亿美元' },
};

/** The head of a money column: what it holds, and the unit of all its figures. */
export const moneyHead = (language: Language, label: string): string =>
  `${label} (${COLUMN_UNIT[language].text})`;

/** A figure of a money column, in the column's unit, grouped, always with the same decimals; `<0.01` below. */
export const columnMoney = (language: Language, usd: number): string => {
  const { usd: unit, decimals } = COLUMN_UNIT[language];
  const rounded = Number((Math.abs(usd) / unit).toFixed(decimals));
  const text = rounded.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  if (rounded === 0 && usd !== 0) return `<${10 ** -decimals}`;
  return usd < 0 && rounded > 0 ? `${MINUS}${text}` : text;
};
