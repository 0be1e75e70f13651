import type { DefineCommand } from '../command.ts';
import { withNetwork, withOutput, withScenario, withShocks, withTop } from '../options.ts';

export const defineSimulate: DefineCommand = ({ io, add, done }) => {
  const simulate = add(
    'simulate',
    'The cascade of a shock: who loses what, in which round, through whom.',
    'simulate --shock openai:revenue=-50% --window 2026-2030 --top 20',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(simulate)))), 15)
    .option('--rounds', 'list every round')
    .option('--firm <id>', 'what made up the loss of this firm')
    .action(async (options) => {
      const { simulateCommand } = await import('../simulate.ts');
      done(await simulateCommand(options, io));
    });
};
