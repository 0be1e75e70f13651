import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import { openNetwork } from '../network-input.ts';
import type { NetworkOptions } from '../options.ts';
import type { BookBasis } from './bases.ts';
import { orderBook } from './book.ts';
import { bookTable } from './book-csv.ts';
import { bookReport } from './report.ts';

export interface BookCommandOptions extends NetworkOptions, OutputOptions {
  readonly top: number;
  readonly window?: readonly [number, number];
  readonly basis: BookBasis;
}

/** `book`: what is ordered over what can be made and over what customers have. */
export const bookCommand = async (options: BookCommandOptions, io: Io): Promise<ExitCode> => {
  const { window, basis, lang, top } = options;
  const network = await openNetwork(options);
  const book = orderBook(network, { basis, ...(window === undefined ? {} : { window }) });
  await deliverAnswer(
    {
      document: book,
      table: () => bookTable(book),
      blocks: () => bookReport(book, namesOf(network, lang), top),
    },
    options,
    io,
  );
  return 0;
};
