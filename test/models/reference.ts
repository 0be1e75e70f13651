import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { seededRandom } from '../random.ts';

/** A case computed elsewhere; provenance, conventions and tolerance stand in the file. */
export const referenceCase = (name: string) =>
  JSON.parse(readFileSync(new URL(`../reference/${name}.json`, import.meta.url), 'utf8'));

export type Triple = readonly [number, number, number];

/** Largest distance of two lists, in units of `unit`. */
export const largestGap = (
  found: readonly number[],
  wanted: readonly number[],
  unit = 1,
): number => {
  expect(found).toHaveLength(wanted.length);
  return Math.max(0, ...found.map((value, i) => Math.abs(value - wanted[i]!) / unit));
};

export const CURRENCIES = [1, 1e-3, 1e9] as const;

/** A shuffle of n firms: `place[i]` is where firm i goes. */
export const shuffle = (size: number, seed: number) => {
  const random = seededRandom(seed);
  const place = Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [place[i], place[j]] = [place[j]!, place[i]!];
  }
  const list = <Item>(items: readonly Item[]): Item[] => {
    const moved = new Array<Item>(size);
    for (let i = 0; i < size; i++) moved[place[i]!] = items[i]!;
    return moved;
  };
  const back = <Item>(items: readonly Item[]): Item[] => place.map((at) => items[at]!);
  const entries = (triples: readonly Triple[]): Triple[] =>
    triples.map(([i, j, amount]) => [place[i]!, place[j]!, amount] as const).toReversed();
  return { list, back, entries };
};

/** Two different orders of n firms; from three firms on, neither is the given order. */
export const twoOrders = (size: number, seed: number) => {
  const firms = Array.from({ length: size }, (_, i) => i);
  const orders = new Map<string, ReturnType<typeof shuffle>>();
  for (let next = seed; orders.size < Math.min(size, 2); next++) {
    const order = shuffle(size, next);
    const moved = order.list(firms).join();
    if (size < 3 || moved !== firms.join()) orders.set(moved, order);
  }
  return [...orders.values()];
};

export const scaled = (values: readonly number[], unit: number): number[] =>
  values.map((value) => value * unit);

export const scaledEntries = (triples: readonly Triple[], unit: number): Triple[] =>
  triples.map(([i, j, amount]) => [i, j, amount * unit] as const);
