import type { BookBasis } from '../measures/book/bases.ts';
import { orderBook } from '../measures/book/book.ts';
import { bookCsv } from '../measures/book/book-csv.ts';
import type { OrderBook } from '../measures/book/order-book.ts';
import type { Network } from '../network/graph.ts';
import { bookReport } from './book-report.ts';
import { deliver } from './deliver.ts';
import type { ExitCode, Io } from './io.ts';
import { namesOf } from './names.ts';
import { openNetwork } from './network-input.ts';
import type { NetworkOptions, OutputOptions } from './options.ts';
import { asMarkdown, asText } from './report.ts';

export interface BookCommandOptions extends NetworkOptions, OutputOptions {
  readonly top: number;
  readonly window?: readonly [number, number];
  readonly basis: BookBasis;
}

const answer = (book: OrderBook, network: Network, options: BookCommandOptions): string => {
  const { format, lang, top } = options;
  if (format === 'json') return `${JSON.stringify(book, undefined, 2)}\n`;
  if (format === 'csv') return bookCsv(book);
  const blocks = bookReport(book, namesOf(network, lang), top);
  return format === 'md' ? asMarkdown(blocks) : asText(blocks);
};

/** `book`: what is ordered over what can be made and over what customers have. */
export const bookCommand = async (options: BookCommandOptions, io: Io): Promise<ExitCode> => {
  const { window, basis } = options;
  const network = await openNetwork(options);
  const book = orderBook(network, { basis, ...(window === undefined ? {} : { window }) });
  await deliver(answer(book, network, options), options, io);
  return 0;
};
