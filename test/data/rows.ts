import type { Row } from './tables.ts';

export const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id!);

/** The rows for which something doesn't hold, by id or by record and day. */
export const failing = (rows: readonly Row[], isRight: (row: Row) => boolean): string[] =>
  rows.filter((row) => !isRight(row)).map((row) => row['id'] ?? `${row['record']} ${row['on']}`);

export const isDay = (text = ''): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
};

/** Whole dollars, or unknown. */
export const isCount = (text = ''): boolean => text === '' || /^\d+$/.test(text);

export const isShare = (text = ''): boolean =>
  text === '' || (Number(text) >= 0 && Number(text) <= 1);

export const LAYERS = 'energy compute middleware models apps users capital upstream'.split(' ');

export const FIGURES =
  'valueUsd revenueUsd operatingIncomeUsd cashUsd debtUsd capexUsd backlogUsd'.split(' ');
