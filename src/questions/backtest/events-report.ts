import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';
import type { Language } from '../../tell/words/languages.ts';
import type { Backtest, BacktestEvent } from './backtest-schema.ts';
import { chance, correlation, move, predicted } from './figures.ts';

/** Predictors that fit side by side in 80 columns. */
const ABREAST = 6;

const inLines = (id: string): string => id.replaceAll('-', '\n');

const scored = ({ events }: Backtest): readonly BacktestEvent[] =>
  events.filter(({ notScored }) => notScored === null);

/** One row per event, one column per predictor: the rank correlation over the other firms. */
export const eventTables = (backtest: Backtest): readonly Block[] => {
  const { predictors, scores } = backtest;
  const scoreOf = (event: string, predictor: string) =>
    scores.find(
      (one) =>
        one.event === event &&
        one.predictor === predictor &&
        one.set === 'others' &&
        one.target === 'excess',
    )!;
  const blocks = Array.from({ length: Math.ceil(predictors.length / ABREAST) }, (_, at) =>
    predictors.slice(at * ABREAST, (at + 1) * ABREAST),
  );
  const tables = blocks.map(
    (shown): Block => ({
      kind: 'table',
      columns: [
        { header: 'Event', align: 'left', shrinks: true },
        { header: 'Grade', align: 'left', shrinks: true },
        { header: 'n', align: 'right' },
        ...shown.map(({ id }): Column => ({ header: inLines(id), align: 'right' })),
      ],
      rows: scored(backtest).map(({ id, grade }) => [
        id,
        grade,
        String(scoreOf(id, shown[0]!.id).firms),
        ...shown.map((predictor) => correlation(scoreOf(id, predictor.id).spearman)),
      ]),
    }),
  );
  return [paragraph('Rho event by event (n: firms without news of their own):'), ...tables];
};

const shockWords = ({ shocks }: BacktestEvent): string => {
  const words = shocks.map((shock) => {
    const what = 'deal' in shock ? shock.deal : 'firm' in shock ? shock.firm : shock.layer;
    return `${what}:${shock.kind}=-${Math.round(shock.size * 100)}%`;
  });
  const shown = words.slice(0, 4).join(', ');
  return words.length > 4 ? `${shown} and ${words.length - 4} more` : shown;
};

/** One event, firm by firm. */
const firmTable = (event: BacktestEvent, backtest: Backtest, names: Names): Block => {
  const model = backtest.predictors.find(({ kind }) => kind === 'model')!.id;
  const shown = [model, 'direct-exposure'];
  return {
    kind: 'table',
    columns: [
      { header: 'Firm', align: 'left', shrinks: true },
      { header: 'Move\n%', align: 'right' },
      { header: 'Slope', align: 'right' },
      { header: 'Excess\n%', align: 'right' },
      ...shown.map((id): Column => ({ header: inLines(id), align: 'right' })),
    ],
    rows: event.firms
      .toSorted((a, b) => a.excessPercent - b.excessPercent)
      .map((firm) => [
        `${names.firm(firm.id)}${firm.ownNews ? ' (own news)' : ''}${firm.looksAhead ? ' *' : ''}`,
        move(firm.movePercent),
        firm.slope.toFixed(2),
        move(firm.excessPercent),
        ...shown.map((id) => predicted(firm.predicted[id] ?? null)),
      ]),
  };
};

/** One event, predictor by predictor. */
const scoreTable = ({ id }: BacktestEvent, { predictors, scores }: Backtest): Block => {
  const of = (predictor: string, set: 'others' | 'all') =>
    scores.find(
      (one) =>
        one.event === id &&
        one.predictor === predictor &&
        one.set === set &&
        one.target === 'excess',
    )!;
  return {
    kind: 'table',
    columns: [
      { header: 'Predictor\n(b: baseline)', align: 'left' },
      ...['Rho', 'p', 'Tau', 'Signs', 'Rho, all\nfirms'].map(
        (header): Column => ({ header, align: 'right' }),
      ),
    ],
    rows: predictors.map(({ id: predictor, kind }) => {
      const { spearman, pValue, kendall, hits, calls } = of(predictor, 'others');
      return [
        `${predictor}${kind === 'baseline' ? ' b' : ''}`,
        correlation(spearman),
        chance(pValue),
        correlation(kendall),
        calls === 0 ? '–' : `${hits}/${calls}`,
        correlation(of(predictor, 'all').spearman),
      ];
    }),
  };
};

const LEFT_OUT = {
  'not-in-web': 'not in the web',
  'value-unknown': 'of unknown value',
  'no-slope': 'without a move on any other event',
} as const;

/** Events one by one: the news, the shock that it was, moves against predictions. */
export const eventBlocks = (backtest: Backtest, names: Names, lang: Language): readonly Block[] =>
  scored(backtest).flatMap((event): Block[] => {
    const rule = backtest.rules.find(
      ({ kind, direction }) => kind === event.kind && direction === event.direction,
    )!;
    const left = event.leftOut.map(({ firm, why }) => `${names.firm(firm)} (${LEFT_OUT[why]})`);
    const blocks: (Block | false)[] = [
      paragraph(
        `${event.on}, ${event.grade}: ${event.title[lang]}. The web of ${event.asOf}; ${rule.says[lang]}: ${shockWords(event)}.`,
      ),
      firmTable(event, backtest, names),
      left.length > 0 && paragraph(`Not scored: ${left.join(', ')}.`),
      scoreTable(event, backtest),
    ];
    return blocks.filter((block) => block !== false);
  });
