import { aboutOf, numberColumn, type ReportTable, textColumn } from '../../tell/report-table.ts';
import type { Exposure, ExposurePair } from './exposure-schema.ts';
import type { FirmMatrix } from './firm-matrix-schema.ts';

/** One row per layer and pair. */
export const exposureTable = ({ layers, exposures, receipt }: Exposure): ReportTable => {
  // Orders are yearly, all else a stock: rows of several layers say so.
  const usd = [...new Set(layers.map(({ unit }) => unit))].join(' or ');
  const words = (name: string, of: (pair: ExposurePair) => string) =>
    textColumn(name, exposures.map(of));
  const figures = (name: string, of: (pair: ExposurePair) => number | null, unit = 'share') =>
    numberColumn(name, exposures.map(of), unit);
  return {
    columns: [
      words('layer', ({ layer }) => layer),
      words('exposed', ({ exposed }) => exposed),
      words('to', ({ to }) => to),
      figures('direct', ({ directUsd }) => directUsd, usd),
      figures('total', ({ totalUsd }) => totalUsd, usd),
      figures('directOfValue', ({ directOfValue }) => directOfValue),
      figures('totalOfValue', ({ totalOfValue }) => totalOfValue),
      figures('directOfRevenue', ({ directOfRevenue }) => directOfRevenue),
      figures('totalOfRevenue', ({ totalOfRevenue }) => totalOfRevenue),
      words('deals', ({ deals }) => deals.join(';')),
      words('unknownDeals', ({ unknownDeals }) => unknownDeals.join(';')),
    ],
    about: aboutOf(receipt),
  };
};

/** One row per deal. */
export const dealSharesTable = ({ deals, receipt }: Exposure): ReportTable => ({
  columns: [
    textColumn(
      'deal',
      deals.map(({ deal }) => deal),
    ),
    textColumn(
      'kind',
      deals.map(({ kind }) => kind),
    ),
    textColumn(
      'payer',
      deals.map(({ payer }) => payer),
    ),
    textColumn(
      'payee',
      deals.map(({ payee }) => payee),
    ),
    numberColumn(
      'amount',
      deals.map(({ usd }) => usd),
      'as in column unit',
    ),
    textColumn(
      'unit',
      deals.map(({ unit }) => unit),
    ),
    numberColumn(
      'ofPayerCost',
      deals.map(({ ofPayerCost }) => ofPayerCost),
      'share',
    ),
    numberColumn(
      'ofPayeeRevenue',
      deals.map(({ ofPayeeRevenue }) => ofPayeeRevenue),
      'share',
    ),
  ],
  about: aboutOf(receipt),
});

/** A square of firms by firms, 0 where nothing stands between two. */
export const firmMatrixTable = ({
  firms,
  entries,
  unknown,
  unit,
  receipt,
}: FirmMatrix): ReportTable => {
  const columns = firms.map(() => firms.map((): number | null => 0));
  for (const [row, column] of unknown) columns[column]![row] = null;
  for (const [row, column, entry] of entries) columns[column]![row] = entry;
  return {
    columns: [
      textColumn('firm', firms),
      ...columns.map((values, at) => numberColumn(firms[at]!, values, unit)),
    ],
    about: aboutOf(receipt),
  };
};

/** Per firm what it stands to lose and what others stand to lose with it, direct, by layer. */
export const firmExposuresTable = ({
  layers,
  firms,
  exposures,
  receipt,
}: Exposure): ReportTable => {
  const ids = firms.map(({ id }) => id);
  const sums = (layer: string, side: 'exposed' | 'to'): (number | null)[] => {
    const usd = new Map<string, number>();
    for (const pair of exposures) {
      if (pair.layer !== layer || pair.directUsd === null) continue;
      usd.set(pair[side], (usd.get(pair[side]) ?? 0) + pair.directUsd);
    }
    return ids.map((id) => usd.get(id) ?? null);
  };
  return {
    columns: [
      textColumn('firm', ids),
      ...layers.flatMap(({ id, unit }) => [
        numberColumn(`${id}-exposed`, sums(id, 'exposed'), unit),
        numberColumn(`${id}-exposed-to-it`, sums(id, 'to'), unit),
      ]),
    ],
    about: aboutOf(receipt),
  };
};
