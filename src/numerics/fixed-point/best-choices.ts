import { largestOf, solveByBicgstab } from '../linear/bicgstab.ts';
import type { Csr } from '../sparse/csr.ts';
import type { Climb } from './least-fixed-point.ts';
import type { MaxLinear } from './max-linear.ts';
import { reachedRows, sureRowsOf } from './sure-rows.ts';

/** Rows of a choice: which group a row follows, or NONE where its floor is more. */
const NONE = -1;
const ROUNDING = 1e-15;
/** A group must be larger by this for a row to move: less may be rounding in a long chain. */
const WORTH_MOVING = 3e-14;
/** Part of the last rise that the residual of a value to choose by may be. */
const ROUGH = 1e-4;
const MOST_CHOICES = 100;
const MOST_STEPS = 400;

export interface ChosenAnswer extends Climb {
  readonly state: Float64Array;
}

/** Rows that are neither 0 nor 1 for sure, in a numbering of their own. */
interface OpenRows {
  readonly rows: Int32Array;
  /** Number of a row, or -1. */
  readonly place: Int32Array;
}

const groupSum = (form: MaxLinear, group: number, state: Float64Array): number => {
  let sum = 0;
  for (let at = form.entryStart[group]!; at < form.entryStart[group + 1]!; at++) {
    sum += form.weight[at]! * state[form.column[at]!]!;
  }
  return sum;
};

/**
 * One pass in place: open rows rise to their largest group, and remember it.
 *
 * @returns  the largest rise
 */
const raise = (
  form: MaxLinear,
  { rows }: OpenRows,
  state: Float64Array,
  choice: Int32Array,
  least: number,
): number => {
  let largest = 0;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    const before = state[row]!;
    let best = before + least;
    for (let group = form.groupStart[row]!; group < form.groupStart[row + 1]!; group++) {
      const sum = groupSum(form, group, state);
      if (sum <= best) continue;
      best = sum;
      choice[row] = group;
      state[row] = sum;
    }
    largest = Math.max(largest, state[row]! - before);
  }
  return largest;
};

/** The linear system x = M x + b of the open rows under a choice. */
const systemOf = (
  form: MaxLinear,
  { rows, place }: OpenRows,
  state: Float64Array,
  floor: Float64Array,
  choice: Int32Array,
): { m: Csr; b: Float64Array } => {
  const start = new Int32Array(rows.length + 1);
  const column: number[] = [];
  const weight: number[] = [];
  const b = new Float64Array(rows.length);
  rows.forEach((row, k) => {
    const group = choice[row]!;
    if (group === NONE) b[k] = floor[row]!;
    else {
      for (let at = form.entryStart[group]!; at < form.entryStart[group + 1]!; at++) {
        const j = form.column[at]!;
        if (place[j]! < 0) b[k]! += form.weight[at]! * state[j]!;
        else {
          column.push(place[j]!);
          weight.push(form.weight[at]!);
        }
      }
    }
    start[k + 1] = column.length;
  });
  return { m: { start, column: Int32Array.from(column), weight: Float64Array.from(weight) }, b };
};

/** How much a residual of 1 can be in the answer: the largest row sum of (I - M)^-1, or a bit more. */
const amplification = (m: Csr, size: number): number | undefined => {
  const ones = new Float64Array(size).fill(1);
  const visits = ones.slice();
  for (const rough of [0.1, 1e-3, 1e-9]) {
    // (I - M) visits >= 1 - gap with visits >= 0 bounds the row sums by visits / (1 - gap)
    const gap = solveByBicgstab(m, ones, visits, rough, MOST_STEPS);
    if (gap <= 0.5 && visits.every((count) => count >= 0)) return largestOf(visits) / (1 - gap);
  }
  return undefined;
};

/**
 * The least fixed point of a maximum of linear forms, by choices: follow one group per row, solve the
 * linear system of that choice, move rows on to groups that are larger there, until none is (policy
 * iteration, Howard 1960). The value of a choice is at most the least fixed point, and where no group
 * is larger it is at least that (Tarski): the answer is exact up to the residual of a linear system,
 * groups nearer to the chosen one than WORTH_MOVING counting as no larger.
 * The first choice comes from passes from below, so that no rows are chosen to wait for each other,
 * and rows that are surely 1 are found on the graph.
 *
 * @returns  of floors, n, shares in [0, 1]: the answer; undefined where the systems don't solve
 */
export const bestChoicesOf = (
  form: MaxLinear,
): ((floor: Float64Array) => ChosenAnswer | undefined) => {
  const sureRows = sureRowsOf(form);
  return (floor) => {
    const reached = reachedRows(form, floor);
    const sure = sureRows(floor, reached);
    const state = floor.map((share, row) => (sure[row] === 1 ? 1 : share));
    const place = new Int32Array(form.size).fill(NONE);
    const rows = reached.filter((row) => sure[row] === 0);
    rows.forEach((row, k) => {
      place[row] = k;
    });
    const open = { rows, place };
    const choice = new Int32Array(form.size).fill(NONE);
    let sweeps = 0;
    let rise: number;
    do {
      sweeps += 1;
      rise = raise(form, open, state, choice, 0);
      if (rise === 0) return { state, sweeps, residual: 0, errorBound: 0 };
    } while (sweeps < 3 || rows.some((row) => state[row] === 0));
    for (let choices = 0; choices < MOST_CHOICES; choices++) {
      const { m, b } = systemOf(form, open, state, floor, choice);
      const x = Float64Array.from(rows, (row) => state[row]!);
      // a rough value is enough to choose by, as long as no row moves for what may be its error
      const smallest = Math.max(ROUNDING, ROUGH * rise);
      const residual = solveByBicgstab(m, b, x, smallest, MOST_STEPS);
      if (!(residual <= 10 * smallest)) return undefined;
      rows.forEach((row, k) => {
        state[row] = Math.min(1, Math.max(0, x[k]!));
      });
      sweeps += 1;
      const value = state.slice();
      const isRough = smallest > ROUNDING;
      rise = raise(form, open, state, choice, Math.max(WORTH_MOVING, isRough ? 100 * smallest : 0));
      if (rise > 0 || isRough) continue;
      const factor = amplification(m, rows.length);
      if (factor === undefined) return undefined;
      const errorBound = factor * Math.max(residual, WORTH_MOVING);
      return { state: value, sweeps, residual, errorBound };
    }
    return undefined;
  };
};
