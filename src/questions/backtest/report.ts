import { inBillions } from '../../tell/figures.ts';
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
const PREDICTOR: Column = { header: 'Predictor\n(b: baseline)', align: 'left' };

const overallTables = (backtest: Backtest): readonly Block[] => {
  const rows = rowsOf(backtest);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [PREDICTOR, ...['Rho', '5% to 95%', 'p', 'Tau', 'Signs', 'Silent'].map(right)],
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
    paragraph('The same rho over other events, over all firms, and on whole moves:'),
    {
      kind: 'table',
      columns: [
        PREDICTOR,
        ...['All\nfirms', 'Whole\nmove', 'Clean\nevents', 'Later\nevents', 'All\nevents'].map(
          right,
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
    paragraph('New deals: market value that the supplier gained per dollar ordered.'),
    {
      kind: 'table',
      columns: [
        { header: 'Day', align: 'left' },
        { header: 'Supplier', align: 'left', shrinks: true },
        { header: 'Ordered\n$bn', align: 'right' },
        { header: 'Sessions', align: 'left' },
        { header: 'Move\n%', align: 'right' },
        { header: 'Gained\n$bn', align: 'right' },
        { header: 'Per dollar\nordered', align: 'right' },
      ],
      rows: shown.flatMap((gain) =>
        gain.gains.map(({ window, percent, usd, perOrderedUsd }) => [
          gain.event.slice(0, 10),
          `${names.firm(gain.supplier)}${gain.looksAhead ? ' *' : ''}`,
          gain.orderedUsd === null
            ? '–'
            : `${inBillions(gain.orderedUsd)}${gain.imputed ? ' i' : ''}`,
          window === 'close' ? '1d' : window,
          move(percent),
          inBillions(usd),
          perOrderedUsd === null ? '–' : perOrderedUsd.toFixed(2),
        ]),
      ),
    },
    paragraph(
      'i: gigawatts times dollars per gigawatt, not a stated sum. *: looks ahead, see below.',
    ),
  ];
};

const notScored = ({ events }: Backtest): readonly Block[] => {
  const left = events.filter(({ notScored: why }) => why !== null);
  const reasons = [...new Set(left.map(({ notScored: why }) => why!))];
  return reasons.map((why) => {
    const ids = left.filter((event) => event.notScored === why).map(({ id }) => id);
    return paragraph(`Not scored (${why}): ${ids.join(', ')}.`);
  });
};

const notes = ({ permutations, seed, margin }: Backtest): readonly Block[] => [
  paragraph(
    `Rho: mean over the events that are not confounded of Spearman’s rank correlation of the prediction with what the firm’s slope on the chip index leaves of its move, over firms without news of their own; each event weighs its firms less one. Its interval draws events with replacement. p: chance of as much when moves are dealt out anew within every event (${permutations} times, seed ${seed}). Firms move together, so true chances are higher. Tau: Kendall’s. Signs: right of those called. Silent: events in which it ranks nobody above anybody, which count as 0. Later: events after those that may choose a parameter.`,
  ),
  paragraph(`A difference under ${margin} in rank correlation is noise.`),
  paragraph(
    '* looks ahead: no value that old is known of the firm; the earliest later one stands in.',
  ),
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
    !complete && paragraph('ENDED EARLY: later events are missing.'),
    ...(firmByFirm
      ? eventBlocks(backtest, names, lang)
      : [...overallTables(backtest), ...eventTables(backtest)]),
    ...gainsBlocks(backtest, names),
    ...(variants === null ? [] : variantBlocks(variants, lang)),
    ...notScored(backtest),
    ...notes(backtest),
  ];
  return blocks.filter((block) => block !== false);
};
