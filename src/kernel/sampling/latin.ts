import { mix, mixed, unitOf } from './mix.ts';

/** A power of two of at least `size`, less 1. */
export const maskFor = (size: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, size))) - 1;

const TURNS = 3;

/** A shuffle of 0..mask by steps that can each be undone. */
const shuffledBits = (start: number, mask: number, key: number): number => {
  const half = Math.max(1, (32 - Math.clz32(mask)) >>> 1);
  let x = start;
  let turn = key;
  for (let at = 0; at < TURNS; at++) {
    turn = mix(turn);
    x = (x + turn) & mask;
    x = Math.imul(x, turn | 1) & mask;
    x ^= x >>> half;
  }
  return x;
};

/**
 * Where `index` goes in a shuffle of 0..size-1: shuffle the next power of two, again and again until within
 * the size (cycle walking, Black and Rogaway 2002). No list is kept.
 *
 * @param mask  `maskFor(size)`
 * @param key   another key, another shuffle
 */
export const shuffled = (index: number, size: number, mask: number, key: number): number => {
  let place = shuffledBits(index, mask, key);
  while (place >= size) place = shuffledBits(place, mask, key);
  return place;
};

/**
 * One coordinate of one point of a Latin hypercube: of `size` points, every one of as many equal parts of 0..1
 * holds exactly one, at random within it (McKay, Beckman and Conover 1979).
 */
export const latinAt = (index: number, size: number, mask: number, key: number): number =>
  (shuffled(index, size, mask, key) + unitOf(mixed(key, index))) / size;
