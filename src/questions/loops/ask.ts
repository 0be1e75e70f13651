import { Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import { wholeNumber, withNetwork, withOutput, withTop } from '../options.ts';
import { PAYMENT_BASES } from './bases.ts';

export const defineLoops: DefineCommand = ({ io, add, done }) => {
  const loops = add(
    'loops',
    'Money that can come back: loops of capital and orders, and how circular the web is.',
    'loops --firm nvidia --basis binding',
  );
  withTop(withOutput(withNetwork(loops)), 15)
    .option('--firm <id>', 'only loops through this firm')
    .option('--hops <n>', 'most payments in a loop, 2 to 8', wholeNumber, 5)
    .option('--year <year>', 'only what falls in that calendar year', wholeNumber)
    .option(
      '--random <n>',
      'random webs of the same strengths to compare with, 0 for none',
      wholeNumber,
      100,
    )
    .option('--seed <n>', 'seed of the random webs', wholeNumber, 1)
    .addOption(
      new Option('--basis <basis>', 'which dollars count')
        .choices(PAYMENT_BASES)
        .default('announced'),
    )
    .action(async (options) => {
      const { loopsCommand } = await import('./run.ts');
      done(await loopsCommand(options, io));
    });
};
