import { count, dollars, firstOf, inBillions, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { conditionOf } from '../../tell/sentence.ts';
import type { Column } from '../../tell/table.ts';
import type { Spread, Uncertainty } from './uncertainty-schema.ts';

const right = (header: string): Column => ({ header, align: 'right' });
const left = (header: string): Column => ({ header, align: 'left', shrinks: true });

const BAND = [right('5 %'), right('25 %'), right('50 %'), right('75 %'), right('95 %')] as const;

const cells = (spread: Spread, text: (value: number) => string): string[] =>
  [spread.point, ...spread.quantiles].map(text);

const times = (value: number): string => value.toFixed(2);

const totalsTable = ({ totals }: Uncertainty): Block => ({
  kind: 'table',
  columns: [left('All firms'), right('As\nrecorded'), ...BAND],
  rows: [
    ['Loss of value, $bn', ...cells(totals.grossLossUsd, inBillions)],
    ['Borne by final owners, $bn', ...cells(totals.ownersLossUsd, inBillions)],
    ['Taken at first, $bn', ...cells(totals.firstLossUsd, inBillions)],
    ...(totals.amplification === null
      ? []
      : [['Times the first loss', ...cells(totals.amplification, times)]]),
    ['Firms that fail', ...cells(totals.failures, String)],
    ['Outside money needed, $bn', ...cells(totals.gapUsd, inBillions)],
  ],
});

const ROUNDS_SHOWN = [1, 2, 3, 4, 6, 8, 12];

const roundsTable = ({ rounds }: Uncertainty): Block => ({
  kind: 'table',
  columns: [left('Loss up to round, $bn'), right('As\nrecorded'), ...BAND],
  rows: rounds
    .filter(({ round }) => ROUNDS_SHOWN.includes(round))
    .map(({ round, lossUsd }) => [String(round), ...cells(lossUsd, inBillions)]),
});

type FirmSpread = Uncertainty['firms'][number];

const median = ({ quantiles }: Spread): number => quantiles[2]!;

const firmsTable = (firms: readonly FirmSpread[], names: Names): Block => ({
  kind: 'table',
  columns: [
    left('Firm'),
    right('Loss\n$bn'),
    right('5 %'),
    right('50 %'),
    right('95 %'),
    right('of value, %\n5 to 95 %'),
    right('Fails in\n% of draws'),
  ],
  rows: firms.map(({ id, lossUsd, lossFraction, failure }) => [
    names.firm(id),
    inBillions(lossUsd.point),
    ...[0, 2, 4].map((level) => inBillions(lossUsd.quantiles[level]!)),
    lossFraction === null
      ? '–'
      : `${inPercent(lossFraction.quantiles[0]!)} to ${inPercent(lossFraction.quantiles[4]!)}`,
    inPercent(failure),
  ]),
});

const errorText = ({ standardErrors, totals }: Uncertainty): string => {
  if (standardErrors === null)
    return 'Fewer than two batches of draws are done: how far the quantiles would be off can’t be told.';
  const share = (level: number) =>
    inPercent(standardErrors[level]! / totals.grossLossUsd.quantiles[level]!);
  return (
    'With other draws the quantiles of the loss would be off by about ' +
    `${share(0)} % (at 5 %), ${share(2)} % (at 50 %) and ${share(4)} % (at 95 %): one standard error, ` +
    'from eight independent batches.'
  );
};

const drawnText = (document: Uncertainty): string => {
  const rows = document.distributions.filter(({ figures }) => figures > 0);
  const figures = rows.reduce((sum, one) => sum + one.figures, document.perGigawattRows);
  const unknown = document.unknownDeals.length;
  return (
    `Drawn: ${figures} figures by ${rows.length} documented distributions and the ranges of dollars per ` +
    'gigawatt; one funding climate binds them. --part distributions lists them with their reasons.' +
    (unknown === 0
      ? ''
      : ` ${count(unknown, 'deal')} whose dollars or stake nobody stated ${unknown === 1 ? 'is' : 'are'} no part of the bands.`)
  );
};

/** Bands of a scenario: totals, rounds, firms, and how sure the bands themselves are. */
export const uncertainReport = (
  document: Uncertainty,
  names: Names,
  top: number,
): readonly Block[] => {
  const { receipt, draws, unsettled, method, seed, totals, pointLevel, complete } = document;
  const { scenario, network } = receipt;
  const touched = document.firms
    .filter(({ valueKnown, lossUsd }) => valueKnown && lossUsd.quantiles[4]! > 0)
    .toSorted((one, other) => median(other.lossUsd) - median(one.lossUsd));
  const shown = firstOf(touched, top);
  const [low, , middle, , high] = totals.grossLossUsd.quantiles.map(dollars);
  const blocks: (Block | false)[] = [
    paragraph(
      `${conditionOf({ scenario, network }, 'chained-boats', names)}: firms lose ` +
        `${dollars(totals.grossLossUsd.point)} as recorded; in nine of ten draws ${low} to ${high}, ` +
        `in half of them more than ${middle}.`,
    ),
    !complete && paragraph('ENDED EARLY: the figures are of the draws that were made.'),
    paragraph(
      `${draws} draws (${method}, seed ${seed}); the loss as recorded lies above ` +
        `${inPercent(pointLevel)} % of them.` +
        (unsettled === 0 ? '' : ` ${count(unsettled, 'draw')} did not settle and are left out.`),
    ),
    totalsTable(document),
    roundsTable(document),
    shown.length > 0 && firmsTable(shown, names),
    touched.length > shown.length &&
      paragraph(`${shown.length} of ${touched.length} firms that lose; all with --top 0.`),
    paragraph(errorText(document)),
    paragraph(drawnText(document)),
    paragraph(
      'The bands follow from those distributions in this scenario, under this model. Not a forecast.',
    ),
  ];
  return blocks.filter((block) => block !== false);
};
