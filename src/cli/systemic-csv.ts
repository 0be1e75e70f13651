import type { Systemic } from '../analysis/systemic/systemic-schema.ts';
import { csvText } from '../io/csv-text.ts';

interface CsvOptions {
  /** With a second row that holds each column's unit. */
  readonly units: boolean;
}

/** One row per firm, full precision; unknown is an empty cell. */
export const systemicCsv = ({ firms, shortfall }: Systemic, { units }: CsvOptions): string => {
  const short = new Map(shortfall.firms.map((row) => [row.id, row]));
  return csvText([
    [
      'firm',
      'ranked',
      'valueUsd',
      'importanceUsd',
      'importanceShare',
      'importanceAtMostUsd',
      'vulnerability',
      'vulnerabilityAtMost',
      'worstStruck',
      'worstFraction',
      'debtUsd',
      'crisisLossFraction',
      'shortfallUsd',
    ],
    ...(units
      ? [
          [
            '',
            '',
            'usd',
            'usd',
            'share',
            'usd',
            'share',
            'share',
            '',
            'share',
            'usd',
            'share',
            'usd',
          ],
        ]
      : []),
    ...firms.map((firm) => [
      firm.id,
      firm.ranked,
      firm.valueUsd,
      firm.importanceUsd,
      firm.importanceShare,
      firm.importanceAtMostUsd,
      firm.vulnerability,
      firm.vulnerabilityAtMost,
      firm.worst?.struck ?? null,
      firm.worst?.fraction ?? null,
      short.get(firm.id)?.debtUsd ?? null,
      short.get(firm.id)?.lossFraction ?? null,
      short.get(firm.id)?.shortfallUsd ?? null,
    ]),
  ]);
};

/** A square, struck firm by row: the share that each firm loses. */
export const impactsCsv = ({ order, impacts }: Systemic, { units }: CsvOptions): string => {
  const rows = order.map(() => order.map(() => 0));
  for (const [struck, firm, share] of impacts) rows[struck]![firm] = share;
  return csvText([
    ['struck', ...order],
    ...(units ? [['', ...order.map(() => 'share')]] : []),
    ...rows.map((row, at) => [order[at]!, ...row]),
  ]);
};
