import type { Cell } from '../../base/csv-text.ts';
import type { Cascade, FirmOutcome } from '../../models/cascade.ts';
import { ledgerGroups } from '../../models/ledger-groups.ts';
import type { Names } from '../../tell/names.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';

const firmRow = (firm: FirmOutcome, names: Names): Cell[] => {
  const groups = ledgerGroups(firm.ledger);
  const main = groups.find(({ usd }) => usd > 0);
  const rounds = groups.map(({ firstRound }) => firstRound);
  return [
    firm.id,
    names.firm(firm.id),
    firm.status,
    firm.valueKnown ? firm.startValueUsd : null,
    firm.lossUsd,
    firm.valueKnown ? firm.lossFraction : null,
    rounds.length === 0 ? null : Math.min(...rounds),
    firm.failedInRound,
    main?.cause ?? null,
    main?.firm ?? null,
    main?.deal ?? null,
  ];
};

/** Every firm, largest loss first, full precision; an unknown value is an empty cell. */
export const firmsTable = ({ firms, receipt }: Cascade, names: Names): ReportTable =>
  rowsTable(
    {
      firm: 'text',
      name: 'text',
      status: 'text',
      valueUsd: 'number',
      lossUsd: 'number',
      lossFraction: 'number',
      firstRound: 'number',
      failedInRound: 'number',
      mainCause: 'text',
      mainCauseFirm: 'text',
      mainCauseDeal: 'text',
    },
    [
      ...firms
        .toSorted((a, b) => b.lossUsd - a.lossUsd || (a.id < b.id ? -1 : 1))
        .map((firm) => firmRow(firm, names)),
    ],
    aboutOf(receipt),
  );

/** The rounds, each with what it took and who failed in it. */
export const roundsTable = ({ rounds, receipt }: Cascade): ReportTable =>
  rowsTable(
    { round: 'number', spans: 'number', lossUsd: 'number', failed: 'text' },
    [
      ...rounds.map(({ round, spans, lossUsd, failed }) => [
        round,
        spans,
        lossUsd,
        failed.join(';'),
      ]),
    ],
    aboutOf(receipt),
  );

/** One firm's ledger, line by line as the engine wrote it. */
export const ledgerTable = ({ id, ledger }: FirmOutcome, { receipt }: Cascade): ReportTable =>
  rowsTable(
    {
      firm: 'text',
      round: 'number',
      cause: 'text',
      throughFirm: 'text',
      deal: 'text',
      lossUsd: 'number',
    },
    [
      ...ledger.map((line) => [
        id,
        line.round,
        line.cause,
        line.firm ?? null,
        line.deal ?? null,
        line.usd,
      ]),
    ],
    aboutOf(receipt),
  );
