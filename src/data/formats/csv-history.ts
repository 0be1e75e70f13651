import { DataError } from '../../base/errors.ts';
import { found } from '../../base/found.ts';
import { meantHint, nearestIds } from '../../base/nearest.ts';
import { readCell, UNKNOWN, writeCell } from './cells.ts';
import type { Column } from './columns.ts';
import type { Row } from './csv-table.ts';
import { recordOf } from './flat-record.ts';
import { HISTORY_FILE, HISTORY_TABLE, historyColumnsOf, type ListName } from './tables.ts';

type Fields = Record<string, unknown>;

/** A history entry and the lines of the table that it came from. */
export interface ReadEntry {
  readonly entry: Fields;
  readonly lines: Map<string, number>;
}

interface Target {
  readonly list: ListName;
  readonly record: Fields;
}

const PROVENANCE = ['sources', 'confidence', 'note'] as const;
const provenanceOf = (fields: Fields): Fields =>
  Object.fromEntries(
    PROVENANCE.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]])),
  );

/** The fields of an entry that a row may change, with how their values are written. */
const changeable = ({ list, record }: Target): Column[] =>
  historyColumnsOf(list, record['kind']).filter(
    ({ name }) => name !== 'on' && !PROVENANCE.some((key) => key === name),
  );

const readChange = (row: Row, columns: readonly Column[]): Fields | DataError => {
  const field = (row.cells.get('field') ?? '').trim();
  const value = row.cells.get('value') ?? '';
  if (field === '' && value.trim() === '') return {};
  const where = `${HISTORY_FILE} row ${row.line}`;
  const column = columns.find(({ name }) => name === field);
  if (column === undefined) {
    const names = columns.map(({ name }) => name);
    const hint = meantHint(nearestIds(field, names)) ?? `It may be ${names.join(', ')}.`;
    const expected = 'a field of that record that may change';
    return new DataError({ where: `${where}, field`, found: found(field), expected, hint });
  }
  if (value.trim() === '') {
    const expected = `the new ${field}, or "${UNKNOWN}"`;
    return new DataError({ where: `${where}, value`, found: 'nothing', expected });
  }
  const isUnknown = value.trim().toLowerCase() === UNKNOWN;
  return { [field]: isUnknown ? null : readCell(value, column.type) };
};

/**
 * Changes by record, in the order of the table. Rows of one record, day and provenance that follow
 * each other form one entry; a row without field and value is an event that changes no figure.
 */
export const readHistory = (
  rows: readonly Row[],
  targets: ReadonlyMap<string, Target>,
): {
  readonly history: ReadonlyMap<string, readonly ReadEntry[]>;
  readonly problems: DataError[];
} => {
  const history = new Map<string, ReadEntry[]>();
  const problems: DataError[] = [];
  for (const row of rows) {
    const {
      record: id,
      field: _field,
      value: _value,
      ...about
    } = recordOf(row.cells, HISTORY_TABLE.columns);
    const target = targets.get(String(id));
    if (target === undefined) {
      const hint = meantHint(nearestIds(String(id ?? ''), targets.keys()));
      const facts = { found: found(id), expected: 'the id of a firm or a deal' };
      const where = `${HISTORY_FILE} row ${row.line}, record`;
      problems.push(new DataError({ where, ...facts, ...(hint === undefined ? {} : { hint }) }));
      continue;
    }
    const change = readChange(row, changeable(target));
    if (change instanceof DataError) {
      problems.push(change);
      continue;
    }
    const entries = history.get(String(id)) ?? [];
    history.set(String(id), entries);
    const last = entries.at(-1);
    const field = Object.keys(change)[0] ?? 'on';
    const isSame =
      last !== undefined &&
      last.entry['on'] === about['on'] &&
      JSON.stringify(provenanceOf(last.entry)) === JSON.stringify(provenanceOf(about)) &&
      !last.lines.has(field);
    if (isSame) Object.assign(last.entry, change);
    else entries.push({ entry: { ...about, ...change }, lines: new Map([['on', row.line]]) });
    entries.at(-1)!.lines.set(field, row.line);
  }
  return { history, problems };
};

/** The rows of a record's history. */
export const historyCells = (list: ListName, record: Fields): Map<string, string>[] => {
  const columns = changeable({ list, record });
  return ((record['history'] ?? []) as Fields[]).flatMap((entry) => {
    const about = HISTORY_TABLE.columns
      .filter(({ name }) => name === 'on' || PROVENANCE.some((key) => key === name))
      .map(({ name, type }) => [name, writeCell(entry[name], type)] as const);
    const first = [['record', String(record['id'])], ...about] as const;
    const changed = columns.filter(({ name }) => entry[name] !== undefined);
    if (changed.length === 0) return [new Map(first)];
    return changed.map(
      ({ name, type }) =>
        new Map([...first, ['field', name], ['value', writeCell(entry[name], type)]]),
    );
  });
};
