import {
  aboutOf,
  flagColumn,
  numberColumn,
  type ReportTable,
  textColumn,
} from '../../tell/report-table.ts';
import type { Shortfall, StruckFirm, Systemic } from './systemic-schema.ts';

/** One row per firm. */
export const systemicTable = ({ firms, shortfall, receipt }: Systemic): ReportTable => {
  const short = new Map(shortfall.firms.map((row) => [row.id, row]));
  const figures = (name: string, of: (firm: StruckFirm) => number | null, unit: string) =>
    numberColumn(name, firms.map(of), unit);
  const crisis = (name: string, of: (row: Shortfall) => number | null, unit: string) =>
    numberColumn(
      name,
      firms.map(({ id }) => {
        const row = short.get(id);
        return row === undefined ? null : of(row);
      }),
      unit,
    );
  return {
    columns: [
      textColumn(
        'firm',
        firms.map(({ id }) => id),
      ),
      flagColumn(
        'ranked',
        firms.map(({ ranked }) => ranked),
      ),
      figures('valueUsd', ({ valueUsd }) => valueUsd, 'usd'),
      figures('importanceUsd', ({ importanceUsd }) => importanceUsd, 'usd'),
      figures('importanceShare', ({ importanceShare }) => importanceShare, 'share'),
      figures('importanceAtMostUsd', ({ importanceAtMostUsd }) => importanceAtMostUsd, 'usd'),
      figures('vulnerability', ({ vulnerability }) => vulnerability, 'share'),
      figures('vulnerabilityAtMost', ({ vulnerabilityAtMost }) => vulnerabilityAtMost, 'share'),
      textColumn(
        'worstStruck',
        firms.map(({ worst }) => worst?.struck ?? null),
      ),
      figures('worstFraction', ({ worst }) => worst?.fraction ?? null, 'share'),
      crisis('debtUsd', ({ debtUsd }) => debtUsd, 'usd'),
      crisis('crisisLossFraction', ({ lossFraction }) => lossFraction, 'share'),
      crisis('shortfallUsd', ({ shortfallUsd }) => shortfallUsd, 'usd'),
    ],
    about: aboutOf(receipt),
  };
};

/** A square, struck firm by row: the share that each firm loses. */
export const impactsTable = ({ order, impacts, receipt }: Systemic): ReportTable => {
  const columns = order.map(() => order.map(() => 0));
  for (const [struck, firm, share] of impacts) columns[firm]![struck] = share;
  return {
    columns: [
      textColumn('struck', order),
      ...columns.map((values, at) => numberColumn(order[at]!, values, 'share')),
    ],
    about: aboutOf(receipt),
  };
};
