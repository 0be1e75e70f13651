import type { Bar } from '../../../src/questions/sensitivity/sensitivity-schema.ts';
import type { Draw } from '../chart.ts';

export interface TornadoWords {
  readonly unit: string;
  readonly perUnit: number;
  readonly nameOf: (bar: Bar) => string;
  readonly valueOf: (value: number | string) => string;
  readonly pick: (bar: Bar, end: 'low' | 'high') => void;
}

interface Half {
  readonly bar: Bar;
  readonly end: 'low' | 'high';
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Room for a label, in letters; a Chinese character takes that of two. */
const [WIDE, NARROW] = [42, 19];

const roomOf = (letter: string): number => (letter > '\u2e7f' ? 2 : 1);

const short = (text: string, room: number): string => {
  let [taken, kept] = [0, ''];
  for (const letter of text) {
    taken += roomOf(letter);
    if (taken > room) return `${kept}…`;
    kept += letter;
  }
  return text;
};

/** Bars to both sides of the total; hatched by pattern of end so that colour is not needed. */
export const drawTornado =
  (bars: readonly Bar[], totalUsd: number, words: TornadoWords): Draw =>
  (plot, width) => {
    const total = totalUsd / words.perUnit;
    const narrow = width < 600;
    const labelOf = (bar: Bar): string => short(words.nameOf(bar), WIDE);
    const halves = bars.flatMap((bar): Half[] =>
      (['low', 'high'] as const).flatMap((end) => {
        const { totalUsd: usd, value } = bar[end];
        if (usd === null || usd === totalUsd) return [];
        return [
          {
            bar,
            end,
            name: labelOf(bar),
            from: total,
            to: usd / words.perUnit,
            text: words.valueOf(value),
          },
        ];
      }),
    );
    const drawing = plot.plot({
      width,
      height: 50 + 26 * bars.length,
      marginLeft: narrow ? 130 : 290,
      marginRight: narrow ? 16 : 60,
      style: { fontSize: '12px', cursor: 'pointer' },
      x: { label: words.unit, grid: true, nice: true },
      y: {
        label: null,
        domain: bars.map(labelOf),
        tickSize: 0,
        ...(narrow ? { tickFormat: (name: string) => short(name, NARROW) } : {}),
      },
      marks: [
        plot.barX(halves, {
          x1: 'from',
          x2: 'to',
          y: 'name',
          fill: ({ end }: Half) => (end === 'low' ? 'var(--control-border)' : 'var(--focus)'),
          insetTop: 4,
          insetBottom: 4,
          title: ({ text, name }: Half) => `${name}: ${text}`,
        }),
        ...(narrow
          ? []
          : [
              plot.text(
                halves.filter(({ from, to }) => to < from),
                {
                  x: 'to',
                  y: 'name',
                  text: 'text',
                  textAnchor: 'end',
                  dx: -4,
                  fill: 'var(--text-2)',
                },
              ),
              plot.text(
                halves.filter(({ from, to }) => to >= from),
                {
                  x: 'to',
                  y: 'name',
                  text: 'text',
                  textAnchor: 'start',
                  dx: 4,
                  fill: 'var(--text-2)',
                },
              ),
            ]),
        plot.ruleX([total], { stroke: 'var(--text)' }),
      ],
    });
    const rects = drawing.querySelectorAll('[aria-label="bar"] rect');
    rects.forEach((rect, at) => {
      const half = halves[at];
      if (half) rect.addEventListener('click', () => words.pick(half.bar, half.end));
    });
    return drawing;
  };
