import { Command } from 'commander';
import { VERSION } from '../base/version.ts';
import type { ExitCode, Io } from '../questions/io.ts';
import { COMMANDS } from './commands.ts';

const withExample = (command: Command, line: string): Command =>
  command
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `\nExample:\n  $ chained-boats ${line}`);

/**
 * The command line.
 *
 * @param done receives the exit code of a command that ran through
 */
export const buildProgram = (io: Io, done: (code: ExitCode) => void): Command => {
  const program = new Command('chained-boats')
    .description('Contagion in webs of firms that own, order from and lend to each other.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand(false)
    .configureOutput({ writeOut: io.out, writeErr: () => {} })
    .exitOverride();
  withExample(program, 'simulate --shock openai:revenue=-50%');

  const add = (name: string, description: string, example: string): Command =>
    withExample(program.command(name).description(description), example);
  for (const define of COMMANDS) define({ io, add, done });
  return program;
};
