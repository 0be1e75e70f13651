import { unitOf } from './mix.ts';
import { JOE_KUO } from './sobol-directions.ts';

const BITS = 32;

/** Bits in the other order, the last first. */
const reversed = (bits: number): number => {
  let x = bits;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
};

/** Direction numbers of one dimension, v_k = m_k 2^(32-k), by the recurrence of its polynomial (Bratley and Fox 1988). */
const directionsOf = (polynomial: number, initial: readonly number[]): Int32Array => {
  const degree = initial.length;
  const v = new Int32Array(BITS);
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      v[k] = initial[k]! << (BITS - 1 - k);
      continue;
    }
    let next = v[k - degree]! ^ (v[k - degree]! >>> degree);
    for (let term = 1; term < degree; term++) {
      if ((polynomial >>> (degree - term)) & 1) next ^= v[k - term]!;
    }
    v[k] = next;
  }
  return v;
};

const WORDS = JOE_KUO.trim().split(/\s+/);

/** Dimensions that the table has; coordinates beyond it need another way. */
export const SOBOL_DIMENSIONS = WORDS.length + 1;

/** Direction numbers by dimension, 32 each, with their bits reversed. */
export const sobolTable = (dimensions: number): Int32Array => {
  const table = new Int32Array(Math.min(dimensions, SOBOL_DIMENSIONS) * BITS);
  for (let dimension = 0; dimension * BITS < table.length; dimension++) {
    const word = dimension === 0 ? undefined : WORDS[dimension - 1]!;
    const [polynomial = 1, ...initial] =
      word?.split('.').map((number) => Number.parseInt(number, 36)) ?? [];
    for (let bit = 0; bit < BITS; bit++) {
      const v = word === undefined ? 1 << (BITS - 1 - bit) : 0;
      table[dimension * BITS + bit] = reversed(v);
    }
    if (word === undefined) continue;
    table.set(directionsOf(polynomial, initial).map(reversed), dimension * BITS);
  }
  return table;
};

/** Bits of a coordinate of the sequence, the last first. */
const reversedBitsAt = (table: Int32Array, index: number, dimension: number): number => {
  let bits = 0;
  let at = dimension * BITS;
  for (let rest = index; rest !== 0; rest >>>= 1, at++) if (rest & 1) bits ^= table[at]!;
  return bits;
};

/** Coordinate `dimension` of point `index` of the sequence itself, 0..1, 0 at the first point. */
export const sobolAt = (table: Int32Array, index: number, dimension: number): number =>
  (reversed(reversedBitsAt(table, index, dimension)) >>> 0) / 2 ** BITS;

/**
 * The same, scrambled: every half, quarter, eighth … of 0..1 is swapped with its neighbour or not, by chance
 * that depends on where it lies (Owen 1995), which keeps what makes the points even and makes every one of them
 * evenly distributed. The chances come from a hash (Laine and Karras 2011, with the constants of Burley 2020,
 * Journal of Computer Graphics Techniques 9(4)).
 *
 * @param key  of the dimension: another key, another scrambling
 */
export const scrambledSobolAt = (
  table: Int32Array,
  index: number,
  dimension: number,
  key: number,
): number => {
  let x = (reversedBitsAt(table, index, dimension) + key) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return unitOf(reversed(x));
};
