import type { BreakPoints } from '../../../src/questions/breakpoint/breakpoint-schema.ts';
import type { Draw } from '../chart.ts';

export interface CurveWords {
  readonly size: string;
  readonly now: string;
  /** Unit of the vertical axis, and dollars in it. */
  readonly unit: string;
  readonly perUnit: number;
  readonly failure: (firms: readonly string[]) => string;
  /** The reader clicked at a size, 0..1. */
  readonly pick: (size: number) => void;
}

const MARGIN_LEFT = 56;
const MARGIN_RIGHT = 16;

/** The loss curve with its jumps, and where the scenario stands on it. */
export const drawCurve =
  ({ curve, knees, ownSize }: BreakPoints, words: CurveWords): Draw =>
  (plot, width) => {
    const points = curve.map(({ size, grossLossUsd }) => ({
      size: size * 100,
      usd: grossLossUsd / words.perUnit,
    }));
    const own = curve.findLast(({ size }) => size <= ownSize + 1e-9);
    const jumps = knees.filter(({ failed }) => failed.length > 0);
    const drawing = plot.plot({
      width,
      height: 300,
      marginLeft: MARGIN_LEFT,
      marginRight: MARGIN_RIGHT,
      marginBottom: 40,
      style: { fontSize: '12px', cursor: 'crosshair' },
      x: { label: words.size, domain: [0, 100], labelAnchor: 'center', labelArrow: 'none' },
      y: { label: words.unit, grid: true, zero: true },
      marks: [
        plot.ruleX(jumps, {
          x: ({ size }: { size: number }) => size * 100,
          stroke: 'var(--fire-text)',
          strokeDasharray: '4 3',
          title: ({ failed }: { failed: readonly string[] }) => words.failure(failed),
        }),
        plot.line(points, { x: 'size', y: 'usd', stroke: 'var(--text)', strokeWidth: 2 }),
        ...(own === undefined
          ? []
          : [
              plot.ruleX([ownSize * 100], { stroke: 'var(--focus)' }),
              plot.dot([own], {
                x: ownSize * 100,
                y: own.grossLossUsd / words.perUnit,
                r: 5,
                fill: 'var(--focus)',
                title: words.now,
              }),
            ]),
        plot.ruleY([0], { stroke: 'var(--text-3)' }),
      ],
    });
    drawing.addEventListener('click', (event) => {
      const box = drawing.getBoundingClientRect();
      const scale = width / box.width;
      const x = ((event as MouseEvent).clientX - box.left) * scale - MARGIN_LEFT;
      const size = x / (width - MARGIN_LEFT - MARGIN_RIGHT);
      if (size >= 0 && size <= 1) words.pick(Math.round(size * 200) / 200);
    });
    return drawing;
  };
