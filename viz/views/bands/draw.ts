import type { Uncertainty } from '../../../src/questions/uncertain/uncertainty-schema.ts';
import type { Draw } from '../chart.ts';

export interface FanWords {
  readonly round: string;
  readonly unit: string;
  readonly perUnit: number;
  readonly band90: string;
  readonly band50: string;
  readonly median: string;
  readonly point: string;
}

/** The loss up to each round: bands of the draws, their middle, and the run of the records. */
export const drawFan =
  ({ rounds }: Uncertainty, words: FanWords): Draw =>
  (plot, width) => {
    const rows = [{ round: 0, lossUsd: null }, ...rounds].map(({ round, lossUsd }) => {
      const [p05 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0] = (lossUsd?.quantiles ?? []).map(
        (usd) => usd / words.perUnit,
      );
      return { round, p05, p25, p50, p75, p95, point: (lossUsd?.point ?? 0) / words.perUnit };
    });
    const last = rows.at(-1)!;
    const edge = (y: string) =>
      plot.lineY(rows, { x: 'round', y, stroke: 'var(--fire-text)', strokeOpacity: 0.7 });
    const label = (y: 'p50' | 'p75' | 'p95' | 'point', text: string, dy = 0) =>
      plot.text([last], {
        x: 'round',
        y,
        text: () => text,
        dx: 6,
        dy,
        textAnchor: 'start',
        fill: 'var(--text)',
      });
    const narrow = width < 560;
    return plot.plot({
      width,
      height: 300,
      marginLeft: 56,
      marginRight: narrow ? 16 : 120,
      marginBottom: 40,
      style: { fontSize: '12px' },
      x: { label: words.round, ticks: rows.length, labelAnchor: 'center', labelArrow: 'none' },
      y: { label: words.unit, grid: true, zero: true },
      marks: [
        plot.areaY(rows, {
          x: 'round',
          y1: 'p05',
          y2: 'p95',
          fill: 'var(--fire-2)',
          fillOpacity: 0.14,
        }),
        plot.areaY(rows, {
          x: 'round',
          y1: 'p25',
          y2: 'p75',
          fill: 'var(--fire-2)',
          fillOpacity: 0.26,
        }),
        ...['p05', 'p25', 'p75', 'p95'].map(edge),
        plot.lineY(rows, {
          x: 'round',
          y: 'p50',
          stroke: 'var(--text)',
          strokeWidth: 2,
        }),
        plot.lineY(rows, {
          x: 'round',
          y: 'point',
          stroke: 'var(--text)',
          strokeWidth: 2,
          strokeDasharray: '5 4',
        }),
        ...(narrow
          ? []
          : [
              label('p95', words.band90),
              label('p75', words.band50),
              label('p50', words.median),
              label('point', words.point, last.point < last.p50 ? 4 : -4),
            ]),
        plot.ruleY([0], { stroke: 'var(--text-3)' }),
      ],
    });
  };
