/** Rows of a compressed sparse layout: the items of row r are `item[start[r]] .. item[start[r + 1] - 1]`. */
export interface Groups {
  readonly start: Int32Array;
  readonly item: Int32Array;
}

/**
 * Group the indices 0..keys.length-1 by their key, in ascending order within a group.
 * Cost O(n + m) by counting.
 *
 * @param keys  row of every item, 0..rows-1
 * @param rows  number of rows
 */
export const groupBy = (keys: Int32Array, rows: number): Groups => {
  const start = new Int32Array(rows + 1);
  for (const key of keys) start[key + 1]! += 1;
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!;
  const next = start.slice(0, rows);
  const item = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const row = keys[index]!;
    item[next[row]!] = index;
    next[row]! += 1;
  }
  return { start, item };
};
