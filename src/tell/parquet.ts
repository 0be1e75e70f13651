import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ReportColumn, ReportTable } from './report-table.ts';

const TYPES = { text: 'STRING', number: 'DOUBLE', flag: 'BOOLEAN' } as const;

const columnOf = ({ name, type, values }: ReportColumn) => ({
  name,
  type: TYPES[type],
  nullable: true,
  data: [...values],
});

/** A table as a Parquet file; units by column as JSON in the file's key `units`, unknown is null. */
export const tableParquet = ({ columns, about }: ReportTable): Uint8Array => {
  const units = Object.fromEntries(columns.map(({ name, unit }) => [name, unit]));
  const facts = { ...about, units: JSON.stringify(units) };
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(columnOf),
      kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
      createdBy: 'chained-boats',
    }),
  );
};
