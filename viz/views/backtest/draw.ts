import type { BacktestEvent } from '../../../src/questions/backtest/backtest-schema.ts';
import type { Draw } from '../chart.ts';

export interface EventWords {
  readonly nameOf: (id: string) => string;
  readonly predicted: string;
  readonly actual: string;
  readonly own: string;
}

/** Every firm of one event: what a predictor said against what the share did. */
export const drawEvent =
  ({ firms }: BacktestEvent, predictor: string, words: EventWords): Draw =>
  (plot, width) => {
    const dots = firms.flatMap(({ id, excessPercent, ownNews, predicted }) => {
      const said = predicted[predictor] ?? null;
      if (said === null) return [];
      return [{ firm: words.nameOf(id), said, excessPercent, ownNews }];
    });
    return plot.plot({
      width,
      height: 320,
      marginLeft: 50,
      marginBottom: 42,
      marginRight: 60,
      style: { fontSize: '12px' },
      x: {
        label: words.predicted,
        labelAnchor: 'center',
        labelArrow: 'none',
        grid: true,
        nice: true,
      },
      y: { label: words.actual, grid: true, nice: true },
      marks: [
        plot.ruleX([0], { stroke: 'var(--text-3)' }),
        plot.ruleY([0], { stroke: 'var(--text-3)' }),
        plot.dot(dots, {
          x: 'said',
          y: 'excessPercent',
          r: 4.5,
          symbol: ({ ownNews }: (typeof dots)[number]) => (ownNews ? 'times' : 'circle'),
          stroke: 'var(--text)',
          fill: ({ ownNews }: (typeof dots)[number]) => (ownNews ? 'none' : 'var(--focus)'),
          title: ({ firm, excessPercent, ownNews }: (typeof dots)[number]) =>
            `${firm}: ${excessPercent.toFixed(1)} %${ownNews ? ` (${words.own})` : ''}`,
        }),
        plot.text(dots, {
          x: 'said',
          y: 'excessPercent',
          text: 'firm',
          dx: 7,
          textAnchor: 'start',
          fill: 'var(--text-2)',
          fontSize: 11,
        }),
      ],
    });
  };
