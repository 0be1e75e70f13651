import { firstOf } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { BookSupplier, OrderBook } from './order-book.ts';

const UNKNOWN = '?';
const known = (value: number | null, write: (value: number) => string): string =>
  value === null ? UNKNOWN : write(value);
const times = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

const right = (header: string) => ({ header, align: 'right' }) as const;
const firmColumn = ({ say }: Names) =>
  ({ header: say('book.firm'), align: 'left', shrinks: true }) as const;

type SupplierYear = BookSupplier['years'][number];

/** Gigawatts, with the range that disputed prices per gigawatt leave open. */
const gigawatts = ({ orderedGw }: SupplierYear): string => {
  if (orderedGw === null) return UNKNOWN;
  const { low, central, high } = orderedGw;
  const text = central.toFixed(1);
  return high - low < 0.05 ? text : `${text} (${low.toFixed(1)}-${high.toFixed(1)})`;
};

const capacityText = ({ capacity }: SupplierYear): string =>
  capacity === null
    ? UNKNOWN
    : `${capacity.gw.toFixed(1)}${capacity.basis === 'held-flat' ? ' *' : ''}`;

/** Makers of accelerators by year: those of whom capacity is known in any year. */
const makersTable = (makers: readonly BookSupplier[], names: Names): Block => ({
  kind: 'table',
  columns: [
    firmColumn(names),
    right(names.say('book.year')),
    right(names.say('book.ordered')),
    right(names.say('book.ordered-gw')),
    right(names.say('book.accelerators')),
    right(names.say('book.can-make')),
    right(names.say('book.over-capacity')),
  ],
  rows: makers.flatMap(({ id, years }) =>
    years.map((entry, index) => [
      index === 0 ? names.firm(id) : '',
      String(entry.year),
      known(entry.orderedUsd, names.column),
      gigawatts(entry),
      known(entry.acceleratorsOrdered, (number) => (number / 1e6).toFixed(2)),
      capacityText(entry),
      known(entry.gwOverCapacity, times),
    ]),
  ),
});

/** Gigawatts that come on line in the window, central; null where none are stated or implied. */
const gigawattsInWindow = ({ years }: BookSupplier): number | null => {
  const stated = years.flatMap(({ orderedGw }) => (orderedGw === null ? [] : [orderedGw.central]));
  return stated.length === 0 ? null : stated.reduce((total, gw) => total + gw, 0);
};

const suppliersTable = (book: OrderBook, names: Names, top: number): Block => ({
  kind: 'table',
  columns: [
    firmColumn(names),
    right(names.say('book.ordered-year')),
    right(names.say('book.revenue')),
    right(names.say('book.over-revenue')),
    right(names.say('book.gw-window')),
    right(names.say('book.unpriced')),
  ],
  rows: firstOf(book.suppliers, top).map((supplier) => [
    names.firm(supplier.id),
    names.column(supplier.orderedPerYearUsd),
    known(supplier.revenueUsd, names.column),
    known(supplier.orderedOverRevenue, times),
    known(gigawattsInWindow(supplier), (gw) => gw.toFixed(1)),
    String(supplier.ordersWithoutDollars),
  ]),
});

const customersTable = (book: OrderBook, names: Names, top: number): Block => ({
  kind: 'table',
  columns: [
    firmColumn(names),
    right(names.say('book.ordered-year')),
    right(names.say('book.revenue')),
    right(names.say('book.cash')),
    right(names.say('book.raised')),
    right(names.say('book.promised')),
    right(names.say('book.over-revenue')),
    right(names.say('book.over-means')),
  ],
  rows: firstOf(book.customers, top).map((customer) => [
    names.firm(customer.id),
    names.column(customer.orderedPerYearUsd),
    known(customer.revenueUsd, names.column),
    known(customer.cashUsd, names.column),
    names.column(customer.raisedUsd),
    names.column(customer.promisedInUsd),
    known(customer.orderedOverRevenue, times),
    known(customer.orderedOverMeans, times),
  ]),
});

const spendingText = ({ capitalSpending }: OrderBook, names: Names): Block[] => {
  if (capitalSpending.length === 0) return [];
  const years = capitalSpending.map(({ year, lowUsd, highUsd }) =>
    lowUsd === highUsd
      ? names.say('book.spent', { year, usd: names.money(lowUsd) })
      : names.say('book.spent-between', {
          year,
          low: names.money(lowUsd),
          high: names.money(highUsd),
        }),
  );
  return [
    paragraph(names.say('book.spending', { years: years.join(names.say('book.years-join')) })),
  ];
};

const gw = (amount: number): string => amount.toFixed(1);

const powerTable = ({ power }: OrderBook, names: Names): Block[] => {
  if (power.contracts.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: names.say('book.year'), align: 'left' },
        { header: names.say('book.power'), align: 'right' },
        { header: names.say('book.to-run'), align: 'right' },
        { header: names.say('book.range'), align: 'right' },
      ],
      rows: power.years.map(({ year, contractedGw, acceleratorsGw }) => [
        String(year),
        gw(contractedGw),
        acceleratorsGw === null ? '?' : gw(acceleratorsGw.central),
        acceleratorsGw === null
          ? '?'
          : names.say('report.range', {
              low: gw(acceleratorsGw.low),
              high: gw(acceleratorsGw.high),
            }),
      ]),
    },
    paragraph(names.count('book.contracts', power.contracts.length)),
  ];
};

const disputedText = ({ disputed }: OrderBook, names: Names): Block[] => {
  const doubtful = disputed.filter(({ confidence }) => confidence === 'low');
  return doubtful.map(({ description, value, unit, note }) =>
    paragraph(
      names.say('book.doubtful', {
        what: description,
        value: value.toLocaleString('en-US'),
        unit,
        note: note ?? '',
      }),
    ),
  );
};

/** The order book in words and tables. */
export const bookReport = (book: OrderBook, names: Names, top: number): readonly Block[] => {
  const { window, basis, network } = book.receipt;
  const makers = book.suppliers.filter(({ years }) =>
    years.some(({ capacity }) => capacity !== null),
  );
  const worst = makers
    .flatMap(({ id, years }) => years.map((entry) => ({ id, ...entry })))
    .filter(({ gwOverCapacity }) => gwOverCapacity !== null)
    .sort((a, b) => b.gwOverCapacity! - a.gwOverCapacity!)[0];
  const blocks: Block[] = [
    paragraph(
      [
        names.say('book.about', {
          day: network.asOf,
          first: window[0],
          last: window[1],
          basis: names.say(`book.basis.${basis}`),
          suppliers: names.count('book.suppliers', book.suppliers.length),
          customers: names.count('book.customers', book.customers.length),
        }),
        ...(worst === undefined
          ? []
          : [
              names.say('book.tightest', {
                firm: names.firm(worst.id),
                year: worst.year,
                times: times(worst.gwOverCapacity!),
              }),
            ]),
      ].join(names.say('sentence.gap')),
    ),
  ];
  if (makers.length > 0) {
    blocks.push(makersTable(makers, names), paragraph(names.say('book.floor')));
  }
  return [
    ...blocks,
    suppliersTable(book, names, top),
    customersTable(book, names, top),
    paragraph(names.say('book.means')),
    ...powerTable(book, names),
    ...spendingText(book, names),
    ...disputedText(book, names),
    paragraph(names.say('book.meaning')),
  ];
};
