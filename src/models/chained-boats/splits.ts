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

/**
 * A quantity that moves from one state to another, and what moves it: one cause, causes told as a list, or
 * what moved one or two other quantities, times a factor each. Lists are made when they are read.
 */
export class Moved {
  readonly before: number;
  readonly after: number;
  /** Sum of the parts: after - before, but for rounding, once all of it has been said. */
  readonly usd: number;
  readonly told: readonly Part[] | undefined;
  readonly first: Moved | undefined;
  readonly firstFactor: number;
  readonly second: Moved | undefined;
  readonly secondFactor: number;

  constructor(
    before: number,
    after: number,
    told: readonly Part[] | undefined,
    first?: Moved,
    firstFactor = 0,
    second?: Moved,
    secondFactor = 0,
  ) {
    this.before = before;
    this.after = after;
    this.told = told;
    this.first = first;
    this.firstFactor = firstFactor;
    this.second = second;
    this.secondFactor = secondFactor;
    let usd = told === undefined ? 0 : totalUsd(told);
    if (first !== undefined) usd += first.usd * firstFactor;
    if (second !== undefined) usd += second.usd * secondFactor;
    this.usd = usd;
  }
}

/** A plain number stands still. */
export type Split = number | Moved;

export const beforeOf = (split: Split): number =>
  typeof split === 'number' ? split : split.before;
export const afterOf = (split: Split): number => (typeof split === 'number' ? split : split.after);

export const totalUsd = (parts: readonly Part[]): number => {
  let total = 0;
  for (const part of parts) total += part.usd;
  return total;
};

/** A part that is still added to. */
type OpenPart = { -readonly [Field in keyof Part]: Part[Field] };

/** From so many parts on they are found by a key: looking through them all would take the square of a hub's deals. */
const MANY = 16;

const keyOf = ({ cause, deal, firm }: Part): string => `${cause}|${deal ?? ''}|${firm ?? ''}`;

/** One part per cause, deal and firm, in the order in which they come. */
class Parts {
  readonly list: OpenPart[] = [];
  private readonly byKey = new Map<string, OpenPart>();

  private find(part: Part): OpenPart | undefined {
    if (this.list.length > MANY) return this.byKey.get(keyOf(part));
    for (const earlier of this.list) {
      if (earlier.deal !== part.deal || earlier.firm !== part.firm) continue;
      if (earlier.cause === part.cause) return earlier;
    }
    return undefined;
  }

  add(part: Part, factor: number): void {
    const usd = part.usd * factor;
    const earlier = this.find(part);
    if (earlier !== undefined) {
      earlier.usd += usd;
      return;
    }
    const { cause, deal, firm } = part;
    const own: OpenPart =
      deal === undefined
        ? { cause, usd }
        : firm === undefined
          ? { cause, deal, usd }
          : { cause, deal, firm, usd };
    this.list.push(own);
    if (this.list.length === MANY + 1) {
      for (const one of this.list) this.byKey.set(keyOf(one), one);
    } else if (this.list.length > MANY) this.byKey.set(keyOf(own), own);
  }
}

/** Without recursion: a sum over all deals of a hub is as deep as the hub has deals. */
const collect = (whole: Moved, parts: Parts): void => {
  const waiting: Moved[] = [whole];
  const factors: number[] = [1];
  while (waiting.length > 0) {
    const { told, first, firstFactor, second, secondFactor } = waiting.pop()!;
    const factor = factors.pop()!;
    if (factor === 0) continue;
    if (told !== undefined) for (const part of told) parts.add(part, factor);
    if (second !== undefined) {
      waiting.push(second);
      factors.push(factor * secondFactor);
    }
    if (first !== undefined) {
      waiting.push(first);
      factors.push(factor * firstFactor);
    }
  }
};

/** What moves a quantity: one part per cause, deal and firm. */
export const partsOf = (split: Split): readonly Part[] => {
  if (typeof split === 'number') return [];
  const parts = new Parts();
  collect(split, parts);
  return parts.list;
};

/** What moves, as yet without a cause. */
export const movedFrom = (before: number, after: number): Split =>
  before === after ? after : new Moved(before, after, undefined);

/** Moved by one or two others, times a factor each. */
const movedBy = (
  before: number,
  after: number,
  first: Split,
  firstFactor: number,
  second: Split = 0,
  secondFactor = 0,
): Split => {
  const one = typeof first === 'number' ? undefined : first;
  const other = typeof second === 'number' ? undefined : second;
  if (before === after && !one?.usd && !other?.usd) return after;
  return new Moved(before, after, undefined, one, firstFactor, other, secondFactor);
};

/** The factor by which what moves `split` sums to `amount`; 0 where there is nothing to go by. */
const factorFor = (amount: number, split: Split): number =>
  typeof split === 'number' || split.usd === 0 ? 0 : amount / split.usd;

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
    const before = beforeOf(first) + beforeOf(second);
    return movedBy(before, afterOf(first) + afterOf(second), first, 1, second, 1);
  }

  subtract(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return first - second;
    const before = beforeOf(first) - beforeOf(second);
    return movedBy(before, afterOf(first) - afterOf(second), first, 1, second, -1);
  }

  multiply(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return first * second;
    if (first === 0 || second === 0) return 0;
    const [before, now] = [beforeOf(second), afterOf(first)];
    return movedBy(beforeOf(first) * before, now * afterOf(second), first, before, second, now);
  }

  divide(first: Split, second: Split): Split {
    if (typeof first === 'number' && typeof second === 'number') return first / second;
    const [whole, now] = [beforeOf(second), afterOf(second)];
    const byWhole = afterOf(first) / now - afterOf(first) / whole;
    return movedBy(
      beforeOf(first) / whole,
      afterOf(first) / now,
      first,
      1 / whole,
      second,
      factorFor(byWhole, second),
    );
  }

  power(base: Split, exponent: Split): Split {
    if (typeof base === 'number' && typeof exponent === 'number') {
      return floats.power(base, exponent);
    }
    const before = floats.power(beforeOf(base), beforeOf(exponent));
    const after = floats.power(afterOf(base), afterOf(exponent));
    const between = floats.power(afterOf(base), beforeOf(exponent));
    return movedBy(
      before,
      after,
      base,
      factorFor(between - before, base),
      exponent,
      factorFor(after - between, exponent),
    );
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
  const mover = typeof taken === 'number' ? left : taken;
  return movedBy(before, after, mover, factorFor(after - before, mover));
};

export const splits: Algebra<Split> = new Splits();
