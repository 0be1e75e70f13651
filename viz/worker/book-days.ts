import { changesByDay } from '../../src/data/changes.ts';
import type { NetworkDocument } from '../../src/data/schema.ts';
import type { BookDay } from './book.ts';

/** The days up to the book's own on which a deal or a firm's figures changed, latest first. */
export const bookDays = (document: NetworkDocument): readonly BookDay[] => {
  const changes = new Map([...changesByDay(document)].map(([day, made]) => [day, made.length]));
  if (!changes.has(document.asOf)) changes.set(document.asOf, 0);
  return [...changes]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, number]) => ({ day, changes: number }));
};
