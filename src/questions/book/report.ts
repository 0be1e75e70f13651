import { count, dollars, firstOf, inBillions } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { BookSupplier, OrderBook } from './order-book.ts';

const UNKNOWN = '?';
const known = (value: number | null, write: (value: number) => string): string =>
  value === null ? UNKNOWN : write(value);
const times = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

const right = (header: string) => ({ header, align: 'right' }) as const;
const firm = { header: 'Firm', align: 'left', shrinks: true } as const;

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
    firm,
    right('Year'),
    right('Ordered\n$bn'),
    right('Ordered\nGW'),
    right('Accelera-\ntors, m'),
    right('Can make\nGW'),
    right('Ordered /\ncan make'),
  ],
  rows: makers.flatMap(({ id, years }) =>
    years.map((entry, index) => [
      index === 0 ? names.firm(id) : '',
      String(entry.year),
      known(entry.orderedUsd, inBillions),
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
    firm,
    right('Ordered\n$bn a year'),
    right('Revenue\n$bn'),
    right('Ordered /\nrevenue'),
    right('GW in\nwindow'),
    right('Orders with-\nout dollars'),
  ],
  rows: firstOf(book.suppliers, top).map((supplier) => [
    names.firm(supplier.id),
    inBillions(supplier.orderedPerYearUsd),
    known(supplier.revenueUsd, inBillions),
    known(supplier.orderedOverRevenue, times),
    known(gigawattsInWindow(supplier), (gw) => gw.toFixed(1)),
    String(supplier.ordersWithoutDollars),
  ]),
});

const customersTable = (book: OrderBook, names: Names, top: number): Block => ({
  kind: 'table',
  columns: [
    firm,
    right('Ordered\n$bn a year'),
    right('Revenue\n$bn'),
    right('Cash\n$bn'),
    right('Raised\n$bn'),
    right('Promised\n$bn'),
    right('Ordered /\nrevenue'),
    right('Ordered /\nmeans'),
  ],
  rows: firstOf(book.customers, top).map((customer) => [
    names.firm(customer.id),
    inBillions(customer.orderedPerYearUsd),
    known(customer.revenueUsd, inBillions),
    known(customer.cashUsd, inBillions),
    inBillions(customer.raisedUsd),
    inBillions(customer.promisedInUsd),
    known(customer.orderedOverRevenue, times),
    known(customer.orderedOverMeans, times),
  ]),
});

const spendingText = ({ capitalSpending }: OrderBook): Block[] => {
  if (capitalSpending.length === 0) return [];
  const years = capitalSpending.map(({ year, lowUsd, highUsd }) =>
    lowUsd === highUsd
      ? `${year}: ${dollars(lowUsd)}`
      : `${year}: ${dollars(lowUsd)} to ${dollars(highUsd)}`,
  );
  return [
    paragraph(
      `Capital spending of Microsoft, Alphabet, Amazon and Meta, as published: ${years.join('; ')}.`,
    ),
  ];
};

const gw = (amount: number): string => amount.toFixed(1);

const powerTable = ({ power }: OrderBook): Block[] => {
  if (power.contracts.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: 'Year', align: 'left' },
        { header: 'Power contracted\nGW', align: 'right' },
        { header: 'Accelerators ordered\nup to then, GW', align: 'right' },
        { header: 'Range\nGW', align: 'right' },
      ],
      rows: power.years.map(({ year, contractedGw, acceleratorsGw }) => [
        String(year),
        gw(contractedGw),
        acceleratorsGw === null ? '?' : gw(acceleratorsGw.central),
        acceleratorsGw === null ? '?' : `${gw(acceleratorsGw.low)} to ${gw(acceleratorsGw.high)}`,
      ]),
    },
    paragraph(
      `Power: ${count(power.contracts.length, 'contract')} with producers of the web. What is bought from a ` +
        'grid or made on site isn’t in the records.',
    ),
  ];
};

const disputedText = ({ disputed }: OrderBook): Block[] => {
  const doubtful = disputed.filter(({ confidence }) => confidence === 'low');
  return doubtful.map(({ description, value, unit, note }) =>
    paragraph(
      `Doubtful and not used: ${description}, ${value.toLocaleString('en-US')} ${unit}. ${note ?? ''}`,
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
      `Orders in the book as of ${network.asOf}, ${window[0]}-${window[1]}, ${basis} orders: ` +
        `${count(book.suppliers.length, 'supplier')}, ${count(book.customers.length, 'customer')}.` +
        (worst === undefined
          ? ''
          : ` Tightest: ${names.firm(worst.id)} in ${worst.year}, ordered ${times(worst.gwOverCapacity!)} ` +
            'times what it can make.'),
    ),
  ];
  if (makers.length > 0) {
    blocks.push(
      makersTable(makers, names),
      paragraph(
        'Orders are those on record; what a maker sells to others is not here, so a ratio below 1 is a ' +
          'floor. * no capacity is published for that year: the last one known is kept.',
      ),
    );
  }
  return [
    ...blocks,
    suppliersTable(book, names, top),
    customersTable(book, names, top),
    paragraph(
      'Means: revenue of the years of the window at the last rate known, cash, and money promised by ' +
        'holders and lenders of the web. Raised: cash that they have put in, or lent, so far. ? is unknown.',
    ),
    ...powerTable(book),
    ...spendingText(book),
    ...disputedText(book),
    paragraph('Not a forecast: what the records say of orders, capacity and money.'),
  ];
};
