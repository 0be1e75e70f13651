/** A one-to-one scrambling of 32 bits in which every bit sways every other (lowbias32 of C. Wellons, 2018). */
export const mix = (bits: number): number => {
  let x = bits;
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
};

/** One number of 32 bits from two: other pairs give unrelated numbers. */
export const mixed = (key: number, number: number): number =>
  mix((mix(number + 0x9e3779b9) ^ key) >>> 0);

/** The middle of one of 2^32 even parts of 0..1: never 0, never 1. */
export const unitOf = (bits: number): number => ((bits >>> 0) + 0.5) / 2 ** 32;
