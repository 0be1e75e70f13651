import { firstOf, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Firebreak, FirebreakStep, Measure } from './firebreak-schema.ts';

const measureText = (measure: Measure, names: Names): string => {
  switch (measure.kind) {
    case 'cash':
      return names.say('cut.cash-to', {
        usd: names.money(measure.usd),
        firm: names.firm(measure.firm),
      });
    case 'shrink':
      return names.say('cut.shrunk', {
        deal: names.deal(measure.deal),
        share: percent(measure.share),
      });
    default:
      return names.deal(measure.deal);
  }
};

const stepsTable = (
  steps: readonly FirebreakStep[],
  header: string,
  lossUsd: number,
  names: Names,
): Block => ({
  kind: 'table',
  columns: [
    { header, align: 'left', shrinks: true },
    { header: names.say('cut.saves'), align: 'right' },
    { header: names.say('cut.left'), align: 'right' },
    { header: names.say('cut.share'), align: 'right' },
  ],
  rows: steps.map(({ measure, savedUsd, lossUsd: left }) => [
    measureText(measure, names),
    names.column(savedUsd),
    names.column(left),
    lossUsd > 0 ? ((100 * left) / lossUsd).toFixed(1) : '–',
  ]),
});

/** The measures that save most, alone and together. */
export const cutReport = (document: Firebreak, names: Names, top: number): readonly Block[] => {
  const { objective, lossUsd, single, plan, receipt } = document;
  const kind = single[0]?.measure.kind ?? 'cut';
  const harm = single.filter(({ savedUsd }) => savedUsd < -0.001 * lossUsd);
  const together: Block[] =
    plan.steps.length > 1
      ? [
          paragraph(
            [
              names.count(
                plan.method === 'exact' ? 'cut.together.exact' : 'cut.together.greedy',
                plan.steps.length,
                {
                  usd: names.money(plan.savedUsd),
                },
              ),
              ...(plan.gainsThatGrew > 0 ? [names.count('cut.grew', plan.gainsThatGrew)] : []),
            ].join(names.say('sentence.gap')),
          ),
          stepsTable(plan.steps, names.say('cut.on-top'), lossUsd, names),
        ]
      : [];
  return [
    paragraph(
      names.say('cut.about', {
        whose:
          objective === 'gross-loss'
            ? names.say('cut.all-lose', { usd: names.money(lossUsd) })
            : names.say('cut.firm-loses', {
                firm: names.firm(objective),
                usd: names.money(lossUsd),
              }),
        scenario: receipt.scenario.name,
        day: receipt.network.asOf,
        measures: names.count('cut.measures', single.length),
      }),
    ),
    stepsTable(firstOf(single, top), names.say(`cut.by.${kind}`), lossUsd, names),
    ...(harm.length > 0
      ? [
          paragraph(
            names.count('cut.harm', harm.length, {
              usd: names.money(-harm.at(-1)!.savedUsd),
            }),
          ),
        ]
      : []),
    ...together,
    paragraph(names.say('cut.meaning')),
  ];
};
