import { mixed, unitOf } from './mix.ts';
import { randomFrom } from './random.ts';
import { SOBOL_DIMENSIONS, scrambledSobolAt, sobolTable } from './sobol.ts';

/** 0..size-1 in random order, every order as likely as every other (Fisher and Yates; Durstenfeld 1964). */
const shuffleInto = (order: Int32Array, key: number): void => {
  const random = randomFrom(key);
  for (let at = 0; at < order.length; at++) {
    const other = Math.floor(random() * (at + 1));
    order[at] = order[other]!;
    order[other] = at;
  }
};

/**
 * For each of some dimensions an order of 0..size-1 of its own.
 *
 * @param keys  one per dimension: the same key, the same order
 */
const latinOrders = (keys: Uint32Array, size: number): Int32Array => {
  const orders = new Int32Array(keys.length * size);
  keys.forEach((key, dimension) => {
    shuffleInto(orders.subarray(dimension * size, (dimension + 1) * size), key);
  });
  return orders;
};

/**
 * A coordinate of point `index` of a Latin hypercube: of `size` points, every one of as many equal parts of
 * 0..1 holds exactly one, at random within it (McKay, Beckman and Conover 1979).
 *
 * @param part  where the dimension's order puts the point
 */
const latinAt = (index: number, size: number, part: number, key: number): number =>
  (part + unitOf(mixed(key, index))) / size;

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
  let orders: Int32Array = new Int32Array(0);
  let ordersOf: readonly [batch: number, size: number] = [-1, 0];
  const useBatch = (batch: number): void => {
    if (batch === keysOf) return;
    const ofBatch = mixed(seed >>> 0, batch);
    for (let dimension = 0; dimension < dimensions; dimension++) {
      keys[dimension] = mixed(ofBatch, dimension);
    }
    keysOf = batch;
  };
  const useOrders = ({ batch, size }: PointPlace): void => {
    if (ordersOf[0] === batch && ordersOf[1] === size) return;
    orders = latinOrders(keys.subarray(inTable), size);
    ordersOf = [batch, size];
  };
  return {
    dimensions,
    fill: (place, target) => {
      const { batch, index, size } = place;
      useBatch(batch);
      if (method === 'plain') {
        for (let at = 0; at < dimensions; at++) target[at] = unitOf(mixed(keys[at]!, index));
        return;
      }
      for (let at = 0; at < inTable; at++) {
        target[at] = scrambledSobolAt(table, index, at, keys[at]!);
      }
      if (inTable === dimensions) return;
      useOrders(place);
      for (let at = inTable; at < dimensions; at++) {
        const part = orders[(at - inTable) * size + index]!;
        target[at] = latinAt(index, size, part, keys[at]!);
      }
    },
  };
};
