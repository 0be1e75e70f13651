import { csvText } from '../../io/csv-text.ts';
import type { OrderBook } from './order-book.ts';

/** One row per supplier or customer and year, full precision; unknown is an empty cell. */
export const bookCsv = ({ suppliers, customers }: OrderBook): string =>
  csvText([
    [
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
      'promisedInUsd',
    ],
    ...suppliers.flatMap(({ id, years }) =>
      years.map(({ year, orderedUsd, orderedGw, acceleratorsOrdered, capacity }) => [
        'supplier',
        id,
        year,
        orderedUsd,
        orderedGw?.central ?? null,
        orderedGw?.low ?? null,
        orderedGw?.high ?? null,
        acceleratorsOrdered,
        capacity?.gw ?? null,
        capacity?.basis ?? null,
        null,
      ]),
    ),
    ...customers.flatMap(({ id, years }) =>
      years.map(({ year, orderedUsd, promisedInUsd }) => [
        'customer',
        id,
        year,
        orderedUsd,
        ...Array.from({ length: 6 }, () => null),
        promisedInUsd,
      ]),
    ),
  ]);
