import { writeNetwork } from '../data/formats/write-network.ts';
import { toDocument } from '../data/parse.ts';
import { loadDocument, loadNetwork } from '../models/read-web.ts';
import type { ExitCode, Io } from '../questions/io.ts';
import { count } from '../tell/figures.ts';

export interface ConvertOptions {
  readonly asOf?: string;
}

/**
 * `convert`: read a network in one format, write it in another. With a day, only what was known then.
 *
 * @throws DataErrors about the input; DataError for an output whose name no format goes by
 */
export const convertCommand = async (
  input: string,
  output: string,
  { asOf }: ConvertOptions,
  io: Io,
): Promise<ExitCode> => {
  const document =
    asOf === undefined ? await loadDocument(input) : toDocument(await loadNetwork(input, { asOf }));
  await writeNetwork(document, output);
  const { firms, deals } = document;
  io.out(`${output}: ${count(firms.length, 'firm')}, ${count(deals.length, 'deal')}\n`);
  return 0;
};
