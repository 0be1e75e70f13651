import { firstOf, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { conditionOf } from '../../tell/sentence.ts';
import type { Bar, Sensitivity, Slope } from './sensitivity-schema.ts';
import { inputWords, targetWords, valueText } from './words.ts';

const orDash = (usd: number | null, names: Names): string =>
  usd === null ? '–' : names.column(usd);

const signed = (usd: number | null, names: Names): string => {
  const text = orDash(usd, names);
  return usd !== null && usd > 0 && /^[\d,.]*[1-9]/.test(text) ? `+${text}` : text;
};

const perPercent = (
  { kink, perPercentUsd, slopeBelow, slopeAbove, value }: Slope,
  names: Names,
): string => {
  if (!kink) return signed(perPercentUsd, names);
  const side = (slope: number | null) =>
    signed(slope === null ? null : (slope * value) / 100, names);
  return `${side(slopeBelow)} | ${side(slopeAbove)}`;
};

const evidenceTable = ({ evidence }: Sensitivity, names: Names): readonly Block[] => {
  if (evidence === null) return [];
  const unknown = evidence.unknownDeals.length;
  return [
    {
      kind: 'table',
      columns: [
        { header: names.say('sensitivity.rests'), align: 'left' },
        { header: names.say('sensitivity.figures'), align: 'right' },
        { header: names.say('sensitivity.share'), align: 'right' },
      ],
      rows: [
        ...evidence.shares
          .filter(({ figures }) => figures > 0)
          .map((one) => [
            names.say(`sensitivity.evidence.${one.evidence}`),
            String(one.figures),
            inPercent(one.share),
          ]),
        [names.say('sensitivity.remainder'), '', inPercent(evidence.remainderShare)],
      ],
    },
    paragraph(
      [
        names.say('sensitivity.share-means'),
        ...(unknown === 0 ? [] : [names.count('sensitivity.unknown', unknown)]),
      ].join(names.say('sentence.gap')),
    ),
  ];
};

const slopeTable = (slopes: readonly Slope[], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('sensitivity.figure-head'), align: 'left', shrinks: true },
    { header: names.say('sensitivity.value'), align: 'right' },
    { header: names.say('sensitivity.one-percent'), align: 'right' },
    { header: names.say('sensitivity.evidence-head'), align: 'left' },
  ],
  rows: slopes.map((slope) => [
    inputWords(slope.input, names),
    valueText(slope.value, slope.unit, names),
    perPercent(slope, names),
    names.say(`sensitivity.basis.${slope.evidence}`),
  ]),
});

const tornadoTable = (bars: readonly Bar[], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('sensitivity.input'), align: 'left', shrinks: true },
    { header: names.say('sensitivity.range'), align: 'left' },
    { header: names.say('sensitivity.at-low'), align: 'right' },
    { header: names.say('sensitivity.at-high'), align: 'right' },
    { header: names.say('sensitivity.swing'), align: 'right' },
  ],
  rows: bars.map(({ input, unit, low, high, swingUsd }) => [
    inputWords(input, names),
    names.say('report.range', {
      low: valueText(low.value, unit, names),
      high: valueText(high.value, unit, names),
    }),
    orDash(low.totalUsd, names),
    orDash(high.totalUsd, names),
    names.column(swingUsd),
  ]),
});

const withError = (share: number, error: number | null): string =>
  error === null ? inPercent(share) : `${inPercent(share)} ± ${inPercent(error)}`;

const indicesTable = ({ indices }: Sensitivity, top: number, names: Names): readonly Block[] => {
  if (indices === null) return [];
  const { groups, rows, runs, seed, meanUsd, standardDeviationUsd } = indices;
  if (groups === null || meanUsd === null || standardDeviationUsd === null) {
    return [paragraph(names.say('sensitivity.nothing'))];
  }
  const alone = groups.reduce((sum, { first }) => sum + first, 0);
  return [
    {
      kind: 'table',
      columns: [
        { header: names.say('sensitivity.due-to'), align: 'left', shrinks: true },
        { header: names.say('sensitivity.figures'), align: 'right' },
        { header: names.say('sensitivity.alone'), align: 'right' },
        { header: names.say('sensitivity.in-all'), align: 'right' },
      ],
      rows: firstOf(groups, top).map((group) => [
        group.row === 'climate' ? names.say('sensitivity.climate') : group.row,
        group.figures === 0 ? '' : String(group.figures),
        withError(group.first, group.firstError),
        withError(group.total, group.totalError),
      ]),
    },
    paragraph(
      names.say('sensitivity.spread', {
        mean: names.money(meanUsd),
        deviation: names.money(standardDeviationUsd),
        runs,
        rows,
        seed,
        share: inPercent(alone),
      }),
    ),
  ];
};

/** What a total hangs on: evidence, the steepest slopes, the widest bars. */
export const sensitivityReport = (
  document: Sensitivity,
  names: Names,
  top: number,
): readonly Block[] => {
  const { receipt, target, totalUsd, converged, slopes, tornado, atEdge } = document;
  const { scenario, network } = receipt;
  const felt = slopes.filter(
    ({ input, slopeBelow, slopeAbove }) =>
      (slopeBelow || slopeAbove) && (input.kind !== 'deal' || input.field !== 'paidShare'),
  );
  const shown = firstOf(felt, top);
  const bars = firstOf(tornado, top);
  const kinks = shown.some(({ kink }) => kink);
  const known = document.adjointResidual !== null;
  const blocks: (Block | false)[] = [
    paragraph(
      names.say('sensitivity.about', {
        condition: conditionOf({ scenario, network }, 'chained-boats', names),
        what: targetWords(target, names),
        usd: names.money(totalUsd),
      }),
    ),
    !converged && paragraph(names.say('sensitivity.unconverged')),
    converged && !known && paragraph(names.say('sensitivity.tipping')),
    ...evidenceTable(document, names),
    known && felt.length === 0 && paragraph(names.say('sensitivity.no-slope')),
    felt.length > 0 && slopeTable(shown, names),
    felt.length > shown.length &&
      paragraph(names.say('sensitivity.shown', { count: shown.length, all: felt.length })),
    kinks && paragraph(names.say('sensitivity.two-values')),
    atEdge.length > 0 &&
      paragraph(
        names.say('sensitivity.edge', {
          firms: atEdge.map(names.firm).join(names.say('report.comma')),
        }),
      ),
    bars.length > 0 && tornadoTable(bars, names),
    bars.length > 0 && paragraph(names.say('sensitivity.one-at-a-time')),
    ...indicesTable(document, top, names),
    !document.complete && paragraph(names.say('sensitivity.early')),
    paragraph(names.say('sensitivity.meaning')),
  ];
  return blocks.filter((block) => block !== false);
};
