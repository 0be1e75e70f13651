import { type Cell, csvText } from '../../base/csv-text.ts';
import type { Cascade, FirmOutcome } from '../../models/cascade.ts';
import { ledgerGroups } from '../../models/ledger-groups.ts';
import type { Names } from '../../tell/names.ts';

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
export const firmsCsv = ({ firms }: Cascade, names: Names): string =>
  csvText([
    [
      'firm',
      'name',
      'status',
      'valueUsd',
      'lossUsd',
      'lossFraction',
      'firstRound',
      'failedInRound',
      'mainCause',
      'mainCauseFirm',
      'mainCauseDeal',
    ],
    ...firms
      .toSorted((a, b) => b.lossUsd - a.lossUsd || (a.id < b.id ? -1 : 1))
      .map((firm) => firmRow(firm, names)),
  ]);

/** The rounds, each with what it took and who failed in it. */
export const roundsCsv = ({ rounds }: Cascade): string =>
  csvText([
    ['round', 'spans', 'lossUsd', 'failed'],
    ...rounds.map(({ round, spans, lossUsd, failed }) => [round, spans, lossUsd, failed.join(';')]),
  ]);

/** One firm's ledger, line by line as the engine wrote it. */
export const ledgerCsv = ({ id, ledger }: FirmOutcome): string =>
  csvText([
    ['firm', 'round', 'cause', 'throughFirm', 'deal', 'lossUsd'],
    ...ledger.map((line) => [
      id,
      line.round,
      line.cause,
      line.firm ?? null,
      line.deal ?? null,
      line.usd,
    ]),
  ]);
