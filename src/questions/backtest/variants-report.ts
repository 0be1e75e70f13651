import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { inLanguage } from '../../tell/words/languages.ts';
import type { BacktestVariants } from './backtest-schema.ts';
import { correlation } from './figures.ts';

/** What was tried to make the cascade better, and what came of it. */
export const variantBlocks = (
  { defaults, tried, bestVariant, parameters }: BacktestVariants,
  names: Names,
): readonly Block[] => [
  paragraph(
    names.say('backtest.tried', {
      early: correlation(defaults.early),
      later: correlation(defaults.later),
    }),
  ),
  {
    kind: 'table',
    columns: [
      { header: names.say('backtest.variant'), align: 'left' },
      { header: names.say('backtest.early-head'), align: 'right' },
      { header: names.say('backtest.gain'), align: 'right' },
      { header: names.say('backtest.interval-head'), align: 'right' },
      { header: names.say('backtest.later-head'), align: 'right' },
      { header: names.say('backtest.verdict'), align: 'left' },
    ],
    rows: tried.map(({ id, early, later, gain, interval, verdict }) => [
      id,
      correlation(early),
      correlation(gain),
      interval.map(correlation).join(' '),
      correlation(later),
      names.say(`backtest.verdict.${verdict}`),
    ]),
  },
  ...tried.map(({ id, says, verdict, why }) =>
    paragraph(
      names.say(`backtest.tried.${verdict}`, {
        variant: id,
        says: inLanguage(names.language, says),
        why: inLanguage(names.language, why),
      }),
    ),
  ),
  paragraph(
    names.say('backtest.best-variant', {
      score: correlation(bestVariant.leaveOneOut),
      chosen: bestVariant.chosen,
      later: correlation(bestVariant.later),
    }),
  ),
  paragraph(
    [
      names.say('backtest.parameters', {
        settings: parameters.table.length,
        score: correlation(parameters.leaveOneOut),
        defaults: correlation(defaults.early),
        chosen: parameters.chosen,
        later: correlation(parameters.later),
        defaultsLater: correlation(defaults.later),
      }),
      names.say(`backtest.parameters.${parameters.verdict}`),
    ].join(names.say('sentence.gap')),
  ),
];
