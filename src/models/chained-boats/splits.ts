import { type Algebra, floats } from '../../numerics/program/algebra.ts';
import type { Cause } from '../cascade.ts';

/** A share of something that a cause took, with the deal and the other firm where there is one. */
export interface Part {
  readonly cause: Cause;
  readonly deal?: string;
  /** Index of the other firm. */
  readonly firm?: number;
  readonly usd: number;
}

/** A quantity that moves from one state to another, and what moves it: parts sum to after - before. */
export class Moved {
  readonly before: number;
  readonly after: number;
  readonly parts: readonly Part[];

  constructor(before: number, after: number, parts: readonly Part[]) {
    this.before = before;
    this.after = after;
    this.parts = parts;
  }
}

/** A plain number stands still. */
export type Split = number | Moved;

export const beforeOf = (split: Split): number =>
  typeof split === 'number' ? split : split.before;
export const afterOf = (split: Split): number => (typeof split === 'number' ? split : split.after);
export const partsOf = (split: Split): readonly Part[] =>
  typeof split === 'number' ? [] : split.parts;

const moved = (before: number, after: number, parts: readonly Part[]): Split =>
  before === after && parts.length === 0 ? after : new Moved(before, after, parts);

/** What moves, as yet without a cause. */
export const movedFrom = (before: number, after: number): Split => moved(before, after, []);

export const totalUsd = (parts: readonly Part[]): number => {
  let total = 0;
  for (const part of parts) total += part.usd;
  return total;
};

export const scaled = (parts: readonly Part[], factor: number): readonly Part[] =>
  factor === 1 ? parts : parts.map((part) => ({ ...part, usd: part.usd * factor }));

/** Parts in the same proportions that sum to `amount`; none where there is nothing to go by. */
const inProportion = (amount: number, parts: readonly Part[]): readonly Part[] => {
  const total = totalUsd(parts);
  return total === 0 || amount === 0 ? [] : scaled(parts, amount / total);
};

const together = (one: readonly Part[], other: readonly Part[]): readonly Part[] => {
  if (one.length === 0) return other;
  return other.length === 0 ? one : [...one, ...other];
};

/**
 * Numbers that remember who moved them. A sum's parts are those of its terms; a product is split factor
 * by factor, the first moving while the second stands as before; a choice goes to the side that is
 * taken in the end, or to the other where that one stands still. What a quantity is due to must have
 * been said of it (`Blame`): else its parts don't sum to what it moves, and the ledger's check fails.
 */
class Splits implements Algebra<Split> {
  readonly zero = 0;
  readonly one = 1;

  constant(value: number): Split {
    return value;
  }

  numberOf(quantity: Split): number {
    return afterOf(quantity);
  }

  add(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return first + second;
    return moved(
      beforeOf(first) + beforeOf(second),
      afterOf(first) + afterOf(second),
      together(partsOf(first), partsOf(second)),
    );
  }

  subtract(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return first - second;
    return moved(
      beforeOf(first) - beforeOf(second),
      afterOf(first) - afterOf(second),
      together(partsOf(first), scaled(partsOf(second), -1)),
    );
  }

  multiply(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return first * second;
    if (first === 0 || second === 0) return 0;
    return moved(
      beforeOf(first) * beforeOf(second),
      afterOf(first) * afterOf(second),
      together(scaled(partsOf(first), beforeOf(second)), scaled(partsOf(second), afterOf(first))),
    );
  }

  divide(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return first / second;
    const [whole, now] = [beforeOf(second), afterOf(second)];
    const byWhole = afterOf(first) / now - afterOf(first) / whole;
    return moved(
      beforeOf(first) / whole,
      afterOf(first) / now,
      together(scaled(partsOf(first), 1 / whole), inProportion(byWhole, partsOf(second))),
    );
  }

  power(base: Split, exponent: Split): Split {
    if (typeof base === 'number' && typeof exponent === 'number') {
      return floats.power(base, exponent);
    }
    const before = floats.power(beforeOf(base), beforeOf(exponent));
    const after = floats.power(afterOf(base), afterOf(exponent));
    const between = floats.power(afterOf(base), beforeOf(exponent));
    const byBase = inProportion(between - before, partsOf(base));
    return moved(before, after, together(byBase, inProportion(after - between, partsOf(exponent))));
  }

  max(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return Math.max(first, second);
    const takesFirst = afterOf(first) >= afterOf(second);
    const before = Math.max(beforeOf(first), beforeOf(second));
    return takesFirst ? chosen(before, first, second) : chosen(before, second, first);
  }

  min(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return Math.min(first, second);
    const takesFirst = afterOf(first) <= afterOf(second);
    const before = Math.min(beforeOf(first), beforeOf(second));
    return takesFirst ? chosen(before, first, second) : chosen(before, second, first);
  }

  worst(first: Split, second: Split): Split {
    return splits.max(first, second);
  }

  reach(part: Split, whole: Split): Split {
    if (typeof part === 'number' && typeof whole === 'number') return floats.reach(part, whole);
    if (afterOf(whole) <= 0) return 0;
    return splits.min(1, splits.max(0, splits.divide(part, whole)));
  }

  sum(quantities: Iterable<Split>): Split {
    let total: Split = 0;
    for (const quantity of quantities) total = splits.add(total, quantity);
    return total;
  }
}

const chosen = (before: number, taken: Split, left: Split): Split => {
  const after = afterOf(taken);
  if (before === beforeOf(taken)) return taken;
  const parts = typeof taken === 'number' ? partsOf(left) : taken.parts;
  return moved(before, after, inProportion(after - before, parts));
};

export const splits: Algebra<Split> = new Splits();
