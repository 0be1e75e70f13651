import { count, dollars, firstOf, inBillions, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { conditionOf } from '../../tell/sentence.ts';
import type { Bar, Sensitivity, Slope } from './sensitivity-schema.ts';
import { EVIDENCE_WORDS, inputWords, targetWords, valueText } from './words.ts';

const orDash = (usd: number | null): string => (usd === null ? '–' : inBillions(usd));

const signed = (usd: number | null): string => {
  const text = orDash(usd);
  return usd !== null && usd > 0 && text !== '0.00' ? `+${text}` : text;
};

const perPercent = ({ kink, perPercentUsd, slopeBelow, slopeAbove, value }: Slope): string => {
  if (!kink) return signed(perPercentUsd);
  const side = (slope: number | null) => signed(slope === null ? null : (slope * value) / 100);
  return `${side(slopeBelow)} | ${side(slopeAbove)}`;
};

const evidenceTable = ({ evidence }: Sensitivity): readonly Block[] => {
  if (evidence === null) return [];
  const unknown = evidence.unknownDeals.length;
  return [
    {
      kind: 'table',
      columns: [
        { header: 'What it rests on', align: 'left' },
        { header: 'Figures', align: 'right' },
        { header: 'Share\n%', align: 'right' },
      ],
      rows: [
        ...evidence.shares
          .filter(({ figures }) => figures > 0)
          .map((one) => [EVIDENCE_WORDS[one.evidence], String(one.figures), inPercent(one.share)]),
        ['remainder: figures at a kink', '', inPercent(evidence.remainderShare)],
      ],
    },
    paragraph(
      'Share: how far these figures move the total when each is off by one per cent, added up ' +
        'without signs, of that of all figures.' +
        (unknown === 0
          ? ''
          : ` ${count(unknown, 'deal')} whose dollars or stake nobody stated count nothing.`),
    ),
  ];
};

const slopeTable = (slopes: readonly Slope[], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: 'Figure', align: 'left', shrinks: true },
    { header: 'Value', align: 'right' },
    { header: '+1 % of it\n$bn', align: 'right' },
    { header: 'Evidence', align: 'left' },
  ],
  rows: slopes.map((slope) => [
    inputWords(slope.input, names),
    valueText(slope.value, slope.unit),
    perPercent(slope),
    slope.evidence,
  ]),
});

const tornadoTable = (bars: readonly Bar[], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: 'Input', align: 'left', shrinks: true },
    { header: 'Range', align: 'left' },
    { header: 'At low\n$bn', align: 'right' },
    { header: 'At high\n$bn', align: 'right' },
    { header: 'Swing\n$bn', align: 'right' },
  ],
  rows: bars.map(({ input, unit, low, high, swingUsd }) => [
    inputWords(input, names),
    `${valueText(low.value, unit)} to ${valueText(high.value, unit)}`,
    orDash(low.totalUsd),
    orDash(high.totalUsd),
    inBillions(swingUsd),
  ]),
});

const withError = (share: number, error: number | null): string =>
  error === null ? inPercent(share) : `${inPercent(share)} ± ${inPercent(error)}`;

const indicesTable = ({ indices }: Sensitivity, top: number): readonly Block[] => {
  if (indices === null) return [];
  const { groups, rows, runs, seed, meanUsd, standardDeviationUsd } = indices;
  if (groups === null || meanUsd === null || standardDeviationUsd === null) {
    return [
      paragraph('Nothing of the spread can be told: too little was done, or nothing varies.'),
    ];
  }
  const alone = groups.reduce((sum, { first }) => sum + first, 0);
  return [
    {
      kind: 'table',
      columns: [
        { header: 'What its spread is due to', align: 'left', shrinks: true },
        { header: 'Figures', align: 'right' },
        { header: 'By itself\n%', align: 'right' },
        { header: 'In all\n%', align: 'right' },
      ],
      rows: firstOf(groups, top).map((group) => [
        group.row === 'climate' ? 'the funding climate' : group.row,
        group.figures === 0 ? '' : String(group.figures),
        withError(group.first, group.firstError),
        withError(group.total, group.totalError),
      ]),
    },
    paragraph(
      `With all inputs drawn the mean is ${dollars(meanUsd)}, one standard deviation ` +
        `${dollars(standardDeviationUsd)} (${runs} runs, ${rows} pairs of points, seed ${seed}). Rows are those ` +
        'of the table of distributions; ± is one standard error. By themselves they explain ' +
        `${inPercent(alone)} %, the rest is due to several at once.`,
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
      `${conditionOf({ scenario, network }, 'chained-boats', names)}: ` +
        `${targetWords(target, names)} is ${dollars(totalUsd)}.`,
    ),
    !converged && paragraph('UNCONVERGED: no figure is final, and slopes are not known.'),
    converged && !known && paragraph('The web stands at its tipping point: no slope is finite.'),
    ...evidenceTable(document),
    known && felt.length === 0 && paragraph('No figure moves it: every slope is 0.'),
    felt.length > 0 && slopeTable(shown, names),
    felt.length > shown.length &&
      paragraph(
        `${shown.length} of ${felt.length} figures that move it; all with --top 0, with the share of ` +
          'every deal that counts in CSV and JSON.',
      ),
    kinks &&
      paragraph('Two values (below | above): the slope has two sides, a limit binds right there.'),
    atEdge.length > 0 &&
      paragraph(
        `At the edge of failing: ${atEdge.map(names.firm).join(', ')}. The slightest more is a jump, ` +
          'which no slope shows.',
      ),
    bars.length > 0 && tornadoTable(bars, names),
    bars.length > 0 &&
      paragraph(
        'One input at a time at the ends of its range, each solved again, all else as in the run.',
      ),
    ...indicesTable(document, top),
    !document.complete && paragraph('ENDED EARLY: bars or runs are missing.'),
    paragraph(
      'Slopes hold for small changes, while the same firms fail. Not a forecast: what follows in ' +
        'this scenario, under this model.',
    ),
  ];
  return blocks.filter((block) => block !== false);
};
