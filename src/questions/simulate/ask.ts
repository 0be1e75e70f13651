import { Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import {
  wholeNumber,
  windowYears,
  withNetwork,
  withOutput,
  withScenario,
  withShocks,
  withTop,
} from '../options.ts';

export const defineSimulate: DefineCommand = ({ io, add, done }) => {
  const simulate = add(
    'simulate',
    'The cascade of a shock: who loses what, in which round, through whom.',
    'simulate --shock openai:revenue=-50% --window 2026-2030 --top 20',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(simulate)))), 15)
    .addOption(
      new Option('--path <years>', 'these years one after another, what each leaves carried on')
        .argParser(windowYears)
        .conflicts(['year', 'window', 'rounds', 'paths', 'bearers']),
    )
    .option('--rounds', 'list every round')
    .option('--firm <id>', 'what made up the loss of this firm')
    .option('--paths <n>', 'with --firm: the chains that most of its loss came along', wholeNumber)
    .option('--hops <n>', 'with --paths: the most steps that a chain may have', wholeNumber)
    .option('--bearers', 'on whom the loss finally falls')
    .action(async (options) => {
      const { simulateCommand } = await import('./run.ts');
      done(await simulateCommand(options, io));
    });
};
