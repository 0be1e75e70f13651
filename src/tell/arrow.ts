import { bool, float64, Table, tableFromArrays, tableToIPC, utf8 } from '@uwdata/flechette';
import type { Cell } from '../base/csv-text.ts';
import { DataError } from '../base/errors.ts';
import type { ReportTable } from './report-table.ts';

const TYPES = { text: utf8, number: float64, flag: bool } as const;

/** A table as an Arrow IPC file (Feather 2); units as metadata of each field, unknown is null. */
export const tableArrow = ({ columns, about }: ReportTable): Uint8Array => {
  const { schema, children } = tableFromArrays(
    columns.map(({ name, values }): [string, Cell[]] => [name, [...values]]),
    { types: Object.fromEntries(columns.map(({ name, type }) => [name, TYPES[type]()])) },
  );
  const fields = schema.fields.map((field, at) => ({
    ...field,
    metadata: new Map([['unit', columns[at]!.unit]]),
  }));
  const table = new Table(
    { ...schema, fields, metadata: new Map(Object.entries(about)) },
    children,
  );
  const bytes = tableToIPC(table, { format: 'file' });
  if (bytes) return bytes;
  throw new DataError({ where: 'arrow', found: 'no bytes', expected: 'a table' });
};
