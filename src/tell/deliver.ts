import { UsageError } from '../base/errors.ts';
import { writeWhole } from '../base/write.ts';
import type { Network } from '../data/graph.ts';
import { FORMATS, type Format, formatOf, type OutputOptions } from './file-format.ts';
import { asMarkdown, asText, type Block } from './report.ts';
import { type ReportTable, tableCsv } from './report-table.ts';

/** Where text goes that no file was asked for. */
export interface Out {
  readonly out: (text: string) => void;
}

/** Write an answer to the file that was asked for, whole or not at all, else to the output. */
export const deliver = async (
  text: string,
  { out }: Pick<OutputOptions, 'out'>,
  io: Out,
): Promise<void> => {
  if (out === undefined) io.out(text);
  else await writeWhole(out, text);
};

/** One answer in every form, for people, spreadsheets, programs and Gephi; only what is asked for is made. */
export interface Answer {
  readonly document: unknown;
  /** The figures that CSV, Parquet and Arrow hold. */
  readonly table: () => ReportTable;
  readonly blocks: () => readonly Block[];
  /** Where Markdown is more than the blocks: columns may be many there. */
  readonly markdown?: () => string;
  /** Figures by firm, in a column `firm`, that graph formats put on the web's nodes. */
  readonly firms?: { readonly network: Network; readonly table: () => ReportTable };
}

const graphOf = ({ firms }: Answer, format: string): NonNullable<Answer['firms']> => {
  if (firms !== undefined) return firms;
  throw new UsageError({
    where: '--format',
    found: format,
    expected: 'another format: this answer has no figures by firm',
  });
};

const written = async (
  answer: Answer,
  format: Format,
  units: boolean,
): Promise<string | Uint8Array> => {
  switch (format) {
    case 'json':
      return `${JSON.stringify(answer.document, undefined, 2)}\n`;
    case 'csv':
      return tableCsv(answer.table(), { units });
    case 'md':
      return answer.markdown?.() ?? asMarkdown(answer.blocks());
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
    case 'table':
      return asText(answer.blocks());
  }
};

/**
 * Write an answer in the form that was asked for.
 *
 * @throws UsageError for bytes without a file to write them to, and for a form that the answer hasn't got
 */
export const deliverAnswer = async (
  answer: Answer,
  options: OutputOptions,
  io: Out,
): Promise<void> => {
  const { out, units = false } = options;
  const format = formatOf(FORMATS, options);
  if ((format === 'parquet' || format === 'arrow') && out === undefined) {
    throw new UsageError({
      where: '--format',
      found: `${format} without --out`,
      expected: 'a file for it: these are bytes and no text',
      hint: `Add --out answer.${format}.`,
    });
  }
  const content = await written(answer, format, units);
  if (out !== undefined) await writeWhole(out, content);
  else if (typeof content === 'string') io.out(content);
};
