import { Argument, Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import { commaList, withNetwork, withOutput, withTop } from '../options.ts';
import { PATH_MEASURES } from './paths-schema.ts';

export const definePaths: DefineCommand = ({ io, add, done }) => {
  const paths = add(
    'paths',
    'The shortest chains of deals between two firms, all that tie.',
    'paths oracle tsmc --kinds order --directed',
  );
  paths
    .addArgument(new Argument('<from>', 'a firm: its id, ticker or name'))
    .addArgument(new Argument('<to>', 'another firm'));
  withTop(withOutput(withNetwork(paths)), 10, 'chains to list')
    .addOption(
      new Option('--by <measure>', 'fewest deals in a row, or most dollars')
        .choices(PATH_MEASURES)
        .default('hops'),
    )
    .option('--directed', 'only from who owns, orders or lends to whom (default: either way)')
    .option('--kinds <kinds>', 'deals that count: equity, order, debt (default: all)', commaList)
    .action(async (from, to, options) => {
      const { pathsCommand } = await import('./run.ts');
      done(await pathsCommand({ ...options, from, to }, io));
    });
};
