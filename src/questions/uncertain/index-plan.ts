import { samplerOf } from '../../numerics/random/sampler.ts';
import type { DrawnWeb } from './drawn-web.ts';

/**
 * Runs for Sobol' indices: `rows` pairs of points A and B, and per group of coordinates the point A with that
 * group taken from B (Saltelli et al. 2010, Computer Physics Communications 181).
 */
export interface IndexPlan {
  readonly rows: number;
  readonly seed: number;
  readonly batches: number;
}

/** Runs per pair of points. */
export const runsPerRow = (groups: number): number => groups + 2;

/** Coordinates that are judged together: those of one row of the table of distributions. */
export const groupsOf = ({ rowOfCoordinate }: Pick<DrawnWeb, 'rowOfCoordinate'>) => {
  const names = [...new Set(rowOfCoordinate)];
  const place = new Map(names.map((name, group) => [name, group]));
  return {
    names,
    groupOf: Int32Array.from(rowOfCoordinate, (name) => place.get(name)!),
  };
};

/**
 * Point number `run` of a plan: within a row first A, then B, then A with group 0, 1, … from B.
 *
 * A and B are the two halves of one scrambled Sobol' point of twice the dimensions, in independent batches.
 *
 * @param groupOf  group of every coordinate, 0..groups-1
 */
export const indexPoints = (
  { rows, seed, batches }: IndexPlan,
  groupOf: Int32Array,
  groups: number,
): ((run: number, point: Float64Array) => void) => {
  const dimensions = groupOf.length;
  const sampler = samplerOf('sobol', seed, 2 * dimensions);
  const pair = new Float64Array(2 * dimensions);
  const size = rows / batches;
  return (run, point) => {
    const row = Math.floor(run / runsPerRow(groups));
    const which = run % runsPerRow(groups);
    sampler.fill({ batch: Math.floor(row / size), index: row % size, size }, pair);
    for (let at = 0; at < dimensions; at++) {
      const fromB = which === 1 || groupOf[at] === which - 2;
      point[at] = pair[fromB ? dimensions + at : at]!;
    }
  };
};
