import { LANGUAGES, type Language, type Money } from './words/languages.ts';

const MINUS = '\u2212';

const roundTo = (value: number, digits: number): number => Number(value.toPrecision(digits));

/**
 * Dollars as a reader writes them: `$412bn`, `4120亿美元`; minus sign U+2212.
 *
 * @param usd     dollars, any sign, finite
 * @param digits  significant digits kept (3 in prose)
 */
export const money = (language: Language, usd: number, digits = 3): string => {
  const { scales, before, after } = LANGUAGES[language].money;
  const size = roundTo(Math.abs(usd), digits);
  const [unit, word] = scales.find(([at]) => size >= at) ?? scales[scales.length - 1]!;
  const figure = roundTo(size / unit, digits).toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 6,
  });
  const sign = usd < 0 && size > 0 ? MINUS : '';
  return `${sign}${before}${figure}${word}${after}`;
};

/** The same as a loss, which is written with a minus sign: `−$412bn`; nothing lost is `$0`. */
export const lossMoney = (language: Language, lossUsd: number, digits = 3): string =>
  money(language, lossUsd === 0 ? 0 : -lossUsd, digits);

/** The unit of every money column. */
export const columnUnit = (language: Language): Money['column'] => LANGUAGES[language].money.column;

/** The head of a money column: what it holds, and the unit of all its figures. */
export const moneyHead = (language: Language, label: string): string =>
  `${label} (${columnUnit(language).text})`;

const groupedBy = (decimals: number) =>
  new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
const GROUPED = [0, 1, 2].map(groupedBy);

/**
 * A figure of a money column, in the column's unit, grouped, always with the same decimals; `<0.01`
 * for what is too little for them, and nothing for less than a dollar.
 */
export const columnMoney = (language: Language, usd: number): string => {
  const { usd: unit, decimals } = columnUnit(language);
  const size = Math.abs(usd);
  const text = GROUPED[decimals]!.format(size / unit);
  if (!/[1-9]/.test(text)) return size < 1 ? text : `<${10 ** -decimals}`;
  return usd < 0 ? `${MINUS}${text}` : text;
};
