import { count, dollars, firstOf, inBillions, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';
import type { BreakPoints, SmallestShocks } from './breakpoint-schema.ts';

const right = (header: string): Column => ({ header, align: 'right' });
const left = (header: string): Column => ({ header, align: 'left', shrinks: true });
const inPercent = (size: number): string => (size * 100).toFixed(2);

const firmsTable = ({ firms }: BreakPoints, names: Names, top: number): Block => ({
  kind: 'table',
  columns: [
    left('Firm'),
    right('Fails\nat %'),
    right('Loses now\n$bn'),
    right('Loses at\n100 %, $bn'),
  ],
  rows: firstOf(
    firms.filter(({ failsAt, lossAtFullUsd }) => failsAt !== null || lossAtFullUsd > 0),
    top,
  ).map(({ id, failsAt, lossUsd, lossAtFullUsd }) => [
    names.firm(id),
    failsAt === null ? 'stands' : inPercent(failsAt),
    inBillions(lossUsd),
    inBillions(lossAtFullUsd),
  ]),
});

const kneesTable = ({ knees }: BreakPoints, names: Names): Block[] => {
  if (knees.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        right('At %'),
        left('What'),
        right('Loss\n$bn'),
        right('then\n$bn'),
        right('$bn a\npoint'),
        right('then'),
      ],
      rows: knees.map((knee) => [
        inPercent(knee.size),
        knee.kind === 'knee'
          ? 'turns'
          : knee.failed.length === 0
            ? 'jumps'
            : `${knee.failed.map(names.firm).join(', ')} ${knee.failed.length === 1 ? 'fails' : 'fail'}`,
        inBillions(knee.beforeUsd),
        inBillions(knee.afterUsd),
        inBillions(knee.slopeBeforeUsd / 100),
        inBillions(knee.slopeAfterUsd / 100),
      ]),
    },
  ];
};

const CURVE_STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

const curveTable = ({ curve }: BreakPoints): Block => ({
  kind: 'table',
  columns: [right('Size %'), right('Loss\n$bn'), right('To owners\n$bn'), right('Failed')],
  rows: CURVE_STEPS.flatMap((step) => {
    const point = curve.findLast(({ size }) => size <= step + 1e-9);
    if (point === undefined || point.size < step - 0.05) return [];
    return [
      [
        inPercent(point.size),
        inBillions(point.grossLossUsd),
        inBillions(point.ownersLossUsd),
        String(point.failed),
      ],
    ];
  }),
});

/** Where firms fail, where the loss jumps, and how it grows. */
export const breakPointsReport = (
  document: BreakPoints,
  names: Names,
  top: number,
): readonly Block[] => [
  paragraph(
    `“${document.receipt.scenario.name}”, as of ${document.receipt.network.asOf}, grown from nothing to 100 % ` +
      `(${percent(document.ownSize)} as it is): the size at which each firm fails, to ` +
      `${(document.tolerance * 100).toFixed(4)} points.`,
  ),
  firmsTable(document, names, top),
  paragraph('The loss jumps or turns:'),
  ...kneesTable(document, names),
  paragraph('The loss by size:'),
  curveTable(document),
  paragraph('In this scenario, under this model: no forecast that anybody fails.'),
];

/** What brings one firm down. */
export const smallestShocksReport = (
  document: SmallestShocks,
  names: Names,
  top: number,
): readonly Block[] => {
  const { target, kind, single, pair, harmlessAlone, notAsked, pairsTried } = document;
  const shown = [...firstOf(single, top), ...(pair === null ? [] : [pair])];
  return [
    paragraph(
      `The smallest shocks of ${kind} that bring ${names.firm(target)} down, as of ` +
        `${document.receipt.network.asOf}. ${count(harmlessAlone, 'firm')} alone can’t, whatever ` +
        `${harmlessAlone === 1 ? 'its' : 'their'} loss; ${count(notAsked.length, 'firm')} not asked.`,
    ),
    {
      kind: 'table',
      columns: [left('Whose loss'), right('Size %'), right('Loss of all\n$bn')],
      rows: shown.map(({ firms, size, grossLossUsd }) => [
        firms.map(names.firm).join(' and '),
        inPercent(size),
        inBillions(grossLossUsd),
      ]),
    },
    paragraph(
      pair === null
        ? `None of ${count(pairsTried, 'pair')} tried does it with a smaller loss each.`
        : `The pair is the smallest of ${count(pairsTried, 'pair')} tried, both hit by the same size; the web ` +
            `then loses ${dollars(pair.grossLossUsd)}.`,
    ),
  ];
};
