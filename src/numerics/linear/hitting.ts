import type { Csr } from '../sparse/csr.ts';
import { strongComponents } from '../sparse/strong-components.ts';
import { expectedVisits } from './expected-visits.ts';

/** A row whose entries sum to less than this leaks: its walk may end. */
const WHOLE = 1 - 1e-12;

/** Per row the number of its closed class, or -1: rows that a walk leaves for good or that leak. */
const closedClasses = ({ start, column, weight }: Csr, size: number): Int32Array => {
  const component = strongComponents({ start, column });
  const isOpen = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      sum += weight[at]!;
      if (component[column[at]!] !== component[i]) isOpen[component[i]!] = 1;
    }
    if (sum < WHOLE) isOpen[component[i]!] = 1;
  }
  return component.map((of) => (isOpen[of] === 1 ? -1 : of));
};

const openPart = ({ start, column, weight }: Csr, rows: Int32Array, place: Int32Array): Csr => {
  const part = {
    start: new Int32Array(rows.length + 1),
    column: [] as number[],
    weight: [] as number[],
  };
  rows.forEach((i, at) => {
    for (let entry = start[i]!; entry < start[i + 1]!; entry++) {
      if (place[column[entry]!]! < 0) continue;
      part.column.push(place[column[entry]!]!);
      part.weight.push(weight[entry]!);
    }
    part.start[at + 1] = part.column.length;
  });
  return {
    start: part.start,
    column: Int32Array.from(part.column),
    weight: Float64Array.from(part.weight),
  };
};

/**
 * The probability that a walk by P from each row ever comes to a target, for every target from one
 * inverse: N_it / N_tt with N = (I - P)^-1 over the rows that a walk leaves for good. Rows of a
 * closed class, which it never leaves, all come to each other for sure; what leads into the class
 * comes to all of them as likely as it comes to the class.
 *
 * @param p  n×n, entries at least 0, rows summing to at most 1
 * @returns  of a target, n probabilities; undefined where the inverse can't be had in numbers
 */
export const hittingProbabilities = (
  p: Csr,
  size: number,
): ((target: number) => Float64Array) | undefined => {
  const closed = closedClasses(p, size);
  const rows = Int32Array.from(closed.keys()).filter((i) => closed[i]! < 0);
  const place = new Int32Array(size).fill(-1);
  rows.forEach((i, at) => {
    place[i] = at;
  });
  const visits = expectedVisits(openPart(p, rows, place), rows.length);
  if (visits === undefined) return undefined;
  const chanceToEnter = (ofClass: number): Float64Array => {
    const entering = new Float64Array(rows.length);
    rows.forEach((i, at) => {
      for (let entry = p.start[i]!; entry < p.start[i + 1]!; entry++) {
        if (closed[p.column[entry]!] === ofClass) entering[at]! += p.weight[entry]!;
      }
    });
    return Float64Array.from(rows.keys(), (from) =>
      entering.reduce((sum, share, at) => sum + visits[from * rows.length + at]! * share, 0),
    );
  };
  const entry = new Map<number, Float64Array>();
  return (target) => {
    const hits = new Float64Array(size);
    const ofClass = closed[target]!;
    if (ofClass < 0) {
      const column = place[target]!;
      const own = visits[column * rows.length + column]!;
      for (let at = 0; at < rows.length; at++) {
        hits[rows[at]!] = Math.min(1, visits[at * rows.length + column]! / own);
      }
      return hits;
    }
    const chance = entry.get(ofClass) ?? chanceToEnter(ofClass);
    entry.set(ofClass, chance);
    for (let i = 0; i < size; i++) {
      hits[i] = place[i]! < 0 ? Number(closed[i] === ofClass) : Math.min(1, chance[place[i]!]!);
    }
    return hits;
  };
};
