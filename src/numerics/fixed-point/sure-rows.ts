import type { MaxLinear } from './max-linear.ts';

/** A group whose weights sum to less than this leaks. */
const WHOLE = 1 - 1e-12;

const wholeGroups = ({ entryStart, weight }: MaxLinear): Uint8Array => {
  const isWhole = new Uint8Array(entryStart.length - 1);
  for (let group = 0; group < isWhole.length; group++) {
    let sum = 0;
    for (let at = entryStart[group]!; at < entryStart[group + 1]!; at++) sum += weight[at]!;
    if (sum >= WHOLE) isWhole[group] = 1;
  }
  return isWhole;
};

/** Rows with a floor above 0 and all that come to depend on them, from there outwards. */
export const reachedRows = ({ size, readers }: MaxLinear, floor: Float64Array): Int32Array => {
  const isReached = new Uint8Array(size);
  const queue: number[] = [];
  for (let row = 0; row < size; row++) {
    if (floor[row]! <= 0) continue;
    isReached[row] = 1;
    queue.push(row);
  }
  for (let next = 0; next < queue.length; next++) {
    const row = queue[next]!;
    for (let at = readers.start[row]!; at < readers.start[row + 1]!; at++) {
      const reader = readers.item[at]!;
      if (isReached[reader] === 1) continue;
      isReached[reader] = 1;
      queue.push(reader);
    }
  }
  return Int32Array.from(queue);
};

/**
 * Rows whose least fixed point is exactly 1, found on the graph: rows with a floor of 1, and rows with
 * a group of weights summing to 1 that depends on such rows alone and leads to one with a floor of 1
 * (sure reachability in a Markov decision process: Baier and Katoen, Principles of Model Checking,
 * 10.6.1). Rounds come near such rows very slowly. Cost O(n + m) times a few passes.
 *
 * @returns  of floors, n, and the rows reached from there: 1 for sure rows, else 0
 */
export const sureRowsOf = (
  form: MaxLinear,
): ((floor: Float64Array, reached: Int32Array) => Uint8Array) => {
  const { size, column, entryStart, readers, readerGroup } = form;
  const isWhole = wholeGroups(form);
  const isUsable = new Uint8Array(isWhole.length);
  const pass = (within: Uint8Array, floor: Float64Array): { sure: Uint8Array; count: number } => {
    for (let group = 0; group < isUsable.length; group++) {
      let usable = isWhole[group]!;
      const end = entryStart[group + 1]!;
      for (let at = entryStart[group]!; usable === 1 && at < end; at++)
        usable = within[column[at]!]!;
      isUsable[group] = usable;
    }
    const sure = new Uint8Array(size);
    const queue: number[] = [];
    for (let row = 0; row < size; row++) {
      if (floor[row]! < 1) continue;
      sure[row] = 1;
      queue.push(row);
    }
    for (let next = 0; next < queue.length; next++) {
      const row = queue[next]!;
      for (let at = readers.start[row]!; at < readers.start[row + 1]!; at++) {
        const reader = readers.item[at]!;
        if (sure[reader] === 1 || isUsable[readerGroup[at]!] === 0) continue;
        sure[reader] = 1;
        queue.push(reader);
      }
    }
    return { sure, count: queue.length };
  };
  return (floor, reached) => {
    let within: Uint8Array = new Uint8Array(size);
    for (const row of reached) within[row] = 1;
    let count = reached.length;
    for (;;) {
      const { sure, count: fewer } = pass(within, floor);
      if (fewer === count) return sure;
      within = sure;
      count = fewer;
    }
  };
};
