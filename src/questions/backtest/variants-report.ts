import { type Block, paragraph } from '../../tell/report.ts';
import type { Language } from '../../tell/words/languages.ts';
import type { BacktestVariants } from './backtest-schema.ts';
import { correlation } from './figures.ts';

/** What was tried to make the cascade better, and what came of it. */
export const variantBlocks = (
  { defaults, tried, bestVariant, parameters }: BacktestVariants,
  lang: Language,
): readonly Block[] => [
  paragraph(
    `Tried to make the cascade better, on the events that are not confounded: early ones (which may choose) and later ones (which only judge). As it is: early ${correlation(defaults.early)}, later ${correlation(defaults.later)}.`,
  ),
  {
    kind: 'table',
    columns: [
      { header: 'Variant', align: 'left' },
      { header: 'Early', align: 'right' },
      { header: 'Gain', align: 'right' },
      { header: '5% to 95%', align: 'right' },
      { header: 'Later', align: 'right' },
      { header: 'Verdict', align: 'left' },
    ],
    rows: tried.map(({ id, early, later, gain, interval, verdict }) => [
      id,
      correlation(early),
      correlation(gain),
      interval.map(correlation).join(' '),
      correlation(later),
      verdict,
    ]),
  },
  ...tried.map(({ id, says, verdict, why }) =>
    paragraph(
      `${verdict === 'kept' ? 'Tried and kept' : 'Tried and dropped'}: ${id}: ${says[lang]}; ${why[lang]}.`,
    ),
  ),
  paragraph(
    `Choosing the best of these on all early events but the one that is scored gets ${correlation(bestVariant.leaveOneOut)} (all early events would choose ${bestVariant.chosen}: ${correlation(bestVariant.later)} later).`,
  ),
  paragraph(
    `Parameters: the best of ${parameters.table.length} settings on all early events but the one that is scored gets ${correlation(parameters.leaveOneOut)}, the defaults ${correlation(defaults.early)}. All early events would choose ${parameters.chosen}: ${correlation(parameters.later)} later, the defaults ${correlation(defaults.later)}. ${parameters.verdict === 'propose' ? 'That is a clear gain.' : 'No clear gain: the defaults stand.'}`,
  ),
];
