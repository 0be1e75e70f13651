/**
 * Exponential, logarithm and power by +, -, x and / alone, whose results IEEE 754 fixes to the last bit: the
 * same on every engine, which `Math.exp`, `Math.log` and `**` are not. Within some units of the last place.
 */

/** ln 2 in two parts: the first has room for exact products with whole numbers. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Which half of a number holds sign and exponent. */
const HIGH = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

/** 2^k for k in -1022..1023. */
const powerOfTwo = (k: number): number => {
  words[1 - HIGH] = 0;
  words[HIGH] = (k + 1023) << 20;
  return float[0]!;
};

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const [LEAST, MOST] = [-745.2, 709.7827128933841];

/** e^x: x = k ln 2 + r, |r| <= ln 2 / 2, and the series of e^r. */
export const exponential = (x: number): number => {
  if (Number.isNaN(x)) return x;
  if (x > MOST) return Number.POSITIVE_INFINITY;
  if (x < LEAST) return 0;
  const k = Math.round(x / (LN2_HIGH + LN2_LOW));
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let term = 14; term >= 1; term--) sum = 1 + (sum * r) / term;
  const half = k >> 1;
  return sum * powerOfTwo(half) * powerOfTwo(k - half);
};

/** ln x: x = m 2^k, m about 1, and ln m = 2 artanh((m - 1) / (m + 1)) by its series. */
export const logarithm = (x: number): number => {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < SMALLEST_NORMAL) return logarithm(x * 2 ** 54) - 54 * (LN2_HIGH + LN2_LOW);
  float[0] = x;
  let k = (words[HIGH]! >>> 20) - 1023;
  words[HIGH] = (words[HIGH]! & 0xfffff) | (1023 << 20);
  let m = float[0];
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let power = 23; power >= 3; power -= 2) sum = square * (sum + 1 / power);
  return k * LN2_HIGH + (2 * s * (1 + sum) + k * LN2_LOW);
};

/** base^exponent for a base of at least 0. */
export const powerOf = (base: number, exponent: number): number => {
  if (exponent === 0 || base === 1) return 1;
  return base === 0
    ? exponent > 0
      ? 0
      : Number.POSITIVE_INFINITY
    : exponential(exponent * logarithm(base));
};
