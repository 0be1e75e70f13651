import type { Status } from '../data/schema.ts';
import type { Period, TimeSpan } from './schema.ts';

/** Share of a deal's amount that counts, by status, unless a scenario says otherwise. */
export const defaultWeights: Readonly<Record<Status, number>> = {
  closed: 1,
  signed: 1,
  announced: 0.8,
  reported: 0.7,
  loi: 0.3,
  rumoured: 0.2,
  cancelled: 0,
};

/** Statuses whose weight the slider of all that isn't binding leaves alone. */
export const BINDING: ReadonlySet<Status> = new Set<Status>(['closed', 'signed']);

export const defaultTime: Period = { mode: 'horizon', window: [2026, 2030] };

/** First and last year of the period, both counted. */
export const windowOf = (time: TimeSpan): readonly [number, number] =>
  time.mode === 'year' ? [time.year, time.year] : time.window;

export const yearsIn = (time: TimeSpan): number => {
  const [first, last] = windowOf(time);
  return last - first + 1;
};
