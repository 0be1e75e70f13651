import type { DefineCommand } from '../command.ts';
import { collect, wholeNumber, withOutput } from '../options.ts';

export const defineBacktest: DefineCommand = ({ io, add, done }) => {
  const backtest = add(
    'backtest',
    'What models predict from the news against what the market did, beside plain baselines.',
    'backtest --event 2025-10-06-amd-openai',
  );
  withOutput(backtest)
    .option('--network <path>', 'the book, all days (default: the web of AI deals)')
    .option('--events <folder>', 'market days (default: the folder events of the network)')
    .option('--event <id>', 'only this event, firm by firm (repeatable)', collect)
    .option('--model <id>', 'only this model, beside the baselines (repeatable)', collect)
    .option('--variants', 'also try ways of improving the cascade, and show what came of them')
    .option('--permutations <n>', 'draws of chance per event', wholeNumber, 2000)
    .option('--seed <n>', 'of the draws', wholeNumber, 1)
    .action(async (options) => {
      const { backtestCommand } = await import('./run.ts');
      done(await backtestCommand(options, io));
    });
};
