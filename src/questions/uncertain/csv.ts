import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
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
export const uncertainTable = (document: Uncertainty, part: UncertainPart): ReportTable => {
  const levels = levelNames(document);
  const about = aboutOf(document.receipt);
  const numbersOf = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, 'number' as const]));
  const numbers = numbersOf(['point', 'mean', ...levels]);
  switch (part) {
    case 'firms':
      return rowsTable(
        {
          firm: 'text',
          valueKnown: 'text',
          figure: 'text',
          ...numbers,
          ...numbersOf(['failure', 'failureError']),
        },
        document.firms.flatMap((firm) =>
          PER_FIRM.map((figure) => [
            firm.id,
            firm.valueKnown ? 'yes' : 'no',
            figure,
            ...cellsOf(firm[figure], levels),
            firm.failure,
            firm.failureError,
          ]),
        ),
        about,
      );
    case 'totals':
      return rowsTable(
        { figure: 'text', ...numbers },
        Object.entries(document.totals).map(([figure, spread]) => [
          figure,
          ...cellsOf(spread, levels),
        ]),
        about,
      );
    case 'rounds':
      return rowsTable(
        { round: 'number', ...numbers },
        document.rounds.map(({ round, lossUsd }) => [round, ...cellsOf(lossUsd, levels)]),
        about,
      );
    case 'convergence':
      return rowsTable(
        { draws: 'text', ...numbersOf(levels) },
        [
          ...document.convergence.map(({ draws, grossLossUsd }) => [draws, ...grossLossUsd]),
          ...(document.standardErrors === null
            ? []
            : [['one standard error', ...document.standardErrors]]),
        ],
        about,
      );
    case 'distributions':
      return rowsTable(
        {
          id: 'text',
          figure: 'text',
          of: 'text',
          figures: 'number',
          probability: 'number',
          shape: 'text',
          low: 'number',
          mode: 'number',
          high: 'number',
          climate: 'number',
          confidence: 'text',
          note: 'text',
        },
        document.distributions.map(({ row, figures }) => [
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
        about,
      );
  }
};
