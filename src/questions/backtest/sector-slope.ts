import type { EventBook } from './event-schema.ts';

interface Day {
  readonly sox: number;
  readonly percent: number;
}

/** Close-to-close moves of every firm by event, percent. */
export type Closes = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The moves that are scored: close to close, by event and firm. */
export const closesOf = ({ moves }: EventBook): Closes => {
  const closes = new Map<string, Map<string, number>>();
  for (const { event, firm, window, percent } of moves) {
    if (window !== 'close') continue;
    const firms = closes.get(event) ?? new Map<string, number>();
    closes.set(event, firms.set(firm, percent));
  }
  return closes;
};

/** Slope through the origin: Σ x·y / Σ x²; null without any movement of the index. */
const slopeOf = (days: readonly Day[]): number | null => {
  const squares = days.reduce((sum, { sox }) => sum + sox * sox, 0);
  if (squares === 0) return null;
  return days.reduce((sum, { sox, percent }) => sum + sox * percent, 0) / squares;
};

/**
 * How a firm moves with the chip index: the slope of its moves on those of the index, without an
 * intercept, over all events but the one that is scored. Percent per percent; null where the firm
 * moved on no other event.
 */
export const sectorSlope = (
  { events }: EventBook,
  closes: Closes,
  firm: string,
  scored: string,
): number | null =>
  slopeOf(
    events.flatMap(({ id, soxPercent }) => {
      const percent = closes.get(id)?.get(firm);
      return id === scored || percent === undefined ? [] : [{ sox: soxPercent, percent }];
    }),
  );
