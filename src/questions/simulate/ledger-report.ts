import type { FirmOutcome } from '../../models/cascade.ts';
import { type LedgerGroup, ledgerGroups } from '../../models/ledger-groups.ts';
import { dollars, inBillions, inPercent, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { causeWords } from './cause-words.ts';

const roundsOf = ({ firstRound, lastRound }: LedgerGroup): string =>
  firstRound === lastRound ? String(firstRound) : `${firstRound}-${lastRound}`;

/** What made up one firm's loss, deal by deal; the lines sum to the loss. */
export const ledgerReport = (firm: FirmOutcome, names: Names): readonly Block[] => {
  const { lossUsd, lossFraction, startValueUsd, valueKnown } = firm;
  const value = valueKnown
    ? `of ${dollars(startValueUsd)}${lossFraction === null ? '' : ` (${percent(Number(lossFraction.toFixed(3)))})`}`
    : 'in claims; its own value is unknown';
  const failed = firm.failedInRound === null ? '' : ` It fails in round ${firm.failedInRound}.`;
  const rows = ledgerGroups(firm.ledger).map((group) => [
    causeWords(group.cause),
    group.deal ?? '',
    group.firm === undefined ? '' : names.firm(group.firm),
    roundsOf(group),
    inBillions(group.usd),
    lossUsd > 0 ? inPercent(group.usd / lossUsd) : '–',
  ]);
  const headline = paragraph(`${names.firm(firm.id)} loses ${dollars(lossUsd)} ${value}.${failed}`);
  if (rows.length === 0) return [headline];
  return [
    headline,
    {
      kind: 'table',
      columns: [
        { header: 'Cause', align: 'left' },
        { header: 'Deal', align: 'left', shrinks: true },
        { header: 'Through whom', align: 'left', shrinks: true },
        { header: 'Rounds', align: 'right' },
        { header: 'Loss\n$bn', align: 'right' },
        { header: 'of loss\n%', align: 'right' },
      ],
      rows: [...rows, ['all', '', '', '', inBillions(lossUsd), lossUsd > 0 ? '100.0' : '–']],
    },
  ];
};
