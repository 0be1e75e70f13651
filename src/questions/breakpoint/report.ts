import { firstOf, percent } from '../../tell/figures.ts';
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
    left(names.say('breakpoint.firm')),
    right(names.say('breakpoint.fails-at')),
    right(names.say('breakpoint.loses-now')),
    right(names.say('breakpoint.loses-full')),
  ],
  rows: firstOf(
    firms.filter(({ failsAt, lossAtFullUsd }) => failsAt !== null || lossAtFullUsd > 0),
    top,
  ).map(({ id, failsAt, lossUsd, lossAtFullUsd }) => [
    names.firm(id),
    failsAt === null ? names.say('breakpoint.stands') : inPercent(failsAt),
    names.column(lossUsd),
    names.column(lossAtFullUsd),
  ]),
});

const kneesTable = ({ knees }: BreakPoints, names: Names): Block[] => {
  if (knees.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        right(names.say('breakpoint.at')),
        left(names.say('breakpoint.what')),
        right(names.say('breakpoint.loss')),
        right(names.say('breakpoint.then-loss')),
        right(names.say('breakpoint.a-point')),
        right(names.say('breakpoint.then')),
      ],
      rows: knees.map((knee) => [
        inPercent(knee.size),
        knee.kind === 'knee'
          ? names.say('breakpoint.turns')
          : knee.failed.length === 0
            ? names.say('breakpoint.jumps')
            : names.count('breakpoint.fails', knee.failed.length, {
                firms: knee.failed.map(names.firm).join(names.say('report.comma')),
              }),
        names.column(knee.beforeUsd),
        names.column(knee.afterUsd),
        names.column(knee.slopeBeforeUsd / 100),
        names.column(knee.slopeAfterUsd / 100),
      ]),
    },
  ];
};

const CURVE_STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

const curveTable = ({ curve }: BreakPoints, names: Names): Block => ({
  kind: 'table',
  columns: [
    right(names.say('breakpoint.size')),
    right(names.say('breakpoint.loss')),
    right(names.say('breakpoint.owners')),
    right(names.say('breakpoint.failed')),
  ],
  rows: CURVE_STEPS.flatMap((step) => {
    const point = curve.findLast(({ size }) => size <= step + 1e-9);
    if (point === undefined || point.size < step - 0.05) return [];
    return [
      [
        inPercent(point.size),
        names.column(point.grossLossUsd),
        names.column(point.ownersLossUsd),
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
    names.say('breakpoint.about', {
      scenario: document.receipt.scenario.name,
      day: document.receipt.network.asOf,
      size: percent(document.ownSize),
      points: (document.tolerance * 100).toFixed(4),
    }),
  ),
  firmsTable(document, names, top),
  paragraph(names.say('breakpoint.jumps-at')),
  ...kneesTable(document, names),
  paragraph(names.say('breakpoint.by-size')),
  curveTable(document, names),
  paragraph(names.say('breakpoint.meaning')),
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
      names.count('breakpoint.smallest', harmlessAlone, {
        kind: names.say(`breakpoint.kind.${kind}`),
        firm: names.firm(target),
        day: document.receipt.network.asOf,
        notAsked: names.count('breakpoint.not-asked', notAsked.length),
      }),
    ),
    {
      kind: 'table',
      columns: [
        left(names.say('breakpoint.whose')),
        right(names.say('breakpoint.size')),
        right(names.say('breakpoint.loss-of-all')),
      ],
      rows: shown.map(({ firms, size, grossLossUsd }) => [
        names.list(firms.map(names.firm)),
        inPercent(size),
        names.column(grossLossUsd),
      ]),
    },
    paragraph(
      pair === null
        ? names.count('breakpoint.no-pair', pairsTried)
        : names.count('breakpoint.pair', pairsTried, { usd: names.money(pair.grossLossUsd) }),
    ),
  ];
};
