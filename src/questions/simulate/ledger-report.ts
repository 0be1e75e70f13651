import type { FirmOutcome } from '../../models/cascade.ts';
import { type LedgerGroup, ledgerGroups } from '../../models/ledger-groups.ts';
import { inPercent, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';

const roundsOf = ({ firstRound, lastRound }: LedgerGroup): string =>
  firstRound === lastRound ? String(firstRound) : `${firstRound}-${lastRound}`;

/** What made up one firm's loss, deal by deal; the lines sum to the loss. */
export const ledgerReport = (firm: FirmOutcome, names: Names): readonly Block[] => {
  const { lossUsd, lossFraction, startValueUsd, valueKnown } = firm;
  const { say, money, column } = names;
  const usd = money(startValueUsd);
  const ofValue =
    lossFraction === null
      ? say('ledger-report.of', { usd })
      : say('ledger-report.of-share', { usd, share: percent(Number(lossFraction.toFixed(3))) });
  const value = valueKnown ? ofValue : say('ledger-report.claims');
  const loses = say('ledger-report.loses', {
    firm: names.firm(firm.id),
    usd: money(lossUsd),
    value,
  });
  const fails =
    firm.failedInRound === null ? [] : [say('ledger-report.fails', { round: firm.failedInRound })];
  const rows = ledgerGroups(firm.ledger).map((group) => [
    say(`simulate.cause.${group.cause}`),
    group.deal ?? '',
    group.firm === undefined ? '' : names.firm(group.firm),
    roundsOf(group),
    column(group.usd),
    lossUsd > 0 ? inPercent(group.usd / lossUsd) : '–',
  ]);
  const headline = paragraph([loses, ...fails].join(say('sentence.gap')));
  if (rows.length === 0) return [headline];
  return [
    headline,
    {
      kind: 'table',
      columns: [
        { header: say('ledger-report.cause'), align: 'left' },
        { header: say('ledger-report.deal'), align: 'left', shrinks: true },
        { header: say('ledger-report.through'), align: 'left', shrinks: true },
        { header: say('ledger-report.rounds'), align: 'right' },
        { header: say('ledger-report.loss'), align: 'right' },
        { header: say('ledger-report.share'), align: 'right' },
      ],
      rows: [
        ...rows,
        [say('report.all'), '', '', '', column(lossUsd), lossUsd > 0 ? '100.0' : '–'],
      ],
    },
  ];
};
