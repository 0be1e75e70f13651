import { mixed, unitOf } from './mix.ts';
import { randomFrom } from './random.ts';

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
export const latinOrders = (keys: Uint32Array, size: number): Int32Array => {
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
export const latinAt = (index: number, size: number, part: number, key: number): number =>
  (part + unitOf(mixed(key, index))) / size;
