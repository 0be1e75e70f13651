import type { DefineCommand } from '../command.ts';
import { collect, commaList, withNetwork, withOutput, withTop } from '../options.ts';

export const defineRank: DefineCommand = ({ io, add, done }) => {
  const rank = add(
    'rank',
    'Rank firms by strength, PageRank, betweenness, HITS or eigenvector centrality.',
    'rank --by pagerank,order-in --format csv --out ranking.csv',
  );
  withTop(withOutput(withNetwork(rank)), 0)
    .option('--by <measures>', 'measures between commas; the first one ranks', commaList, [
      'pagerank',
      'order-in',
      'order-out',
      'equity-out',
    ])
    .option('--layers <layers>', 'deals that count: equity, order, debt (default: all)', commaList)
    .option('--set <name=value>', 'a parameter, as in pagerank.damping=0.9', collect)
    .option('--units', 'a row of units in the CSV')
    .action(async (options) => {
      const { rankCommand } = await import('../rank.ts');
      done(await rankCommand(options, io));
    });
};
