/**
 * What a calculation needs of its numbers: written once over an algebra, it runs on plain numbers
 * (`floats`) or is recorded step by step for slopes and replays (`newTape`).
 */
export interface Algebra<Q> {
  readonly zero: Q;
  readonly one: Q;
  constant(value: number): Q;
  add(first: Q, second: Q): Q;
  subtract(first: Q, second: Q): Q;
  multiply(first: Q, second: Q): Q;
  divide(first: Q, second: Q): Q;
  /** `base` above 0. */
  power(base: Q, exponent: Q): Q;
  /** The larger; the yardstick is what small differences are measured by. */
  max(first: Q, second: Q, yardstick?: number): Q;
  min(first: Q, second: Q, yardstick?: number): Q;
  sum(quantities: Iterable<Q>): Q;
  /** What a quantity holds as the calculation is written. */
  valueOf(quantity: Q): number;
}

/** Plain numbers: nothing is recorded. */
export const floats: Algebra<number> = {
  zero: 0,
  one: 1,
  constant: (value) => value,
  add: (first, second) => first + second,
  subtract: (first, second) => first - second,
  multiply: (first, second) => first * second,
  divide: (first, second) => first / second,
  power: (base, exponent) => base ** exponent,
  max: (first, second) => Math.max(first, second),
  min: (first, second) => Math.min(first, second),
  sum: (quantities) => {
    let total = 0;
    for (const quantity of quantities) total += quantity;
    return total;
  },
  valueOf: (quantity) => quantity,
};
