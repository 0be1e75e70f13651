import { Argument, Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import { withNetwork, withOutput, withScenario, withShocks, withTop } from '../options.ts';
import { STRIKES } from '../systemic/systemic-schema.ts';

export const defineBreakpoint: DefineCommand = ({ io, add, done }) => {
  const breakpoint = add(
    'breakpoint',
    'How large a shock must be for each firm to fail, where the loss jumps, what brings one firm down.',
    'breakpoint --shock openai:revenue=-50%',
  );
  breakpoint.addArgument(
    new Argument('[firm]', 'the smallest shocks, to one firm or two, that bring this firm down'),
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(breakpoint)))), 15)
    .addOption(
      new Option('--kind <kind>', 'kind of those shocks').choices(STRIKES).default('revenue'),
    )
    .option('--no-pairs', 'only shocks to one firm')
    .action(async (firm, options) => {
      const { breakpointCommand } = await import('./run.ts');
      done(await breakpointCommand({ ...options, ...(firm === undefined ? {} : { firm }) }, io));
    });
};
