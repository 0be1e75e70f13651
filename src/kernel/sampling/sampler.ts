import { latinAt, maskFor } from './latin.ts';
import { mixed, unitOf } from './mix.ts';
import { SOBOL_DIMENSIONS, scrambledSobolAt, sobolTable } from './sobol.ts';

export const SAMPLING_METHODS = ['plain', 'latin', 'sobol'] as const;
export type SamplingMethod = (typeof SAMPLING_METHODS)[number];

/** Where a point stands: number `index` of the `size` points of a batch. Batches are independent of each other. */
export interface PointPlace {
  readonly batch: number;
  readonly index: number;
  readonly size: number;
}

/** Writes points of the unit cube, ends not counted. */
export interface Sampler {
  readonly dimensions: number;
  readonly fill: (place: PointPlace, target: Float64Array) => void;
}

/**
 * Random points by one of three ways: each on its own (`plain`), spread evenly along every axis (`latin`), or
 * spread evenly in the cube (`sobol`, scrambled; beyond the dimensions of its table Latin).
 *
 * A point depends on seed and place alone, not on which were asked for before: any thread can make any point.
 *
 * @param seed  whole number; only its low 32 bits count
 */
export const samplerOf = (method: SamplingMethod, seed: number, dimensions: number): Sampler => {
  const keys = new Uint32Array(dimensions);
  const table = sobolTable(method === 'sobol' ? dimensions : 0);
  const inTable = method === 'sobol' ? Math.min(dimensions, SOBOL_DIMENSIONS) : 0;
  let keysOf = -1;
  const useBatch = (batch: number): void => {
    if (batch === keysOf) return;
    const ofBatch = mixed(seed >>> 0, batch);
    for (let dimension = 0; dimension < dimensions; dimension++) {
      keys[dimension] = mixed(ofBatch, dimension);
    }
    keysOf = batch;
  };
  return {
    dimensions,
    fill: ({ batch, index, size }, target) => {
      useBatch(batch);
      if (method === 'plain') {
        for (let at = 0; at < dimensions; at++) target[at] = unitOf(mixed(keys[at]!, index));
        return;
      }
      for (let at = 0; at < inTable; at++) {
        target[at] = scrambledSobolAt(table, index, at, keys[at]!);
      }
      const mask = maskFor(size);
      for (let at = inTable; at < dimensions; at++) {
        target[at] = latinAt(index, size, mask, keys[at]!);
      }
    },
  };
};
