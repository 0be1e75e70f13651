import { DataError } from '../../../errors.ts';
import type { MatrixInput } from '../entries.ts';

type Rows = readonly (readonly number[])[];

/** 0: irrelevant, 1: what is missing is missed in proportion, 2: nothing goes without it. */
export type Need = 0 | 1 | 2;

const isNeed = (value: number | undefined): value is Need =>
  value === 0 || value === 1 || value === 2;

const isRows = (input: MatrixInput): input is Rows => Array.isArray(input);

const fitsEntries = (rows: Rows, industries: number): boolean =>
  rows.every(
    ([input, user, need, ...more]) =>
      [input, user].every((k) => Number.isInteger(k) && k! >= 0 && k! < industries) &&
      isNeed(need) &&
      more.length === 0,
  );

const fitsDense = (rows: Rows, industries: number): boolean =>
  rows.length === industries && rows.every((row) => row.length === industries && row.every(isNeed));

/**
 * How much industries need each other's goods, dense or as `[input industry, using industry, need]`;
 * pairs that are left away are 0. Unlike firms, industries may need their own goods.
 *
 * @param industries  number of industries
 * @returns           need of input industry k in industry l at k * industries + l
 * @throws DataError for anything but one of the two forms, and where three rows can be read both ways
 */
export const readEssentiality = (input: MatrixInput, industries: number): Uint8Array => {
  const where = 'essentiality';
  const needs = new Uint8Array(industries * industries);
  const rows = isRows(input) ? input : 'dense' in input ? input.dense : input.entries;
  const isDense = fitsDense(rows, industries) && (isRows(input) || 'dense' in input);
  const isList = fitsEntries(rows, industries) && (isRows(input) || 'entries' in input);
  if (isDense && isList && rows.length > 0) {
    const expected = '{"dense": ...} or {"entries": ...} around it';
    const hint = 'Three rows of 0, 1 and 2 can be read both ways.';
    throw new DataError({ where, found: JSON.stringify(rows), expected, hint });
  }
  if (!isDense && !isList) {
    const bad = rows.find((row) => !fitsEntries([row], industries)) ?? rows;
    const form = `[input industry, using industry, need]`;
    const expected = `${form} with industries from 0 to ${industries - 1} and need 0, 1 or 2, or ${industries} rows of ${industries} needs`;
    throw new DataError({ where, found: JSON.stringify(bad), expected });
  }
  if (isDense) rows.forEach((row, k) => void needs.set(row, k * industries));
  else for (const [k, l, need] of rows) needs[k! * industries + l!] = need!;
  return needs;
};
