import { csvText } from '../../base/csv-text.ts';
import type { UncertainPart } from './parts.ts';
import type { Spread, Uncertainty } from './uncertainty-schema.ts';

const levelNames = ({ levels }: Uncertainty): string[] =>
  levels.map((level) => `p${String(Math.round(level * 100)).padStart(2, '0')}`);

const cellsOf = (spread: Spread | null, levels: readonly string[]) =>
  spread === null
    ? [null, null, ...levels.map(() => null)]
    : [spread.point, spread.mean, ...spread.quantiles];

const PER_FIRM = ['lossUsd', 'lossFraction', 'activity', 'gapUsd'] as const;

/** One table of the document, full precision; unknown is an empty cell. */
export const uncertainCsv = (document: Uncertainty, part: UncertainPart): string => {
  const levels = levelNames(document);
  const numbers = ['point', 'mean', ...levels];
  switch (part) {
    case 'firms':
      return csvText([
        ['firm', 'valueKnown', 'figure', ...numbers, 'failure', 'failureError'],
        ...document.firms.flatMap((firm) =>
          PER_FIRM.map((figure) => [
            firm.id,
            firm.valueKnown ? 'yes' : 'no',
            figure,
            ...cellsOf(firm[figure], levels),
            firm.failure,
            firm.failureError,
          ]),
        ),
      ]);
    case 'totals':
      return csvText([
        ['figure', ...numbers],
        ...Object.entries(document.totals).map(([figure, spread]) => [
          figure,
          ...cellsOf(spread, levels),
        ]),
      ]);
    case 'rounds':
      return csvText([
        ['round', ...numbers],
        ...document.rounds.map(({ round, lossUsd }) => [round, ...cellsOf(lossUsd, levels)]),
      ]);
    case 'convergence':
      return csvText([
        ['draws', ...levels],
        ...document.convergence.map(({ draws, grossLossUsd }) => [draws, ...grossLossUsd]),
        ...(document.standardErrors === null
          ? []
          : [['one standard error', ...document.standardErrors]]),
      ]);
    case 'distributions':
      return csvText([
        [
          'id',
          'figure',
          'of',
          'figures',
          'probability',
          'shape',
          'low',
          'mode',
          'high',
          'climate',
          'confidence',
          'note',
        ],
        ...document.distributions.map(({ row, figures }) => [
          row.id,
          row.figure,
          row.of,
          figures,
          row.probability ?? 1,
          row.shape,
          row.low,
          row.mode ?? null,
          row.high,
          row.climate ?? 0,
          row.confidence ?? null,
          row.note ?? null,
        ]),
      ]);
  }
};
