/** Sparse rows: the entries of row r are those at `start[r] .. start[r + 1] - 1`. */
export interface Csr {
  readonly start: Int32Array;
  readonly column: Int32Array;
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
  const start = new Int32Array(rows + 1);
  for (let index = 0; index < row.length; index++) start[row[index]! + 1]! += 1;
  for (let r = 0; r < rows; r++) start[r + 1]! += start[r]!;
  const next = start.slice(0, rows);
  const sorted = {
    start,
    column: new Int32Array(row.length),
    weight: new Float64Array(row.length),
  };
  for (let index = 0; index < row.length; index++) {
    const at = next[row[index]!]!++;
    sorted.column[at] = column[index]!;
    sorted.weight[at] = weight[index]!;
  }
  return sorted;
};
