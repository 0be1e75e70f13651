import { NUMBER } from '../../base/csv-text.ts';
import type { CellType } from './columns.ts';

const BOOLEANS: Readonly<Record<string, boolean>> = {
  yes: true,
  no: false,
  true: true,
  false: false,
};

/** The word that stands for a figure that nobody knows. */
export const UNKNOWN = 'unknown';

const readNumber = (text: string): number | string => {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : text;
};

const items = (text: string): string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const readSchedule = (text: string): unknown => {
  const pairs = items(text).map((item) => item.split(':').map((part) => part.trim()));
  if (pairs.some((pair) => pair.length !== 2)) return text;
  return pairs.map(([year = '', usd = '']) => ({ year: readNumber(year), usd: readNumber(usd) }));
};

/**
 * The value of a cell; undefined for an empty one and for an `unknown` figure. What can't be read as
 * its type stays text, so that the schema's complaint shows it as it stands.
 */
export const readCell = (cell: string, type: CellType): unknown => {
  if (type === 'text') return cell === '' ? undefined : cell;
  const text = cell.trim();
  if (text === '') return undefined;
  if (type === 'word') return text;
  if (text.toLowerCase() === UNKNOWN) return undefined;
  if (type === 'number') return readNumber(text);
  if (type === 'boolean') return BOOLEANS[text.toLowerCase()] ?? text;
  return type === 'words' ? items(text) : readSchedule(text);
};

interface YearlyUsd {
  readonly year: number;
  readonly usd: number;
}

/** The cell of a value: what `readCell` gives back as the same value. */
export const writeCell = (value: unknown, type: CellType): string => {
  if (value === undefined) return '';
  if (value === null) return UNKNOWN;
  if (type === 'boolean') return value === true ? 'yes' : 'no';
  if (type === 'words') return (value as readonly string[]).join(';');
  if (type === 'schedule') {
    return (value as readonly YearlyUsd[]).map(({ year, usd }) => `${year}:${usd}`).join(';');
  }
  return String(value);
};
