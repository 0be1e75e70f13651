import { valueAt } from '../place.ts';
import { readCell, writeCell } from './cells.ts';
import type { Column } from './columns.ts';

/** Put a value at a path of a nested record, making what is missing on the way. */
const put = (record: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    record[key] = value;
    return;
  }
  const inner = (record[key] ?? {}) as Record<string, unknown>;
  record[key] = inner;
  put(inner, rest, value);
};

/** The nested record of a row of cells; empty cells give no field. */
export const recordOf = (
  cells: ReadonlyMap<string, string>,
  columns: readonly Column[],
): Record<string, unknown> => {
  const record: Record<string, unknown> = {};
  for (const { name, path, type } of columns) {
    const value = readCell(cells.get(name) ?? '', type);
    if (value !== undefined) put(record, path, value);
  }
  return record;
};

/** The row of cells of a nested record. */
export const cellsOf = (record: unknown, columns: readonly Column[]): Map<string, string> =>
  new Map(columns.map(({ name, path, type }) => [name, writeCell(valueAt(record, path), type)]));
