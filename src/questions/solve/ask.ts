import { Option } from 'commander';
import type { DefineCommand } from '../command.ts';

export const defineSolve: DefineCommand = ({ io, add, done }) => {
  add(
    'solve',
    'A published model on a plain problem: matrices or lists of entries, as JSON.',
    'solve problem.json --model eisenberg-noe --format table',
  )
    .argument('[file]', 'problem as JSON, - for the input')
    .option('--model <id>', 'the model, where the problem does not name it')
    .option('--schema <model>', 'print the JSON Schema of a model’s problem')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(['json', 'table']).default('json'),
    )
    .option('--out <file>', 'write to a file, whole or not at all')
    .action(async (file, options) => {
      const { solveCommand } = await import('./run.ts');
      done(await solveCommand(file, options, io));
    });
};
