import { Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import {
  wholeNumber,
  withNetwork,
  withOutput,
  withScenario,
  withShocks,
  withTop,
} from '../options.ts';
import { PARTS } from './parts.ts';

export const defineSensitivity: DefineCommand = ({ io, add, done }) => {
  const sensitivity = add(
    'sensitivity',
    'What a total hangs on: slopes in every figure, a tornado, and how good the evidence is.',
    'sensitivity --shock openai:revenue=-50% --target firm:amd',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(sensitivity)))), 12, 'figures to list')
    .option(
      '--target <total>',
      'gross-loss, owners-loss, firm:FIRM, layer:LAYER, gap or gap:FIRM',
      'gross-loss',
    )
    .option('--no-tornado', 'slopes and evidence alone')
    .option(
      '--sobol <rows>',
      'what of the spread is due to what, from that many pairs of points (a power of two: 512)',
      wholeNumber,
    )
    .option('--seed <n>', 'which points: the same seed, the same bytes', wholeNumber)
    .option('--threads <n>', 'threads that draw (default: as many as the machine has)', wholeNumber)
    .addOption(new Option('--part <table>', 'which table in CSV').choices(PARTS).default('slopes'))
    .action(async (options) => {
      const { sensitivityCommand } = await import('./run.ts');
      done(await sensitivityCommand(options, io));
    });
};
