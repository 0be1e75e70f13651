import { type Column, columnsOf, mergeColumns } from './columns.ts';
import type { TableFormat } from './csv-table.ts';
import { type JsonSchema, networkJsonSchema } from './network-json-schema.ts';

/** The lists of a network document; each is a table. */
export const LISTS = [
  'firms',
  'deals',
  'sources',
  'facts',
  'perGigawatt',
  'uncertainty',
  'layout',
] as const;
export type ListName = (typeof LISTS)[number];

export const NETWORK_FILE = 'network.csv';
export const HISTORY_FILE = 'history.csv';

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const fileOf = (list: ListName): string => `${kebab(list)}.csv`;

const kindsOf = (list: ListName): readonly JsonSchema[] => {
  const record = networkJsonSchema().properties?.[list]?.items ?? {};
  return record.oneOf ?? [record];
};

/** `order`, `equity`, `debt` for deals; undefined for a record of the only kind of its list. */
const kindName = (schema: JsonSchema): unknown => schema.properties?.['kind']?.const;

const kindSchema = (list: ListName, kind: unknown): JsonSchema | undefined => {
  const kinds = kindsOf(list);
  return kinds.length === 1 ? kinds[0] : kinds.find((schema) => kindName(schema) === kind);
};

/** All columns of a list, whatever the kind of the record. */
export const columnsOfList = (list: ListName): Column[] =>
  mergeColumns(kindsOf(list).map((schema) => columnsOf(schema)));

/** Columns of a history entry of a record of that list and kind; none for an unknown kind. */
export const historyColumnsOf = (list: ListName, kind: unknown): Column[] =>
  columnsOf(kindSchema(list, kind)?.properties?.['history']?.items ?? {});

/** The table of a list. */
export const tableOf = (list: ListName): TableFormat => ({
  file: fileOf(list),
  columns: columnsOfList(list),
  ...(list === 'firms' ? { aliases: { name: 'name.en' } } : {}),
});

/** The table of what a document says of itself: one row. */
export const networkTable = (): TableFormat => {
  const { properties = {}, required = [] } = networkJsonSchema();
  const isOwn = (name: string) => name !== '$schema' && !LISTS.some((list) => list === name);
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => isOwn(name)));
  return { file: NETWORK_FILE, columns: columnsOf({ properties: own, required }) };
};

const historyColumn = (name: string, type: Column['type'], isRequired: boolean): Column => ({
  name,
  path: [name],
  type,
  isRequired,
});

/** The table of changes, one field of one record a row. */
export const HISTORY_TABLE: TableFormat = {
  file: HISTORY_FILE,
  columns: [
    historyColumn('record', 'word', true),
    historyColumn('on', 'word', true),
    historyColumn('field', 'word', true),
    historyColumn('value', 'text', true),
    historyColumn('sources', 'words', false),
    historyColumn('confidence', 'word', false),
    historyColumn('note', 'text', false),
  ],
};
