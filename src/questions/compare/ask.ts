import type { DefineCommand } from '../command.ts';
import {
  commaList,
  withNetwork,
  withOutput,
  withScenario,
  withShocks,
  withTop,
} from '../options.ts';

export const defineCompare: DefineCommand = ({ io, add, done }) => {
  const compare = add(
    'compare',
    'Several models on one shock: losses side by side, and how far the rankings agree.',
    'compare --shock openai:revenue=-50% --models chained-boats,esri',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(compare)))), 15)
    .option('--models <ids>', 'models between commas, or all; the first one sorts', commaList, [
      'all',
    ])
    .action(async (options) => {
      const { compareCommand } = await import('./run.ts');
      done(await compareCommand(options, io));
    });
};
