import { DataError } from '../../base/errors.ts';
import type { MatrixInput } from '../problem/entries.ts';
import { readTable } from '../problem/table.ts';

/**
 * How much industries need each other's goods, dense or as `[input industry, using industry, need]`:
 * 0 irrelevant, 1 missed in proportion, 2 nothing goes without it. Pairs that are left away are 0.
 *
 * @param industries  number of industries
 * @returns           need of input industry k in industry l at k * industries + l
 * @throws DataError for another shape, another need, or a pair that has two
 */
export const readEssentiality = (input: MatrixInput, industries: number): Uint8Array => {
  const where = 'essentiality';
  const { row, column, amount } = readTable(where, input, {
    rows: industries,
    columns: industries,
  });
  const needs = new Uint8Array(industries * industries);
  amount.forEach((need, at) => {
    const pair = row[at]! * industries + column[at]!;
    const found = `${need} for input ${row[at]} in industry ${column[at]}`;
    if (need !== 1 && need !== 2) throw new DataError({ where, found, expected: '0, 1 or 2' });
    if (needs[pair] !== 0) throw new DataError({ where, found, expected: 'one need for a pair' });
    needs[pair] = need;
  });
  return needs;
};
