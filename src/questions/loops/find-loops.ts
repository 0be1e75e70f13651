import { ModelError } from '../../base/errors.ts';
import type { Payment } from './payments.ts';

/** A way of money back to where it started, in the order in which it is paid on. */
export interface Loop {
  /** Rows of the firms, the smallest first. */
  readonly firms: readonly number[];
  /** Payments from each firm to the next, the last one back to the first. */
  readonly hops: readonly (readonly Payment[])[];
  /** The least of its hops' dollars: what can go all the way round. Null: some hop is unknown. */
  readonly usd: number | null;
}

/** More than anybody reads, and enough to fill a memory. */
const MOST_LOOPS = 1_000_000;

const hopUsd = (hop: readonly Payment[]): number | null => {
  const known = hop.flatMap(({ usd }) => (usd === null ? [] : [usd]));
  return known.length === 0 ? null : known.reduce((sum, usd) => sum + usd, 0);
};

/** Whether capital on one hop can pay for an order on another. */
const mixes = (hops: Loop['hops']): boolean => {
  const capital = hops.map((hop) => hop.some(({ layer }) => layer !== 'order'));
  const orders = hops.map((hop) => hop.some(({ layer }) => layer === 'order'));
  return capital.some((has, at) => has && orders.some((other, hop) => other && hop !== at));
};

const loopOf = (firms: readonly number[], hops: Loop['hops']): Loop => {
  const dollars = hops.map(hopUsd);
  return { firms, hops, usd: dollars.includes(null) ? null : Math.min(...(dollars as number[])) };
};

const largestFirst = (a: Loop, b: Loop): number =>
  (b.usd ?? -1) - (a.usd ?? -1) ||
  a.firms.length - b.firms.length ||
  a.firms.join().localeCompare(b.firms.join(), 'en');

/**
 * Every loop of at most `mostHops` payments in which some hop is equity or debt and another one an
 * order: money that a firm puts in and that comes back as somebody's revenue. Each loop once, whatever
 * firm it is read from; largest dollars first, unknown ones last.
 *
 * Depth first from each firm over firms after it. Cost O(n d^mostHops), d the payees of a firm.
 *
 * @throws ModelError beyond a million loops
 */
export const findLoops = (payments: readonly Payment[], size: number, mostHops: number): Loop[] => {
  const hops = Array.from({ length: size }, () => new Map<number, Payment[]>());
  for (const payment of payments) {
    const own = hops[payment.payer]!;
    own.set(payment.payee, [...(own.get(payment.payee) ?? []), payment]);
  }
  const loops: Loop[] = [];
  const firms: number[] = [];
  const path: Payment[][] = [];
  const onPath = new Uint8Array(size);
  const close = (): void => {
    if (!mixes(path)) return;
    if (loops.length === MOST_LOOPS) {
      throw new ModelError({
        where: 'loops',
        found: `more than ${MOST_LOOPS} loops of up to ${mostHops} hops`,
        expected: 'fewer',
        hint: 'Ask for fewer hops.',
      });
    }
    loops.push(loopOf([...firms], [...path]));
  };
  const follow = (first: number, firm: number): void => {
    firms.push(firm);
    onPath[firm] = 1;
    for (const [next, hop] of hops[firm]!) {
      if (next < first || (onPath[next] === 1 && next !== first)) continue;
      path.push(hop);
      if (next === first) close();
      else if (firms.length < mostHops) follow(first, next);
      path.pop();
    }
    onPath[firm] = 0;
    firms.pop();
  };
  for (let first = 0; first < size; first++) follow(first, first);
  return loops.sort(largestFirst);
};
