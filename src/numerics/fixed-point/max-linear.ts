import { type Groups, groupBy } from '../sparse/groups.ts';
import type { MonotoneMap } from './least-fixed-point.ts';

/**
 * A map of shares that is a maximum of non-negative linear forms, row by row:
 * F_r(x) = min(1, max(floor_r, max over the groups g of row r of sum over entries of weight x_column)).
 * Groups of row r: `groupStart[r]` up to `groupStart[r + 1]`; entries of group g: `entryStart[g]` up
 * to `entryStart[g + 1]`.
 */
export interface MaxLinear {
  readonly size: number;
  readonly groupStart: Int32Array;
  readonly entryStart: Int32Array;
  readonly column: Int32Array;
  readonly weight: Float64Array;
  /** Rows that read row r, once per entry. */
  readonly readers: Groups;
  /** Groups of those entries, in the order of `readers.item`. */
  readonly readerGroup: Int32Array;
}

/** One entry of a maximum of linear forms: `weight` of `column` in group `group` of `row`. */
export interface FormEntry {
  readonly row: number;
  readonly group: number;
  readonly column: number;
  readonly weight: number;
}

/**
 * Lay entries out for the sweeps. Cost O(m log m).
 *
 * @param entries  weights non-negative; groups are numbered as the caller likes, per row
 */
export const maxLinear = (size: number, entries: readonly FormEntry[]): MaxLinear => {
  const sorted = entries.toSorted((one, other) => one.row - other.row || one.group - other.group);
  const groupStart = new Int32Array(size + 1);
  const entryStart: number[] = [];
  const column = new Int32Array(sorted.length);
  const weight = new Float64Array(sorted.length);
  const row = new Int32Array(sorted.length);
  const group = new Int32Array(sorted.length);
  sorted.forEach((entry, index) => {
    const last = sorted[index - 1];
    if (last?.row !== entry.row || last.group !== entry.group) {
      entryStart.push(index);
      groupStart[entry.row + 1]! += 1;
    }
    column[index] = entry.column;
    weight[index] = entry.weight;
    row[index] = entry.row;
    group[index] = entryStart.length - 1;
  });
  entryStart.push(sorted.length);
  for (let r = 0; r < size; r++) groupStart[r + 1]! += groupStart[r]!;
  const byColumn = groupBy(column, size);
  return {
    size,
    groupStart,
    entryStart: Int32Array.from(entryStart),
    column,
    weight,
    readers: { start: byColumn.start, item: byColumn.item.map((index) => row[index]!) },
    readerGroup: byColumn.item.map((index) => group[index]!),
  };
};

/** F_r(x) without its floor and ceiling. */
export const largestForm = (form: MaxLinear, row: number, shares: Float64Array): number => {
  let largest = 0;
  let entry = form.entryStart[form.groupStart[row]!]!;
  for (let group = form.groupStart[row]!; group < form.groupStart[row + 1]!; group++) {
    const end = form.entryStart[group + 1]!;
    let sum = 0;
    for (; entry < end; entry++) sum += form.weight[entry]! * shares[form.column[entry]!]!;
    if (sum > largest) largest = sum;
  }
  return largest;
};

/**
 * The map over a given floor, for a climb from that floor to its least fixed point. A sweep looks
 * only at rows of which an input rose.
 *
 * @param floor  size, shares in [0, 1]
 */
export const maxLinearMap = (form: MaxLinear, floor: Float64Array): MonotoneMap => {
  const { size, readers } = form;
  const moved = new Uint8Array(size).fill(1);
  const sweep = (state: Float64Array): void => {
    for (let row = 0; row < size; row++) {
      if (moved[row] === 0) continue;
      moved[row] = 0;
      if (floor[row]! >= 1) continue;
      const share = Math.min(1, largestForm(form, row, state));
      if (share <= state[row]!) continue;
      state[row] = share;
      const end = readers.start[row + 1]!;
      for (let reader = readers.start[row]!; reader < end; reader++) {
        moved[readers.item[reader]!] = 1;
      }
    }
  };
  const imageOf = (state: Float64Array, image: Float64Array): void => {
    for (let row = 0; row < size; row++) {
      image[row] = Math.max(floor[row]!, Math.min(1, largestForm(form, row, state)));
    }
  };
  const wake = (): void => {
    moved.fill(1);
  };
  return { size, sweep, imageOf, wake };
};
