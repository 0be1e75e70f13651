import type { DefineCommand } from '../command.ts';
import { collect, commaList, withNetwork, withOutput, withTop } from '../options.ts';

const DEFAULT_MEASURES = 'pagerank,order-in,order-out,equity-out';

export const defineRank: DefineCommand = ({ io, add, done }) => {
  const rank = add(
    'rank',
    'Rank firms by any of some thirty measures: centralities, flows, groups, impact.',
    'rank --by katz,pagerank --format csv --out ranking.csv',
  );
  withTop(withOutput(withNetwork(rank)), 0)
    .option('--by <measures>', 'measures between commas; the first one ranks', DEFAULT_MEASURES)
    .option('--list', 'every measure, its formula, parameters and source')
    .option('--from <firm>', 'firm that personalised-pagerank looks from')
    .option('--layers <layers>', 'deals that count: equity, order, debt (default: all)', commaList)
    .option('--set <name=value>', 'a parameter, as in pagerank.damping=0.9', collect)
    .action(async ({ by, ...options }) => {
      const { rankCommand } = await import('./run.ts');
      done(await rankCommand({ ...options, by: commaList(by) }, io));
    });
};
