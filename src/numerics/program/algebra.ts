import { powerOf } from '../random/portable.ts';

/**
 * What equations are written over, so that they are written once: `Q` is a number (`floats`), a step on
 * a tape that slopes and replays come from (`newTape`), or a number that remembers who moved it.
 */
export interface Algebra<Q> {
  /** Nothing, whatever the inputs: a step that it goes into can be left out. */
  readonly zero: Q;
  readonly one: Q;
  constant(value: number): Q;
  /** The number that stands now: for choices that are jumps, not slopes. */
  numberOf(quantity: Q): number;
  add(first: Q, second: Q): Q;
  subtract(first: Q, second: Q): Q;
  /** In a product that is split, the first factor moves first. */
  multiply(first: Q, second: Q): Q;
  divide(first: Q, second: Q): Q;
  /** `base` of at least 0; one within `NOTHING` of 0 is 0, since a root would make much of rounding. */
  power(base: Q, exponent: Q): Q;
  /** The larger, the first of equals; the yardstick is what small differences are measured by. */
  max(first: Q, second: Q, yardstick?: number): Q;
  min(first: Q, second: Q, yardstick?: number): Q;
  /** The larger of two shares of which none can fall below 0: beside `zero` there is no choice. */
  worst(first: Q, second: Q): Q;
  /** Share of `whole` that `part` reaches, 0..1, none of nothing; yardstick of `part`. */
  reach(part: Q, whole: Q, yardstick?: number): Q;
  /** From the first to the last. */
  sum(quantities: Iterable<Q>): Q;
}

export const NOTHING = 1e-12;

/** Plain numbers. */
class Floats implements Algebra<number> {
  readonly zero = 0;
  readonly one = 1;

  constant(value: number): number {
    return value;
  }

  numberOf(quantity: number): number {
    return quantity;
  }

  add(first: number, second: number): number {
    return first + second;
  }

  subtract(first: number, second: number): number {
    return first - second;
  }

  multiply(first: number, second: number): number {
    return first * second;
  }

  divide(first: number, second: number): number {
    return first / second;
  }

  power(base: number, exponent: number): number {
    if (exponent === 0) return 1;
    if (base <= NOTHING) return 0;
    return exponent === 1 ? base : powerOf(base, exponent);
  }

  max(first: number, second: number): number {
    return Math.max(first, second);
  }

  min(first: number, second: number): number {
    return Math.min(first, second);
  }

  worst(first: number, second: number): number {
    return Math.max(first, second);
  }

  reach(part: number, whole: number): number {
    if (whole <= 0 || part <= 0) return 0;
    return part >= whole ? 1 : part / whole;
  }

  sum(quantities: Iterable<number>): number {
    let total = 0;
    for (const quantity of quantities) total += quantity;
    return total;
  }
}

export const floats: Algebra<number> = new Floats();
