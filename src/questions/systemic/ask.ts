import { Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import {
  shareOrPercent,
  withNetwork,
  withOutput,
  withScenario,
  withShocks,
  withTop,
} from '../options.ts';
import { STRIKES } from './systemic-schema.ts';

export const defineSystemic: DefineCommand = ({ io, add, done }) => {
  const systemic = add(
    'systemic',
    'Every firm struck in turn, under any model: who matters, who is vulnerable, who falls short.',
    'systemic --model debtrank-linear --strike value --size 30%',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(systemic)))), 15)
    .option('--model <id>', 'a column of compare', 'chained-boats')
    .addOption(
      new Option('--strike <kind>', 'what strikes each firm').choices(STRIKES).default('default'),
    )
    .option('--size <share>', 'how much of it, as in 30%', shareOrPercent, 1)
    .option('--prudential <share>', 'own capital that a firm should hold', shareOrPercent, 0.08)
    .option('--matrix', 'every struck firm by every firm, share lost (CSV)')
    .action(async (options) => {
      const { systemicCommand } = await import('./run.ts');
      done(await systemicCommand(options, io));
    });
};
