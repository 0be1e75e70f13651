import { csvText } from '../io/csv-text.ts';
import type { Ranking } from './ranking.ts';

/**
 * A ranking as CSV: `rank,firm,` and one column per measure, full precision.
 *
 * @param options.units with a second row that holds each column's unit
 */
export const rankingToCsv = (ranking: Ranking, options: { units?: boolean } = {}): string => {
  const { measures, firms } = ranking;
  const rows = firms.map(({ id, rank, scores }) => [
    rank,
    id,
    ...measures.map((measure) => scores[measure.id] ?? null),
  ]);
  const header = ['rank', 'firm', ...measures.map(({ id }) => id)];
  const units = ['', '', ...measures.map(({ unit }) => unit)];
  return csvText([header, ...(options.units ? [units] : []), ...rows]);
};
