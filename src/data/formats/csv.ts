import { DataError } from '../../base/errors.ts';
import { meantHint, nearestIds } from '../../base/nearest.ts';
import { valueAt } from '../place.ts';
import type { NetworkDocument } from '../schema.ts';
import { historyCells, type ReadEntry, readHistory } from './csv-history.ts';
import { type Row, readTable, type TableFormat, writeTable } from './csv-table.ts';
import { cellsOf, recordOf } from './flat-record.ts';
import { latestDay } from './latest-day.ts';
import type { ReadDocument } from './read-document.ts';
import {
  columnsOfList,
  fileOf,
  HISTORY_FILE,
  HISTORY_TABLE,
  LISTS,
  type ListName,
  NETWORK_FILE,
  networkTable,
  tableOf,
} from './tables.ts';

type Fields = Record<string, unknown>;

export interface CsvOptions {
  /** Name of the network where no network.csv gives one. */
  readonly name: string;
  /** The day as of which the tables are known, where neither network.csv nor a record has a date. */
  readonly asOf?: string | undefined;
}

const REQUIRED: readonly ListName[] = ['firms', 'deals'];
const noDay = (): DataError => {
  const expected = 'the day as of which the tables are known';
  const hint = `Give deals an announcedOn, or add ${NETWORK_FILE}: version,name,asOf / 1,my-web,2026-04-27.`;
  return new DataError({
    where: `${NETWORK_FILE}, asOf`,
    found: 'no date in any table',
    expected,
    hint,
  });
};

const missingFile = (file: string, present: Iterable<string>): DataError => {
  const hint = meantHint(nearestIds(file, present));
  const facts = { found: 'no such file', expected: 'a table of the network' };
  return new DataError({ where: file, ...facts, ...(hint === undefined ? {} : { hint }) });
};

/**
 * Put the tables of a directory together to a network document, not yet validated.
 *
 * Files: firms.csv and deals.csv; network.csv, sources.csv, facts.csv, per-gigawatt.csv,
 * uncertainty.csv, layout.csv and history.csv where there is something to say. Columns are named as the fields of the schema.
 *
 * @param files  text by file name; other files are not looked at
 */
export const readCsv = (
  files: ReadonlyMap<string, string>,
  { name, asOf }: CsvOptions,
): ReadDocument => {
  const problems: DataError[] = [];
  const rowsOf = (format: TableFormat): readonly Row[] | undefined => {
    const text = files.get(format.file);
    if (text === undefined) return undefined;
    const table = readTable(text, format);
    problems.push(...table.problems);
    return table.rows;
  };
  const lines = new Map<string, readonly number[]>();
  const lists = new Map<ListName, Fields[]>();
  for (const list of LISTS) {
    const format = tableOf(list);
    const rows = rowsOf(format);
    if (rows === undefined && REQUIRED.includes(list)) {
      problems.push(missingFile(format.file, files.keys()));
    }
    if (rows === undefined) continue;
    lines.set(
      list,
      rows.map(({ line }) => line),
    );
    lists.set(
      list,
      rows.map(({ cells }) => recordOf(cells, format.columns)),
    );
  }
  const targets = new Map(
    REQUIRED.flatMap((list) =>
      (lists.get(list) ?? []).map((record) => [String(record['id']), { list, record }] as const),
    ),
  );
  const { history, problems: wrongChanges } = readHistory(rowsOf(HISTORY_TABLE) ?? [], targets);
  problems.push(...wrongChanges);
  for (const [id, entries] of history) {
    targets.get(id)!.record['history'] = entries.map(({ entry }) => entry);
  }
  const own = rowsOf(networkTable()) ?? [];
  if (own.length > 1) {
    const where = `${NETWORK_FILE} row ${own[1]!.line}`;
    problems.push(new DataError({ where, found: 'a second row', expected: 'one row' }));
  }
  const day = latestDay(REQUIRED.flatMap((list) => lists.get(list) ?? [])) ?? asOf;
  if (own.length === 0 && day === undefined) problems.push(noDay());
  const document = {
    ...(own[0] === undefined
      ? { version: 1, name, ...(day === undefined ? {} : { asOf: day }) }
      : recordOf(own[0].cells, networkTable().columns)),
    ...Object.fromEntries(lists),
  };
  return { document, problems, placeOf: placesInTables(document, lines, history) };
};

const placesInTables =
  (
    document: unknown,
    lines: ReadonlyMap<string, readonly number[]>,
    history: ReadonlyMap<string, readonly ReadEntry[]>,
  ): ReadDocument['placeOf'] =>
  (path) => {
    const [list, index, ...rest] = path;
    if (typeof index !== 'number') return `${NETWORK_FILE}, ${path.map(String).join('.')}`;
    const id = String(valueAt(document, [list!, index, 'id']) ?? '');
    const shownId = /^[a-z0-9.-]+$/.test(id) ? ` (${id})` : '';
    if (rest[0] === 'history' && typeof rest[1] === 'number') {
      const field = String(rest[2] ?? 'on');
      const entryLines = history.get(id)?.[rest[1]]?.lines;
      const line = entryLines?.get(field) ?? entryLines?.get('on');
      const column = HISTORY_TABLE.columns.some(({ name }) => name === field)
        ? field
        : `value (${field})`;
      return `${HISTORY_FILE} row ${line}${shownId}, ${column}`;
    }
    const field = rest.filter((key) => typeof key === 'string').join('.');
    const row = `${fileOf(list as ListName)} row ${lines.get(String(list))?.[index]}${shownId}`;
    return field === '' ? row : `${row}, ${field}`;
  };

/**
 * The tables of a document, text by file name. Reading them gives the document back, except that an
 * empty text or list becomes an absent one, and a history value "unknown" becomes null.
 */
export const writeCsv = (document: NetworkDocument): Map<string, string> => {
  const files = new Map<string, string>();
  const own = networkTable();
  files.set(NETWORK_FILE, writeTable(own.columns, [cellsOf(document, own.columns)]));
  for (const list of LISTS) {
    const records = document[list];
    if (records === undefined) continue;
    const columns = columnsOfList(list);
    const rows = records.map((record) => cellsOf(record, columns));
    files.set(fileOf(list), writeTable(columns, rows));
  }
  const changes = REQUIRED.flatMap((list) =>
    (document[list] ?? []).flatMap((record) => historyCells(list, record)),
  );
  if (changes.length > 0) files.set(HISTORY_FILE, writeTable(HISTORY_TABLE.columns, changes));
  return files;
};
