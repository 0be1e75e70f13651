import { tableFromIPC } from '@uwdata/flechette';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { tableArrow } from '../../src/tell/arrow.ts';
import { tableParquet } from '../../src/tell/parquet.ts';
import {
  flagColumn,
  numberColumn,
  type ReportTable,
  textColumn,
} from '../../src/tell/report-table.ts';

const table: ReportTable = {
  columns: [
    textColumn('firm', ['nvidia', '公司, "quoted"', null]),
    numberColumn('valueUsd', [5.2575e12, null, 1e-300], 'usd'),
    numberColumn('unknown', [null, null, null], 'share'),
    flagColumn('ranked', [true, false, null]),
  ],
  about: { engine: 'chained-boats 0', asOf: '2026-04-27' },
};
const rows = [0, 1, 2].map((row) =>
  Object.fromEntries(table.columns.map(({ name, values }) => [name, values[row]])),
);
const empty: ReportTable = {
  columns: table.columns.map((column) => ({ ...column, values: [] })),
  about: {},
};

const bufferOf = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

test('Parquet gives back every value, null where unknown, and the units', async () => {
  const file = bufferOf(tableParquet(table));
  expect(await parquetReadObjects({ file })).toEqual(rows);
  const facts = parquetMetadata(file).key_value_metadata!;
  const value = (key: string) => facts.find((fact) => fact.key === key)?.value;
  expect(value('asOf')).toBe('2026-04-27');
  expect(JSON.parse(value('units')!)).toMatchObject({ valueUsd: 'usd', firm: '' });
  expect(await parquetReadObjects({ file: bufferOf(tableParquet(empty)) })).toEqual([]);
});

test('Arrow gives back every value, null where unknown, and the units', () => {
  const read = tableFromIPC(tableArrow(table));
  expect(read.toArray()).toEqual(rows);
  expect(read.schema.metadata?.get('asOf')).toBe('2026-04-27');
  expect(read.schema.fields.map(({ metadata }) => metadata?.get('unit'))).toEqual([
    '',
    'usd',
    'share',
    '',
  ]);
  expect(tableFromIPC(tableArrow(empty)).toArray()).toEqual([]);
});
