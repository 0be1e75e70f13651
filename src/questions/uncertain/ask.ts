import { Option } from 'commander';
import { SAMPLING_METHODS } from '../../numerics/random/sampler.ts';
import type { DefineCommand } from '../command.ts';
import {
  wholeNumber,
  withNetwork,
  withOutput,
  withScenario,
  withShocks,
  withTop,
} from '../options.ts';
import { UNCERTAIN_PARTS } from './parts.ts';

export const defineUncertain: DefineCommand = ({ io, add, done }) => {
  const uncertain = add(
    'uncertain',
    'How sure a scenario’s answers are: bands of every figure over many draws of the inputs.',
    'uncertain --shock openai:revenue=-50% --draws 10000',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(uncertain)))), 12)
    .option('--draws <n>', 'how many runs', wholeNumber, 2000)
    .option('--seed <n>', 'which draws: the same seed, the same bytes', wholeNumber)
    .addOption(
      new Option('--method <method>', 'how the draws are spread')
        .choices(SAMPLING_METHODS)
        .default('latin'),
    )
    .option('--threads <n>', 'threads that draw (default: as many as the machine has)', wholeNumber)
    .addOption(
      new Option('--part <table>', 'which table in CSV').choices(UNCERTAIN_PARTS).default('firms'),
    )
    .action(async (options) => {
      const { uncertainCommand } = await import('./run.ts');
      done(await uncertainCommand(options, io));
    });
};
