import { UsageError } from '../base/errors.ts';
import { writeWhole } from '../base/write.ts';
import type { Network } from '../data/graph.ts';
import { type Answer, answerText, type Out } from './deliver.ts';
import { EXPORT_FORMATS, type ExportFormat, type ExportOptions, formatOf } from './file-format.ts';
import { type ReportTable, tableCsv } from './report-table.ts';

/** Figures of firms, pairs or deals, in forms for people, spreadsheets, data people and Gephi. */
export interface Figures extends Omit<Answer, 'csv'> {
  readonly table: () => ReportTable;
  /** Where Markdown is more than the blocks: columns may be many there. */
  readonly markdown?: () => string;
  /** Figures by firm, in a column `firm`, that graph formats put on the web's nodes. */
  readonly firms?: { readonly network: Network; readonly table: () => ReportTable };
}

const graphOf = ({ firms }: Figures, format: string): NonNullable<Figures['firms']> => {
  if (firms !== undefined) return firms;
  throw new UsageError({
    where: '--format',
    found: format,
    expected: 'another format: this answer has no figures by firm',
  });
};

const written = async (
  answer: Figures,
  format: ExportFormat,
  units: boolean,
): Promise<string | Uint8Array> => {
  if (format === 'md' && answer.markdown !== undefined) return answer.markdown();
  switch (format) {
    case 'parquet':
      return (await import('./parquet.ts')).tableParquet(answer.table());
    case 'arrow':
      return (await import('./arrow.ts')).tableArrow(answer.table());
    case 'gexf':
    case 'graphml': {
      const { network, table } = graphOf(answer, format);
      const { scoresGexf, scoresGraphml } = await import('./graph-text.ts');
      return (format === 'gexf' ? scoresGexf : scoresGraphml)(network, table());
    }
    default:
      return answerText({ ...answer, csv: () => tableCsv(answer.table(), { units }) }, format);
  }
};

/**
 * Write figures in the form that was asked for.
 *
 * @throws UsageError for bytes without a file to write them to
 */
export const deliverFigures = async (
  answer: Figures,
  options: ExportOptions,
  io: Out,
): Promise<void> => {
  const { out, units = false } = options;
  const format = formatOf(EXPORT_FORMATS, options);
  if ((format === 'parquet' || format === 'arrow') && out === undefined) {
    throw new UsageError({
      where: '--format',
      found: `${format} without --out`,
      expected: 'a file for it: these are bytes and no text',
      hint: `Add --out ranking.${format}.`,
    });
  }
  const content = await written(answer, format, units);
  if (out !== undefined) await writeWhole(out, content);
  else if (typeof content === 'string') io.out(content);
};
