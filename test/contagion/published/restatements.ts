import { CURRENCIES, shuffle, type Triple } from './reference.ts';

type Order = ReturnType<typeof shuffle>;

const firms = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

const asGiven: Order = {
  list: (items) => [...items],
  back: (items) => [...items],
  entries: (triples) => [...triples],
};

/** The order given, then others that all differ: two, or the only other one of two firms. */
const orders = (size: number): readonly Order[] => {
  if (size < 2) return [asGiven];
  const seen = new Set([firms(size).join()]);
  const others: Order[] = [];
  for (let seed = 1; others.length < (size === 2 ? 1 : 2); seed++) {
    const order = shuffle(size, seed);
    const key = order.list(firms(size)).join();
    if (seen.has(key)) continue;
    seen.add(key);
    others.push(order);
  }
  return [asGiven, ...others];
};

/** Every way to state a case of `size` firms anew: each currency in each order of the firms. */
export const restatements = (size: number) =>
  orders(size).flatMap(({ list, back, entries }, order) =>
    CURRENCIES.map((unit) => {
      const original = list(firms(size));
      return {
        name: `order ${order}, currency x${unit}`,
        unit,
        list,
        back,
        /** Amounts per firm. */
        amounts: (values: readonly number[]) => list(values.map((value) => value * unit)),
        /** Amounts per pair of firms. */
        entries: (triples: readonly Triple[]) =>
          entries(triples.map(([i, j, amount]) => [i, j, amount * unit] as const)),
        /** Lists of firms, each sorted, under their original numbers. */
        groups: (found: readonly (readonly number[])[]) =>
          found.map((group) => group.map((at) => original[at]!).sort((a, b) => a - b)),
      };
    }),
  );
