import { CURRENCIES, type shuffle, type Triple, twoOrders } from './reference.ts';

type Order = ReturnType<typeof shuffle>;

const firms = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

const asGiven: Order = {
  list: (items) => [...items],
  back: (items) => [...items],
  entries: (triples) => [...triples],
};

/** The order given and two others; of two firms there are two orders in all. */
const orders = (size: number): readonly Order[] =>
  size < 3 ? twoOrders(size, 1) : [asGiven, ...twoOrders(size, 1)];

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
