import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';
import { inLanguage } from '../../tell/words/languages.ts';
import type { Backtest, BacktestEvent } from './backtest-schema.ts';
import { chance, correlation, move, predicted } from './figures.ts';

/** Predictors that fit side by side in 80 columns. */
const ABREAST = 6;

const inLines = (id: string): string => id.replaceAll('-', '\n');

const scored = ({ events }: Backtest): readonly BacktestEvent[] =>
  events.filter(({ notScored }) => notScored === null);

/** One row per event, one column per predictor: the rank correlation over the other firms. */
export const eventTables = (backtest: Backtest, names: Names): readonly Block[] => {
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
        { header: names.say('backtest.event'), align: 'left', shrinks: true },
        { header: names.say('backtest.grade'), align: 'left', shrinks: true },
        { header: names.say('backtest.n'), align: 'right' },
        ...shown.map(({ id }): Column => ({ header: inLines(id), align: 'right' })),
      ],
      rows: scored(backtest).map(({ id, grade }) => [
        id,
        names.say(`backtest.grade.${grade}`),
        String(scoreOf(id, shown[0]!.id).firms),
        ...shown.map((predictor) => correlation(scoreOf(id, predictor.id).spearman)),
      ]),
    }),
  );
  return [paragraph(names.say('backtest.by-event')), ...tables];
};

const shockWords = ({ shocks }: BacktestEvent, names: Names): string => {
  const words = shocks.map((shock) => {
    const what = 'deal' in shock ? shock.deal : 'firm' in shock ? shock.firm : shock.layer;
    return `${what}:${shock.kind}=-${Math.round(shock.size * 100)}%`;
  });
  const shown = words.slice(0, 4).join(', ');
  return words.length > 4
    ? names.say('backtest.more-shocks', { shown, count: words.length - 4 })
    : shown;
};

/** One event, firm by firm. */
const firmTable = (event: BacktestEvent, backtest: Backtest, names: Names): Block => {
  const model = backtest.predictors.find(({ kind }) => kind === 'model')!.id;
  const shown = [model, 'direct-exposure'];
  return {
    kind: 'table',
    columns: [
      { header: names.say('backtest.firm'), align: 'left', shrinks: true },
      { header: names.say('backtest.move'), align: 'right' },
      { header: names.say('backtest.slope'), align: 'right' },
      { header: names.say('backtest.excess'), align: 'right' },
      ...shown.map((id): Column => ({ header: inLines(id), align: 'right' })),
    ],
    rows: event.firms
      .toSorted((a, b) => a.excessPercent - b.excessPercent)
      .map((firm) => [
        `${names.firm(firm.id)}${firm.ownNews ? names.say('backtest.own-news') : ''}${firm.looksAhead ? ' *' : ''}`,
        move(firm.movePercent),
        firm.slope.toFixed(2),
        move(firm.excessPercent),
        ...shown.map((id) => predicted(firm.predicted[id] ?? null)),
      ]),
  };
};

/** One event, predictor by predictor. */
const scoreTable = (
  { id }: BacktestEvent,
  { predictors, scores }: Backtest,
  names: Names,
): Block => {
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
      { header: names.say('backtest.predictor'), align: 'left' },
      ...(['rho', 'p', 'tau', 'signs', 'rho-all'] as const).map(
        (key): Column => ({ header: names.say(`backtest.head.${key}`), align: 'right' }),
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

/** Events one by one: the news, the shock that it was, moves against predictions. */
export const eventBlocks = (backtest: Backtest, names: Names): readonly Block[] =>
  scored(backtest).flatMap((event): Block[] => {
    const rule = backtest.rules.find(
      ({ kind, direction }) => kind === event.kind && direction === event.direction,
    )!;
    const left = event.leftOut.map(({ firm, why }) =>
      names.say('backtest.left-out', {
        firm: names.firm(firm),
        why: names.say(`backtest.left-out.${why}`),
      }),
    );
    const blocks: (Block | false)[] = [
      paragraph(
        names.say('backtest.event-about', {
          day: event.on,
          grade: names.say(`backtest.grade.${event.grade}`),
          title: inLanguage(names.language, event.title),
          asOf: event.asOf!,
          rule: inLanguage(names.language, rule.says),
          shocks: shockWords(event, names),
        }),
      ),
      firmTable(event, backtest, names),
      left.length > 0 &&
        paragraph(
          names.say('backtest.firms-left-out', { firms: left.join(names.say('report.comma')) }),
        ),
      scoreTable(event, backtest, names),
    ];
    return blocks.filter((block) => block !== false);
  });
