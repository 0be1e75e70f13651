import * as z from 'zod/mini';
import { DataError, DataErrors } from '../../base/errors.ts';
import { found } from '../../base/found.ts';
import { meantHint, nearestIds } from '../../base/nearest.ts';
import { explainIssues } from '../../data/explain-issue.ts';
import { type Column, columnsOf } from '../../data/formats/columns.ts';
import { readTable } from '../../data/formats/csv-table.ts';
import { recordOf } from '../../data/formats/flat-record.ts';
import type { JsonSchema } from '../../data/formats/network-json-schema.ts';
import {
  type EventBook,
  eventSchema,
  type MarketEvent,
  moveSchema,
  outsiderSchema,
} from './event-schema.ts';

/** The tables of a folder of market days, by file name. */
export const EVENT_FILES = ['events.csv', 'moves.csv', 'outside.csv'] as const;

interface Reading<Item> {
  readonly items: readonly Item[];
  readonly problems: readonly DataError[];
  readonly placeOf: (index: number, field: string) => string;
}

const columnsFor = (schema: z.ZodMiniType): Column[] =>
  columnsOf(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);

const readItems = <Item>(
  files: ReadonlyMap<string, string>,
  file: (typeof EVENT_FILES)[number],
  schema: z.ZodMiniType<Item>,
): Reading<Item> => {
  const columns = columnsFor(schema);
  const text = files.get(file);
  if (text === undefined) {
    const facts = { found: 'no such file', expected: 'a table of market days' };
    return { items: [], problems: [new DataError({ where: file, ...facts })], placeOf: () => file };
  }
  const { rows, problems } = readTable(text, { file, columns });
  const placeOf = (index: number, field: string): string =>
    `${file} row ${rows[index]?.line ?? index + 2}, ${field}`;
  const wrong: DataError[] = [];
  const items = rows.flatMap(({ cells }, index): Item[] => {
    const record = recordOf(cells, columns);
    const parsed = schema.safeParse(record);
    if (parsed.success) return [parsed.data];
    const names = columns.map(({ name }) => name);
    for (const { path, ...facts } of explainIssues(parsed.error.issues, record, () => names)) {
      wrong.push(new DataError({ where: placeOf(index, path.join('.')), ...facts }));
    }
    return [];
  });
  return { items, problems: [...problems, ...wrong], placeOf };
};

const twice = <Item>(
  { items, placeOf }: Reading<Item>,
  field: string,
  keyOf: (item: Item) => string,
): DataError[] => {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const facts = { found: `a second row of ${key}`, expected: 'each once' };
    return [new DataError({ where: placeOf(index, field), ...facts })];
  });
};

/** What a row can't say together: an origin where the whole sector moved, or none where a firm did. */
const wrongOrigins = ({ items, placeOf }: Reading<MarketEvent>): DataError[] =>
  items.flatMap(({ origin, kind, grade }, index) => {
    const isSector = kind === 'sector';
    if (isSector !== (grade === 'sector')) {
      const expected = 'the kind "sector" and the grade "sector" together';
      return [new DataError({ where: placeOf(index, 'grade'), found: found(grade), expected })];
    }
    if (isSector === (origin === undefined)) return [];
    const expected = isSector ? 'no origin for a day of the sector' : 'the firm of the news';
    return [new DataError({ where: placeOf(index, 'origin'), found: found(origin), expected })];
  });

/**
 * Read market days from the texts of events.csv, moves.csv and outside.csv.
 *
 * @throws DataErrors with every problem: fields, rows given twice, moves of unknown events
 */
export const readEvents = (files: ReadonlyMap<string, string>): EventBook => {
  const events = readItems(files, 'events.csv', eventSchema);
  const moves = readItems(files, 'moves.csv', moveSchema);
  const outside = readItems(files, 'outside.csv', outsiderSchema);
  const ids = new Set(events.items.map(({ id }) => id));
  const strays =
    events.problems.length > 0
      ? []
      : moves.items.flatMap(({ event }, index) => {
          if (ids.has(event)) return [];
          const hint = meantHint(nearestIds(event, ids));
          const facts = { found: found(event), expected: 'the id of an event' };
          const where = moves.placeOf(index, 'event');
          return [new DataError({ where, ...facts, ...(hint === undefined ? {} : { hint }) })];
        });
  const problems = [
    ...events.problems,
    ...moves.problems,
    ...outside.problems,
    ...twice(events, 'id', ({ id }) => id),
    ...twice(moves, 'firm', ({ event, firm, window }) => `${event}, ${firm}, ${window}`),
    ...twice(outside, 'id', ({ id }) => id),
    ...wrongOrigins(events),
    ...strays,
  ];
  if (problems.length > 0) throw new DataErrors(problems);
  return { events: [...events.items], moves: [...moves.items], outside: [...outside.items] };
};
