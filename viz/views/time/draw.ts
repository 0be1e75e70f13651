import type { PathRun } from '../../../src/questions/path/path-schema.ts';
import type { Draw } from '../chart.ts';
import type { Kink } from './kinks.ts';

const date = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** What marks and axes say, and what a click on a day does. */
export interface TimelineWords {
  readonly loss: string;
  readonly money: (usd: number) => string;
  readonly titleOf: (kink: Kink) => string;
  readonly open: (day: string) => void;
}

/** The same shock on day after day: a step where a record changed, a dot where it moved the loss. */
export const drawTimeline =
  (points: readonly Kink[], kinks: readonly Kink[], now: string, words: TimelineWords): Draw =>
  (plot, width) => {
    const rows = points.map((point) => ({ ...point, date: date(point.day) }));
    const dots = kinks.map((kink) => ({ ...kink, date: date(kink.day) }));
    const chart = plot.plot({
      width,
      height: 280,
      marginLeft: 60,
      style: { fontSize: '12px' },
      x: { type: 'utc', label: null },
      y: {
        label: words.loss,
        grid: true,
        nice: true,
        zero: true,
        tickFormat: (usd: number) => words.money(usd),
        ticks: 5,
      },
      marks: [
        plot.areaY(rows, {
          x: 'date',
          y: 'grossLossUsd',
          curve: 'step-after',
          fill: 'var(--fire-2)',
          fillOpacity: 0.18,
        }),
        plot.lineY(rows, {
          x: 'date',
          y: 'grossLossUsd',
          curve: 'step-after',
          stroke: 'var(--fire-text)',
          strokeWidth: 2,
        }),
        plot.ruleX([date(now)], { stroke: 'var(--focus)', strokeDasharray: '4 3' }),
        plot.ruleY([0], { stroke: 'var(--text-3)' }),
        plot.dot(dots, {
          x: 'date',
          y: 'grossLossUsd',
          r: 5,
          fill: 'var(--surface)',
          stroke: 'var(--fire-text)',
          strokeWidth: 2,
          title: words.titleOf,
          className: 'kinks',
        }),
      ],
    });
    chart.querySelectorAll('[aria-label="dot"] circle').forEach((circle, at) => {
      const kink = dots[at];
      if (kink === undefined) return;
      circle.setAttribute('data-day', kink.day);
      circle.addEventListener('click', () => words.open(kink.day));
    });
    return chart;
  };

export interface PathWords {
  readonly money: (usd: number) => string;
  readonly loss: string;
  readonly gap: string;
  readonly notRaised: string;
}

/** Year by year: loss so far, and the gap with the part of it that was not raised. */
export const drawPath =
  ({ years }: PathRun, words: PathWords): Draw =>
  (plot, width) => {
    const rows = years.flatMap(({ year, grossLossUsd, gapUsd, notRaisedUsd }) => [
      { year: String(year), what: words.loss, usd: grossLossUsd, part: 'loss' },
      { year: String(year), what: words.gap, usd: gapUsd, part: 'gap' },
      { year: String(year), what: words.gap, usd: notRaisedUsd, part: 'missing' },
    ]);
    const whole = rows.filter(({ part }) => part !== 'missing');
    const fill = { loss: 'var(--fire-2)', gap: 'var(--raised)', missing: 'var(--fire-2)' };
    return plot.plot({
      width,
      height: 260,
      marginLeft: 60,
      marginTop: 30,
      style: { fontSize: '12px' },
      fx: { label: null, domain: [words.loss, words.gap] },
      x: { label: null, type: 'band', tickSize: 0 },
      y: {
        label: null,
        grid: true,
        nice: true,
        ticks: 5,
        tickFormat: (usd: number) => words.money(usd),
      },
      marks: [
        plot.barY(whole, {
          fx: 'what',
          x: 'year',
          y: 'usd',
          fill: ({ part }: { part: keyof typeof fill }) => fill[part],
          stroke: 'var(--control-border)',
        }),
        plot.barY(
          rows.filter(({ part }) => part === 'missing'),
          {
            fx: 'what',
            x: 'year',
            y: 'usd',
            fill: fill.missing,
            title: ({ usd }: { usd: number }) => `${words.notRaised}: ${words.money(usd)}`,
          },
        ),
        plot.text(whole, {
          fx: 'what',
          x: 'year',
          y: 'usd',
          text: ({ usd }: { usd: number }) => words.money(usd),
          dy: -8,
          fill: 'var(--text)',
          fontSize: width < 600 ? 9 : 12,
        }),
        plot.ruleY([0], { stroke: 'var(--text-3)' }),
      ],
    });
  };
