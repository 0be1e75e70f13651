import type { DefineCommand } from '../command.ts';
import {
  commaList,
  withNetwork,
  withOutput,
  withScenario,
  withShocks,
  withTop,
} from '../options.ts';

export const defineTimeline: DefineCommand = ({ io, add, done }) => {
  const timeline = add(
    'timeline',
    'The same shock on every day on which a record changed: how the web grew fragile.',
    'timeline --shock openai:revenue=-50% --from 2025-01-01 --top 20',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(timeline)))), 15, 'days to list')
    .option('--from <date>', 'first day, YYYY-MM-DD (default: the first of the records)')
    .option('--to <date>', 'last day (default: the last of the records)')
    .option('--dates <dates>', 'these days between commas instead', commaList)
    .action(async (options) => {
      const { timelineCommand } = await import('./run.ts');
      done(await timelineCommand(options, io));
    });
};
