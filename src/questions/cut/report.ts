import { count, dollars, firstOf, inBillions, percent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Firebreak, FirebreakStep, Measure } from './firebreak-schema.ts';

const measureText = (measure: Measure, names: Names): string => {
  switch (measure.kind) {
    case 'cash':
      return `${dollars(measure.usd)} to ${names.firm(measure.firm)}`;
    case 'shrink':
      return `${names.deal(measure.deal)} to ${percent(measure.share)}`;
    default:
      return names.deal(measure.deal);
  }
};

const VERBS = { cut: 'Cut', shrink: 'Shrink', backstop: 'Backstop', cash: 'Cash' } as const;

const stepsTable = (
  steps: readonly FirebreakStep[],
  header: string,
  lossUsd: number,
  names: Names,
): Block => ({
  kind: 'table',
  columns: [
    { header, align: 'left', shrinks: true },
    { header: 'Saves\n$bn', align: 'right' },
    { header: 'Loss left\n$bn', align: 'right' },
    { header: 'of it\n%', align: 'right' },
  ],
  rows: steps.map(({ measure, savedUsd, lossUsd: left }) => [
    measureText(measure, names),
    inBillions(savedUsd),
    inBillions(left),
    lossUsd > 0 ? ((100 * left) / lossUsd).toFixed(1) : '–',
  ]),
});

/** The measures that save most, alone and together. */
export const cutReport = (document: Firebreak, names: Names, top: number): readonly Block[] => {
  const { objective, lossUsd, single, plan, receipt } = document;
  const kind = single[0]?.measure.kind ?? 'cut';
  const whose = objective === 'gross-loss' ? 'All firms lose' : `${names.firm(objective)} loses`;
  const harm = single.filter(({ savedUsd }) => savedUsd < -0.001 * lossUsd);
  const together: Block[] =
    plan.steps.length > 1
      ? [
          paragraph(
            `${count(plan.steps.length, 'measure')} together save ${dollars(plan.savedUsd)}` +
              (plan.method === 'exact'
                ? ': no other pair saves more.'
                : ', each the best on top of those before (greedy).') +
              (plan.gainsThatGrew > 0
                ? ` ${count(plan.gainsThatGrew, 'saving')} grew by what others did: another choice may save more.`
                : ''),
          ),
          stepsTable(plan.steps, 'On top of those before', lossUsd, names),
        ]
      : [];
  return [
    paragraph(
      `${whose} ${dollars(lossUsd)} in “${receipt.scenario.name}”, as of ${receipt.network.asOf}. Of ` +
        `${count(single.length, 'measure')}, each alone and before the shock, these save most:`,
    ),
    stepsTable(firstOf(single, top), VERBS[kind], lossUsd, names),
    ...(harm.length > 0
      ? [
          paragraph(
            `${count(harm.length, 'measure')} would make the loss larger, by up to ${dollars(-harm.at(-1)!.savedUsd)}.`,
          ),
        ]
      : []),
    ...together,
    paragraph(
      'What a deal that is gone would have brought its parties, and what a backstop or cash costs who gives it, ' +
        'is not in these dollars. In this scenario, under this model.',
    ),
  ];
};
