import { join, resolve } from 'node:path';
import { UsageError } from '../../base/errors.ts';
import { buildNetwork } from '../../data/parse.ts';
import { loadDocument } from '../../models/read-web.ts';
import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import { networkPath } from '../network-input.ts';
import { withProgress } from '../progress.ts';
import { backtest } from './backtest.ts';
import { backtestTable } from './csv.ts';
import { loadEvents } from './load-events.ts';
import { backtestReport } from './report.ts';

export interface BacktestCommandOptions extends OutputOptions {
  readonly network?: string;
  readonly events?: string;
  readonly event?: readonly string[];
  readonly model?: readonly string[];
  readonly variants?: boolean;
  readonly permutations: number;
  readonly seed: number;
}

const eventsFolder = (network: string, { events }: BacktestCommandOptions): string => {
  if (events !== undefined) return resolve(events);
  if (!/\.(json|gexf|graphml)$/i.test(network)) return join(network, 'events');
  const found = `${network}, a single file`;
  throw new UsageError({ where: '--events', found, expected: 'a folder of market days' });
};

/** `backtest`: predictions against real market days. */
export const backtestCommand = async (
  options: BacktestCommandOptions,
  io: Io,
): Promise<ExitCode> => {
  const { lang, event, model, variants, permutations, seed } = options;
  const path = networkPath(options);
  const book = await loadEvents(eventsFolder(path, options));
  const document = await loadDocument(path);
  const result = await withProgress('steps', io, (follow) =>
    backtest(document, book, {
      events: event,
      models: model,
      variants,
      permutations,
      seed,
      ...follow,
    }),
  );
  const blocks = () => {
    const outside = new Map(book.outside.map(({ id, name }) => [id, name[lang]]));
    const known = namesOf(buildNetwork(document), lang);
    const names = { ...known, firm: (id: string) => outside.get(id) ?? known.firm(id) };
    return backtestReport(result, names, { lang, firmByFirm: event !== undefined });
  };
  await deliverAnswer(
    { document: result, table: () => backtestTable(result), blocks },
    options,
    io,
  );
  if (result.complete) return 0;
  const done = result.events.length;
  io.err(`chained-boats: ended early: ${done} events are done, and they are right\n`);
  return 130;
};
