import { groupBy } from './groups.ts';

/** Where the entries of sparse rows are: those of row r at `start[r] .. start[r + 1] - 1`. */
export interface Pattern {
  readonly start: Int32Array;
  readonly column: Int32Array;
}

/** Sparse rows: the one type of them, whatever the weights mean. */
export interface Csr extends Pattern {
  readonly weight: Float64Array;
}

/**
 * Sort entries by row, keeping their order within a row. Cost O(rows + entries) by counting.
 *
 * @param row     row of every entry, 0..rows-1
 * @param column  column of every entry
 * @param weight  weight of every entry; pairs may repeat and then count together
 */
export const compressRows = (
  row: Int32Array,
  column: Int32Array,
  weight: Float64Array,
  rows: number,
): Csr => {
  const { start, item } = groupBy(row, rows);
  const sorted = {
    start,
    column: new Int32Array(item.length),
    weight: new Float64Array(item.length),
  };
  for (let at = 0; at < item.length; at++) {
    sorted.column[at] = column[item[at]!]!;
    sorted.weight[at] = weight[item[at]!]!;
  }
  return sorted;
};
