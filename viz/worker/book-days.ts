import type { NetworkDocument } from '../../src/network/schema.ts';
import type { BookDay } from './book.ts';

/** The days up to the book's own on which a deal or a firm's figures changed, latest first. */
export const bookDays = ({ asOf, deals, firms }: NetworkDocument): readonly BookDay[] => {
  const changes = new Map<string, number>();
  const count = (day: string | undefined): void => {
    if (day !== undefined) changes.set(day, (changes.get(day) ?? 0) + 1);
  };
  for (const deal of deals) {
    count(deal.announcedOn);
    for (const event of deal.history ?? []) count(event.on);
  }
  for (const firm of firms) for (const event of firm.history ?? []) count(event.on);
  if (!changes.has(asOf)) changes.set(asOf, 0);
  return [...changes]
    .filter(([day]) => day <= asOf)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, number]) => ({ day, changes: number }));
};
