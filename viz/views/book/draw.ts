import type { BookCustomer, BookSupplier } from '../../../src/questions/book/order-book.ts';
import type { Draw } from '../chart.ts';

export type NameOf = (id: string) => string;

/** A maker's orders over its capacity, year by year. */
export const drawMakers =
  (
    makers: readonly BookSupplier[],
    nameOf: NameOf,
    label: { ordered: string; capacity: string },
  ): Draw =>
  (plot, width) => {
    const rows = makers.flatMap(({ id, years }) =>
      years.map(({ year, orderedGw, capacity }) => ({
        maker: nameOf(id),
        year: String(year),
        gw: capacity?.gw ?? null,
        held: capacity?.basis === 'held-flat',
        ...orderedGw,
      })),
    );
    const known = rows.filter(({ gw }) => gw !== null);
    const ordered = rows.filter(({ central }) => central !== undefined);
    return plot.plot({
      width,
      height: 230,
      marginLeft: 44,
      style: { fontSize: '12px' },
      fx: { label: null, domain: makers.map(({ id }) => nameOf(id)) },
      x: {
        label: null,
        type: 'band',
        tickSize: 0,
        tickFormat: (year: string) => (width < 600 ? year.slice(2) : year),
      },
      y: { label: 'GW', grid: true, nice: true },
      marks: [
        plot.barY(known, {
          fx: 'maker',
          x: 'year',
          y: 'gw',
          fill: ({ held }: { held: boolean }) => (held ? 'var(--raised)' : 'var(--hairline)'),
          stroke: 'var(--control-border)',
          strokeDasharray: '3 2',
          title: ({ gw }: { gw: number }) => `${label.capacity}: ${gw.toFixed(1)} GW`,
        }),
        plot.ruleX(ordered, {
          fx: 'maker',
          x: 'year',
          y1: 'low',
          y2: 'high',
          stroke: 'var(--text)',
          strokeWidth: 1.5,
        }),
        plot.dot(ordered, {
          fx: 'maker',
          x: 'year',
          y: 'central',
          r: 4,
          fill: 'var(--text)',
          title: ({ central }: { central: number }) => `${label.ordered}: ${central.toFixed(1)} GW`,
        }),
        plot.ruleY([0], { stroke: 'var(--text-3)' }),
      ],
    });
  };

/** Customers by orders over means, those with known means, largest ratio first. */
export const drawCustomers =
  (customers: readonly BookCustomer[], nameOf: NameOf): Draw =>
  (plot, width) => {
    const rows = customers.flatMap(({ id, orderedOverMeans }) =>
      orderedOverMeans === null ? [] : [{ firm: nameOf(id), ratio: orderedOverMeans }],
    );
    rows.sort((a, b) => b.ratio - a.ratio);
    const shown = rows.slice(0, 10);
    return plot.plot({
      width,
      height: 34 + 22 * shown.length,
      marginLeft: 110,
      marginRight: 44,
      style: { fontSize: '12px' },
      x: {
        label: null,
        grid: true,
        domain: [0, Math.max(1.1, ...shown.map(({ ratio }) => ratio))],
      },
      y: { label: null, domain: shown.map(({ firm }) => firm), tickSize: 0 },
      marks: [
        plot.barX(shown, {
          x: 'ratio',
          y: 'firm',
          fill: 'var(--control-border)',
          insetTop: 3,
          insetBottom: 3,
        }),
        plot.text(shown, {
          x: 'ratio',
          y: 'firm',
          text: ({ ratio }: { ratio: number }) => `×${ratio.toFixed(2)}`,
          textAnchor: 'start',
          dx: 4,
          fill: 'var(--text)',
        }),
        plot.ruleX([1], { stroke: 'var(--text)', strokeDasharray: '4 3' }),
        plot.ruleX([0], { stroke: 'var(--text-3)' }),
      ],
    });
  };
