import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import type { OrderBook } from './order-book.ts';

const COLUMNS = [
  'role',
  'firm',
  'year',
  'orderedUsd',
  'orderedGw',
  'lowGw',
  'highGw',
  'accelerators',
  'capacityGw',
  'capacityBasis',
  'gwOverCapacity',
  'promisedInUsd',
  'revenueUsd',
  'cashUsd',
  'raisedUsd',
  'orderedOverRevenue',
  'orderedOverMeans',
  'contractedGw',
  'lowUsd',
  'highUsd',
] as const;

const WORDS: ReadonlySet<string> = new Set(['role', 'firm', 'capacityBasis']);

type Cells = Partial<Readonly<Record<(typeof COLUMNS)[number], string | number | null>>>;

const gwCells = (range: { low: number; central: number; high: number } | null): Cells => ({
  orderedGw: range?.central ?? null,
  lowGw: range?.low ?? null,
  highGw: range?.high ?? null,
});

/**
 * One row per supplier or customer and year, one without a year for what is known of it as a whole, one per
 * year of power (gigawatts up to then) and of capital spending; full precision, unknown is an empty cell.
 */
export const bookTable = ({
  suppliers,
  customers,
  power,
  capitalSpending,
  receipt,
}: OrderBook): ReportTable => {
  const rows: readonly Cells[] = [
    ...suppliers.flatMap((firm): Cells[] => [
      {
        role: 'supplier',
        firm: firm.id,
        revenueUsd: firm.revenueUsd,
        orderedOverRevenue: firm.orderedOverRevenue,
      },
      ...firm.years.map((one) => ({
        role: 'supplier',
        firm: firm.id,
        year: one.year,
        orderedUsd: one.orderedUsd,
        ...gwCells(one.orderedGw),
        accelerators: one.acceleratorsOrdered,
        capacityGw: one.capacity?.gw ?? null,
        capacityBasis: one.capacity?.basis ?? null,
        gwOverCapacity: one.gwOverCapacity,
      })),
    ]),
    ...customers.flatMap((firm): Cells[] => [
      {
        role: 'customer',
        firm: firm.id,
        orderedUsd: firm.orderedUsd,
        promisedInUsd: firm.promisedInUsd,
        revenueUsd: firm.revenueUsd,
        cashUsd: firm.cashUsd,
        raisedUsd: firm.raisedUsd,
        orderedOverRevenue: firm.orderedOverRevenue,
        orderedOverMeans: firm.orderedOverMeans,
      },
      ...firm.years.map(({ year, orderedUsd, promisedInUsd }) => ({
        role: 'customer',
        firm: firm.id,
        year,
        orderedUsd,
        promisedInUsd,
      })),
    ]),
    ...power.years.map(({ year, contractedGw, acceleratorsGw }) => ({
      role: 'power',
      year,
      contractedGw,
      ...gwCells(acceleratorsGw),
    })),
    ...capitalSpending.map(({ year, lowUsd, highUsd }) => ({
      role: 'capital-spending',
      year,
      lowUsd,
      highUsd,
    })),
  ];
  return rowsTable(
    Object.fromEntries(COLUMNS.map((name) => [name, WORDS.has(name) ? 'text' : 'number'])),
    rows.map((cells) => COLUMNS.map((column) => cells[column])),
    aboutOf(receipt),
  );
};
