import type { PerGigawatt, Status } from '../../../data/schema.ts';
import type { Period, StatusWeights, TimeSpan } from '../../../scenario/schema.ts';
import type { ChainedBoatsParameters } from '../parameters.ts';

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

/** Everything that turns records into inputs besides the records. */
export interface DerivationSettings {
  readonly asOf: string;
  readonly time: Period;
  readonly weights: StatusWeights;
  readonly parameters: ChainedBoatsParameters;
  readonly perGigawatt: readonly PerGigawatt[];
}

/** First and last year of the period, both counted. */
export const windowOf = (time: TimeSpan): readonly [number, number] =>
  time.mode === 'year' ? [time.year, time.year] : time.window;

export const yearsIn = (time: TimeSpan): number => {
  const [first, last] = windowOf(time);
  return last - first + 1;
};

/** The status weight, with the one slider that moves all that isn't binding. */
export const weightOf = (status: Status, settings: DerivationSettings): number => {
  const weight = settings.weights[status] ?? defaultWeights[status];
  return BINDING.has(status) ? weight : weight * settings.parameters.nonBinding;
};

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** A day as a point in time: 2025-07-02 is about 2025.5. */
export const yearWithFraction = (day: string): number => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.UTC(year, month - 1, date) - start) / (end - start);
};
