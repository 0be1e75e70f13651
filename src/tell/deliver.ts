import { writeWhole } from '../base/write.ts';
import { FORMATS, type Format, formatOf, type OutputOptions } from './file-format.ts';
import { asMarkdown, asText, type Block } from './report.ts';

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

/** One answer in every form; only the form that is asked for is made. */
export interface Answer {
  readonly document: unknown;
  readonly csv: () => string;
  readonly blocks: () => readonly Block[];
}

/** An answer as text in the form that was asked for. */
export const answerText = ({ document, csv, blocks }: Answer, format: Format): string => {
  if (format === 'json') return `${JSON.stringify(document, undefined, 2)}\n`;
  if (format === 'csv') return csv();
  return format === 'md' ? asMarkdown(blocks()) : asText(blocks());
};

/** Write an answer in the form that was asked for. */
export const deliverAnswer = (answer: Answer, options: OutputOptions, io: Out): Promise<void> =>
  deliver(answerText(answer, formatOf(FORMATS, options)), options, io);
