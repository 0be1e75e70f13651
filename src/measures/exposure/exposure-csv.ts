import { csvText } from '../../io/csv-text.ts';
import type { Exposure } from './exposure-schema.ts';
import type { FirmMatrix } from './firm-matrix-schema.ts';

interface CsvOptions {
  /** With a second row that holds each column's unit. */
  readonly units?: boolean;
}

const SHARE = 'share';

/** One row per layer and pair, full precision; unknown is an empty cell. */
export const exposureCsv = ({ layers, exposures }: Exposure, { units }: CsvOptions = {}): string =>
  csvText([
    [
      'layer',
      'exposed',
      'to',
      'direct',
      'total',
      'directOfValue',
      'totalOfValue',
      'directOfRevenue',
      'totalOfRevenue',
      'deals',
      'unknownDeals',
    ],
    ...(units
      ? [['', '', '', ...Array(2).fill(unitsOf(layers)), ...Array(4).fill(SHARE), '', '']]
      : []),
    ...exposures.map((pair) => [
      pair.layer,
      pair.exposed,
      pair.to,
      pair.directUsd,
      pair.totalUsd,
      pair.directOfValue,
      pair.totalOfValue,
      pair.directOfRevenue,
      pair.totalOfRevenue,
      pair.deals.join(';'),
      pair.unknownDeals.join(';'),
    ]),
  ]);

/** Orders are yearly, all else a stock: rows of several layers say so. */
const unitsOf = (layers: Exposure['layers']): string =>
  [...new Set(layers.map(({ unit }) => unit))].join(' or ');

/** One row per deal, full precision; unknown is an empty cell. */
export const dealSharesCsv = ({ deals }: Exposure, { units }: CsvOptions = {}): string =>
  csvText([
    ['deal', 'kind', 'payer', 'payee', 'usd', 'unit', 'ofPayerCost', 'ofPayeeRevenue'],
    ...(units ? [['', '', '', '', 'as in column unit', '', SHARE, SHARE]] : []),
    ...deals.map((deal) => [
      deal.deal,
      deal.kind,
      deal.payer,
      deal.payee,
      deal.usd,
      deal.unit,
      deal.ofPayerCost,
      deal.ofPayeeRevenue,
    ]),
  ]);

/** A square of firms by firms, 0 where nothing stands between two. */
export const firmMatrixCsv = (
  { firms, entries, unit }: FirmMatrix,
  { units }: CsvOptions = {},
): string => {
  const rows = firms.map(() => firms.map(() => 0));
  for (const [row, column, entry] of entries) rows[row]![column] = entry;
  return csvText([
    ['firm', ...firms],
    ...(units ? [['', ...firms.map(() => unit)]] : []),
    ...rows.map((row, at) => [firms[at]!, ...row]),
  ]);
};
