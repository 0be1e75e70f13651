import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';
import type { Language } from '../../tell/words/languages.ts';
import type { Backtest } from './backtest-schema.ts';
import { eventBlocks, eventTables } from './events-report.ts';
import { chance, correlation, move } from './figures.ts';
import { variantBlocks } from './variants-report.ts';

interface ReportOptions {
  readonly lang: Language;
  /** Events firm by firm instead of one line each. */
  readonly firmByFirm: boolean;
}

type Means = Backtest['overall'][number];

/** Predictors by their headline score, best first. */
const rowsOf = ({ predictors, overall }: Backtest) =>
  predictors
    .map(({ id, kind }) => ({
      label: `${id}${kind === 'baseline' ? ' b' : ''}`,
      of: (wanted: Pick<Means, 'group' | 'set' | 'target'>): Means | undefined =>
        overall.find(
          (one) =>
            one.predictor === id &&
            one.group === wanted.group &&
            one.set === wanted.set &&
            one.target === wanted.target,
        ),
    }))
    .flatMap(({ label, of }) => {
      const main = of({ group: 'unconfounded', set: 'others', target: 'excess' });
      return main === undefined ? [] : [{ label, of, main }];
    })
    .sort((a, b) => (b.main.spearman ?? 0) - (a.main.spearman ?? 0));

const right = (header: string): Column => ({ header, align: 'right' });
const predictorColumn = ({ say }: Names): Column => ({
  header: say('backtest.predictor'),
  align: 'left',
});

const overallTables = (backtest: Backtest, names: Names): readonly Block[] => {
  const rows = rowsOf(backtest);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        predictorColumn(names),
        ...(['rho', 'interval', 'p', 'tau', 'signs', 'silent'] as const).map((key) =>
          right(names.say(`backtest.head.${key}`)),
        ),
      ],
      rows: rows.map(({ label, main }) => [
        label,
        correlation(main.spearman),
        main.interval === null ? '–' : main.interval.map(correlation).join(' '),
        chance(main.pValue),
        correlation(main.kendall),
        main.calls === 0 ? '–' : `${main.hits}/${main.calls}`,
        `${main.silent}/${main.events}`,
      ]),
    },
    paragraph(names.say('backtest.same-rho')),
    {
      kind: 'table',
      columns: [
        predictorColumn(names),
        ...(['all-firms', 'whole-move', 'clean', 'later', 'all-events'] as const).map((key) =>
          right(names.say(`backtest.head.${key}`)),
        ),
      ],
      rows: rows.map(({ label, of }) => [
        label,
        ...(
          [
            { group: 'unconfounded', set: 'all', target: 'excess' },
            { group: 'unconfounded', set: 'others', target: 'move' },
            { group: 'clean', set: 'others', target: 'excess' },
            { group: 'later', set: 'others', target: 'excess' },
            { group: 'all', set: 'others', target: 'excess' },
          ] as const
        ).map((wanted) => correlation(of(wanted)?.spearman ?? null)),
      ]),
    },
  ];
};

const gainsBlocks = ({ gains, events }: Backtest, names: Names): readonly Block[] => {
  const shown = gains.filter(({ event }) => events.some(({ id }) => id === event));
  if (shown.length === 0) return [];
  return [
    paragraph(names.say('backtest.gains')),
    {
      kind: 'table',
      columns: [
        { header: names.say('backtest.day'), align: 'left' },
        { header: names.say('backtest.supplier'), align: 'left', shrinks: true },
        { header: names.say('backtest.ordered'), align: 'right' },
        { header: names.say('backtest.sessions'), align: 'left' },
        { header: names.say('backtest.move'), align: 'right' },
        { header: names.say('backtest.gained'), align: 'right' },
        { header: names.say('backtest.per-dollar'), align: 'right' },
      ],
      rows: shown.flatMap((gain) =>
        gain.gains.map(({ window, percent, usd, perOrderedUsd }) => [
          gain.event.slice(0, 10),
          `${names.firm(gain.supplier)}${gain.looksAhead ? ' *' : ''}`,
          gain.orderedUsd === null
            ? '–'
            : `${names.column(gain.orderedUsd)}${gain.imputed ? ' i' : ''}`,
          window === 'close' ? '1d' : window,
          move(percent),
          names.column(usd),
          perOrderedUsd === null ? '–' : perOrderedUsd.toFixed(2),
        ]),
      ),
    },
    paragraph(names.say('backtest.gains-notes')),
  ];
};

const notScored = ({ events }: Backtest, names: Names): readonly Block[] => {
  const left = events.filter(({ notScored: why }) => why !== null);
  const reasons = [...new Set(left.map(({ notScored: why }) => why!))];
  return reasons.map((why) => {
    const ids = left.filter((event) => event.notScored === why).map(({ id }) => id);
    return paragraph(names.say('backtest.not-scored', { why, events: ids.join(', ') }));
  });
};

const notes = ({ permutations, seed, margin }: Backtest, names: Names): readonly Block[] => [
  paragraph(names.say('backtest.meaning', { permutations, seed })),
  paragraph(names.say('backtest.noise', { margin })),
  paragraph(names.say('backtest.looks-ahead')),
];

/** A backtest for people: what came of it first, then the tables that it rests on. */
export const backtestReport = (
  backtest: Backtest,
  names: Names,
  { lang, firmByFirm }: ReportOptions,
): readonly Block[] => {
  const { outcome, complete, variants } = backtest;
  const blocks: (Block | false)[] = [
    outcome !== null && paragraph(outcome.text[lang]),
    outcome !== null && paragraph(outcome.means[lang]),
    !complete && paragraph(names.say('backtest.early')),
    ...(firmByFirm
      ? eventBlocks(backtest, names)
      : [...overallTables(backtest, names), ...eventTables(backtest, names)]),
    ...gainsBlocks(backtest, names),
    ...(variants === null ? [] : variantBlocks(variants, names)),
    ...notScored(backtest, names),
    ...notes(backtest, names),
  ];
  return blocks.filter((block) => block !== false);
};
