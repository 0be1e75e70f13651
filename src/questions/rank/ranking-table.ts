import { aboutOf, numberColumn, type ReportTable, textColumn } from '../../tell/report-table.ts';
import type { Ranking } from './ranking.ts';

/** A ranking as a table: rank, firm, and one column per measure. */
export const rankingTable = ({ measures, firms, receipt }: Ranking): ReportTable => ({
  columns: [
    numberColumn(
      'rank',
      firms.map(({ rank }) => rank),
    ),
    textColumn(
      'firm',
      firms.map(({ id }) => id),
    ),
    ...measures.map(({ id, unit }) =>
      numberColumn(
        id,
        firms.map(({ scores }) => scores[id] ?? null),
        unit,
      ),
    ),
  ],
  about: aboutOf(receipt),
});
