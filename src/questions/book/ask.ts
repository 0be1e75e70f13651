import { Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import { windowYears, withNetwork, withOutput, withTop } from '../options.ts';
import { BOOK_BASES } from './bases.ts';

export const defineBook: DefineCommand = ({ io, add, done }) => {
  const book = add(
    'book',
    'Orders against what can be made, and against what customers earn, hold and have raised.',
    'book --window 2026-2030 --basis signed',
  );
  withTop(withOutput(withNetwork(book)), 12)
    .addOption(
      new Option('--window <years>', 'first and last year, as in 2026-2030').argParser(windowYears),
    )
    .addOption(
      new Option('--basis <basis>', 'which orders count').choices(BOOK_BASES).default('announced'),
    )
    .action(async (options) => {
      const { bookCommand } = await import('./run.ts');
      done(await bookCommand(options, io));
    });
};
