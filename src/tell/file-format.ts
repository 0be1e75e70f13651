import { extname } from 'node:path';
import { UsageError } from '../base/errors.ts';
import type { Language } from './words/languages.ts';

/** Every form of an answer: for people, for programs, for spreadsheets, for data people, for Gephi. */
export const FORMATS = [
  'table',
  'json',
  'csv',
  'md',
  'gexf',
  'graphml',
  'parquet',
  'arrow',
] as const;
export type Format = (typeof FORMATS)[number];

export interface OutputOptions {
  /** By the file's name where nothing is said. */
  readonly format?: Format;
  readonly out?: string;
  readonly lang: Language;
  /** A row of units in the CSV. */
  readonly units?: boolean;
}

const EXTENSIONS: Readonly<Record<string, Format>> = {
  ...Object.fromEntries(FORMATS.map((format) => [`.${format}`, format])),
  '.feather': 'arrow',
  '.txt': 'table',
};

/**
 * What was asked for, else what the file's name says, else a table for people.
 *
 * @param known  the forms that the answer has
 * @throws UsageError for a file whose name says another form
 */
export const formatOf = <Known extends Format>(
  known: readonly Known[],
  { format, out }: { readonly format?: Known | undefined; readonly out?: string | undefined },
): Known => {
  if (format !== undefined) return format;
  const named = out === undefined ? undefined : EXTENSIONS[extname(out).toLowerCase()];
  const match = known.find((one) => one === (named ?? 'table'));
  if (match !== undefined) return match;
  throw new UsageError({
    where: '--out',
    found: JSON.stringify(out),
    expected: `a file of one of the forms ${known.join(', ')}`,
    hint: 'This answer has no other.',
  });
};
