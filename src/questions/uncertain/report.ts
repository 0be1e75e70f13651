import { firstOf, inPercent } from '../../tell/figures.ts';
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

const totalsTable = ({ totals }: Uncertainty, names: Names): Block => ({
  kind: 'table',
  columns: [
    left(names.say('uncertain.all-firms')),
    right(names.say('uncertain.as-recorded')),
    ...BAND,
  ],
  rows: [
    [names.say('uncertain.gross'), ...cells(totals.grossLossUsd, names.column)],
    [names.say('uncertain.owners'), ...cells(totals.ownersLossUsd, names.column)],
    [names.say('uncertain.first'), ...cells(totals.firstLossUsd, names.column)],
    ...(totals.amplification === null
      ? []
      : [[names.say('uncertain.amplification'), ...cells(totals.amplification, times)]]),
    [names.say('uncertain.failures'), ...cells(totals.failures, String)],
    [names.say('uncertain.gap'), ...cells(totals.gapUsd, names.column)],
  ],
});

const ROUNDS_SHOWN = [1, 2, 3, 4, 6, 8, 12];

const roundsTable = ({ rounds }: Uncertainty, names: Names): Block => ({
  kind: 'table',
  columns: [
    left(names.say('uncertain.up-to-round')),
    right(names.say('uncertain.as-recorded')),
    ...BAND,
  ],
  rows: rounds
    .filter(({ round }) => ROUNDS_SHOWN.includes(round))
    .map(({ round, lossUsd }) => [String(round), ...cells(lossUsd, names.column)]),
});

type FirmSpread = Uncertainty['firms'][number];

const median = ({ quantiles }: Spread): number => quantiles[2]!;

const firmsTable = (firms: readonly FirmSpread[], names: Names): Block => ({
  kind: 'table',
  columns: [
    left(names.say('uncertain.firm')),
    right(names.say('uncertain.loss')),
    right('5 %'),
    right('50 %'),
    right('95 %'),
    right(names.say('uncertain.of-value')),
    right(names.say('uncertain.fails-in')),
  ],
  rows: firms.map(({ id, lossUsd, lossFraction, failure }) => [
    names.firm(id),
    names.column(lossUsd.point),
    ...[0, 2, 4].map((level) => names.column(lossUsd.quantiles[level]!)),
    lossFraction === null
      ? '–'
      : names.say('report.range', {
          low: inPercent(lossFraction.quantiles[0]!),
          high: inPercent(lossFraction.quantiles[4]!),
        }),
    inPercent(failure),
  ]),
});

const errorText = ({ standardErrors, totals }: Uncertainty, names: Names): string => {
  if (standardErrors === null) return names.say('uncertain.few');
  const share = (level: number) =>
    inPercent(standardErrors[level]! / totals.grossLossUsd.quantiles[level]!);
  return names.say('uncertain.error', { low: share(0), middle: share(2), high: share(4) });
};

const drawnText = (document: Uncertainty, names: Names): string => {
  const rows = document.distributions.filter(({ figures }) => figures > 0);
  const figures = rows.reduce((sum, one) => sum + one.figures, document.perGigawattRows);
  const unknown = document.unknownDeals.length;
  return [
    names.say('uncertain.drawn', { figures, rows: rows.length }),
    ...(unknown === 0 ? [] : [names.count('uncertain.unknown', unknown)]),
  ].join(names.say('sentence.gap'));
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
  const [low, , middle, , high] = totals.grossLossUsd.quantiles.map(names.money);
  const blocks: (Block | false)[] = [
    paragraph(
      names.say('uncertain.about', {
        condition: conditionOf({ scenario, network }, 'chained-boats', names),
        point: names.money(totals.grossLossUsd.point),
        low: low!,
        high: high!,
        middle: middle!,
      }),
    ),
    !complete && paragraph(names.say('uncertain.early')),
    paragraph(
      [
        names.say('uncertain.draws', { draws, method, seed, share: inPercent(pointLevel) }),
        ...(unsettled === 0 ? [] : [names.count('uncertain.unsettled', unsettled)]),
      ].join(names.say('sentence.gap')),
    ),
    totalsTable(document, names),
    roundsTable(document, names),
    shown.length > 0 && firmsTable(shown, names),
    touched.length > shown.length &&
      paragraph(names.say('uncertain.shown', { count: shown.length, all: touched.length })),
    paragraph(errorText(document, names)),
    paragraph(drawnText(document, names)),
    paragraph(names.say('uncertain.meaning')),
  ];
  return blocks.filter((block) => block !== false);
};
