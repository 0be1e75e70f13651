import { Argument, Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import {
  dollarAmount,
  shareOrPercent,
  wholeNumber,
  withNetwork,
  withOutput,
  withScenario,
  withShocks,
  withTop,
} from '../options.ts';

export const defineCut: DefineCommand = ({ io, add, done }) => {
  const cut = add(
    'cut',
    'Firebreaks: which deals to cut, shrink or backstop, or where to put cash, to save most.',
    'cut --by backstop --count 3',
  );
  cut.addArgument(new Argument('[deals...]', 'only these deals (default: every one)'));
  withTop(withScenario(withShocks(withOutput(withNetwork(cut)))), 10, 'measures to list')
    .addOption(
      new Option('--by <measure>', 'what is done')
        .choices(['cut', 'shrink', 'backstop', 'cash'])
        .default('cut'),
    )
    .option('--keep <share>', 'what stays of a deal that shrinks', shareOrPercent, 0.5)
    .option('--usd <dollars>', 'cash to give, as in 50e9 or 50bn', dollarAmount, 10e9)
    .option('--count <n>', 'measures together, or slices of the cash', wholeNumber, 1)
    .option('--lazy', 'try again only measures that could still be the best')
    .option('--exhaustive', 'try every pair of deals')
    .option('--objective <firm>', 'whose loss counts (default: all firms’)')
    .action(async (deals, options) => {
      const { cutCommand } = await import('./run.ts');
      done(await cutCommand({ ...options, deals }, io));
    });
};
