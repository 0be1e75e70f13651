import { expect, test } from 'vitest';
import { closesOf, sectorSlope } from '../../../src/questions/backtest/sector-slope.ts';
import { millBook } from './mill-book.ts';

const closes = closesOf(millBook);

test('the slope through the origin over all other events, by hand', () => {
  // Index 4, -1, 3, 0.5, 2, 1 and the smith's moves without the flood.
  const pairs = [
    [4, 6],
    [-1, -2],
    [3, -5],
    [0.5, 2],
    [2, 4],
    [1, 0.2],
  ] as const;
  const xy = pairs.reduce((sum, [x, y]) => sum + x * y, 0);
  const xx = pairs.reduce((sum, [x]) => sum + x * x, 0);
  expect(sectorSlope(millBook, closes, 'smith', 'flood')).toBeCloseTo(xy / xx, 12);
});

test('never sees the event that is scored', () => {
  const poisoned = {
    ...millBook,
    moves: millBook.moves.map((move) =>
      move.event === 'flood' ? { ...move, percent: 900 } : move,
    ),
  };
  const slope = (book: typeof millBook, event: string) =>
    sectorSlope(book, closesOf(book), 'smith', event);
  expect(slope(poisoned, 'flood')).toBe(slope(millBook, 'flood'));
  expect(slope(poisoned, 'drought')).not.toBe(slope(millBook, 'drought'));
});

test('only moves from close to close count', () => {
  const later = { ...millBook.moves.find(({ firm }) => firm === 'smith')!, window: '5d' as const };
  const more = closesOf({ ...millBook, moves: [...millBook.moves, { ...later, percent: 77 }] });
  expect(more).toEqual(closes);
});

test('no slope for a firm that moved on no other event, or without any index', () => {
  expect(sectorSlope(millBook, closes, 'nobody', 'flood')).toBeNull();
  const still = { ...millBook, events: millBook.events.map((one) => ({ ...one, soxPercent: 0 })) };
  expect(sectorSlope(still, closes, 'smith', 'flood')).toBeNull();
});
