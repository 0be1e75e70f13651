import type { NetworkDocument } from '../data/schema.ts';
import { loadDocument } from '../models/read-web.ts';
import type { ExitCode, Io } from '../questions/io.ts';
import { count } from '../tell/figures.ts';

const kinds = (deals: NetworkDocument['deals']): string =>
  (['equity', 'order', 'debt'] as const)
    .map((kind) => `${deals.filter((deal) => deal.kind === kind).length} ${kind}`)
    .join(', ');

/**
 * `validate`: what a network holds, when all of it is right.
 *
 * @throws DataErrors with every problem, each with its file, row and field
 */
export const validateCommand = async (path: string, io: Io): Promise<ExitCode> => {
  const { name, asOf, firms, deals, sources = [] } = await loadDocument(path);
  const changes = [...firms, ...deals].reduce(
    (sum, { history }) => sum + (history?.length ?? 0),
    0,
  );
  io.out(
    `${path} holds “${name}”, as of ${asOf}: ${count(firms.length, 'firm')}, ` +
      `${count(deals.length, 'deal')} (${kinds(deals)}), ${count(changes, 'dated change')}, ` +
      `${count(sources.length, 'source')}. No errors.\n`,
  );
  return 0;
};
