import { extname } from 'node:path';
import { UsageError } from '../base/errors.ts';
import type { Language } from './words/languages.ts';

export const FORMATS = ['table', 'json', 'csv', 'md'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats of answers that are figures of firms or pairs. */
export const EXPORT_FORMATS = [...FORMATS, 'gexf', 'graphml', 'parquet', 'arrow'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface OutputOptions {
  /** By the file's name where nothing is said. */
  readonly format?: Format;
  readonly out?: string;
  readonly lang: Language;
}

export interface ExportOptions extends Pick<OutputOptions, 'out' | 'lang'> {
  /** By the file's name where nothing is said. */
  readonly format?: ExportFormat;
  readonly units?: boolean;
}

const EXTENSIONS: Readonly<Record<string, ExportFormat>> = {
  ...Object.fromEntries(EXPORT_FORMATS.map((format) => [`.${format}`, format])),
  '.feather': 'arrow',
  '.txt': 'table',
};

/**
 * What was asked for, else what the file's name says, else a table for people.
 *
 * @param known  the forms that the answer has
 * @throws UsageError for a file whose name says another form
 */
export const formatOf = <Format extends ExportFormat>(
  known: readonly Format[],
  { format, out }: { readonly format?: Format | undefined; readonly out?: string | undefined },
): Format => {
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
