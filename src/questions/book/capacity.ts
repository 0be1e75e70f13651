import { BOOK_FACTS, type FactOf } from './facts.ts';
import type { BookSupplier } from './order-book.ts';

type Capacity = BookSupplier['years'][number]['capacity'];

const yearsOf = (table: Readonly<Record<number, string>>): number[] =>
  Object.keys(table)
    .map(Number)
    .sort((a, b) => a - b);

/** The newest entry for `year` or before; undefined where the first entry is later. */
const upTo = (table: Readonly<Record<number, string>>, year: number): number | undefined =>
  yearsOf(table).findLast((known) => known <= year);

/**
 * Wafers that the world can package in a year: twelve months at the mean of the capacities at the
 * ends of the year before and of the year. Undefined where one of the two is not published.
 */
const worldWafers = (factOf: FactOf, year: number): number | undefined => {
  const table: Readonly<Record<number, string>> = BOOK_FACTS.packagingAtYearEnd;
  const before = factOf(table[year - 1] ?? '')?.value;
  const after = factOf(table[year] ?? '')?.value;
  if (before === undefined || after === undefined) return undefined;
  return (12 * (before + after)) / 2;
};

/**
 * What a supplier of accelerators can make in a year:
 *
 *   wafers = world packaging x the supplier's share
 *   accelerators = wafers x accelerators per wafer,  gigawatts = accelerators / accelerators per GW
 *
 * A year after the last one published keeps the capacity at the end of that year (`held-flat`), and
 * the last share published. Null for suppliers and years of which nothing is known.
 */
export const capacityOf = (factOf: FactOf, supplier: string, year: number): Capacity => {
  const shares = (
    BOOK_FACTS.packagingShare as Readonly<Record<string, Readonly<Record<number, string>>>>
  )[supplier];
  const perWafer = factOf(BOOK_FACTS.acceleratorsPerWafer)?.value;
  const perGw = factOf(BOOK_FACTS.acceleratorsPerGw)?.value;
  if (shares === undefined || perWafer === undefined || !perGw) return null;
  const shareYear = upTo(shares, year);
  const share = shareYear === undefined ? undefined : factOf(shares[shareYear] ?? '')?.value;
  const published = worldWafers(factOf, year);
  const ends: Readonly<Record<number, string>> = BOOK_FACTS.packagingAtYearEnd;
  const last = yearsOf(ends).at(-1);
  const held = last !== undefined && year > last ? factOf(ends[last] ?? '')?.value : undefined;
  const world = published ?? (held === undefined ? undefined : 12 * held);
  if (share === undefined || world === undefined) return null;
  const wafers = world * share;
  const accelerators = wafers * perWafer;
  const isPublished = published !== undefined && shareYear === year;
  return {
    wafers,
    accelerators,
    gw: accelerators / perGw,
    basis: isPublished ? 'published' : 'held-flat',
  };
};
