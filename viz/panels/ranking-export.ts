import { csvText } from '../../src/base/csv-text.ts';
import type { Ranking } from '../../src/questions/rank/ranking.ts';
import type { FirmRow } from './firm-rows.ts';

type Cell = string | number | null;

interface Column {
  readonly name: string;
  readonly unit: string;
  readonly of: (row: FirmRow) => Cell;
}

const COLUMNS: readonly Column[] = [
  { name: 'firm', unit: '', of: ({ id }) => id },
  { name: 'nameEn', unit: '', of: ({ firm }) => firm.name.en },
  { name: 'nameZh', unit: '', of: ({ firm }) => firm.name.zh ?? null },
  { name: 'layer', unit: '', of: ({ firm }) => firm.layer },
  { name: 'status', unit: '', of: ({ outcome }) => outcome.status },
  { name: 'valueUsd', unit: 'usd', of: ({ valueUsd }) => valueUsd },
  { name: 'lossUsd', unit: 'usd', of: ({ lossUsd }) => lossUsd },
  { name: 'lossFraction', unit: 'share', of: ({ lossFraction }) => lossFraction },
  { name: 'firstRound', unit: 'round', of: ({ firstRound }) => firstRound },
  { name: 'failedInRound', unit: 'round', of: ({ outcome }) => outcome.failedInRound },
  { name: 'activity', unit: 'share', of: ({ activity }) => activity },
  { name: 'mainCause', unit: '', of: ({ mainCause }) => mainCause?.cause ?? null },
  { name: 'mainCauseFirm', unit: '', of: ({ mainCause }) => mainCause?.firm ?? null },
  { name: 'mainCauseDeal', unit: '', of: ({ mainCause }) => mainCause?.deal ?? null },
  { name: 'valueOn', unit: 'day', of: ({ firm }) => firm.figuresOn?.valueUsd ?? firm.asOf ?? null },
  { name: 'confidence', unit: '', of: ({ firm }) => firm.confidence ?? null },
];

/** The table of firms as CSV: names, a row of units, full precision; unknown is an empty cell. */
export const rankingExport = (rows: readonly FirmRow[], ranking: Ranking | null): string => {
  const measures: readonly Column[] = (ranking?.measures ?? []).map(({ id, unit }) => ({
    name: id,
    unit,
    of: ({ scores }) => scores[id] ?? null,
  }));
  const columns = [...COLUMNS, ...measures];
  const byLoss = rows.toSorted((a, b) => (b.lossUsd ?? -1) - (a.lossUsd ?? -1));
  return csvText([
    columns.map(({ name }) => name),
    columns.map(({ unit }) => unit),
    ...byLoss.map((row) => columns.map(({ of }) => of(row))),
  ]);
};
