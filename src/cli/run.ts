import { CommanderError } from 'commander';
import { ChainError, DataErrors, UsageError } from '../base/errors.ts';
import type { ExitCode, Io } from '../questions/io.ts';
import { speakerIn } from '../tell/words/from-files.ts';
import { LANGUAGE_IDS, type Language } from '../tell/words/languages.ts';
import type { Speaker } from '../tell/words/words.ts';
import { buildProgram } from './program.ts';

const PREFIX = 'chained-boats: ';

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ');

/** The language that a command line asks for, however little else of it can be understood. */
const languageOf = (argv: readonly string[]): Language => {
  const at = argv.indexOf('--lang');
  const asked = at < 0 ? argv.find((word) => word.startsWith('--lang='))?.slice(7) : argv[at + 1];
  return LANGUAGE_IDS.find((id) => id === asked) ?? 'en';
};

const told = ({ where, found, expected, hint }: ChainError, { say }: Speaker): string =>
  say(hint ? 'error.with-hint' : 'error.line', { where, found, expected, hint: hint ?? '' });

/** The lines that tell a person what went wrong; undefined for what nobody foresaw. */
const explain = (error: unknown, speaker: Speaker): readonly string[] | undefined => {
  if (error instanceof CommanderError) return [error.message.replace(/^error: /, '')];
  if (error instanceof DataErrors) return error.errors.map((one) => told(one, speaker));
  if (error instanceof ChainError) return [told(error, speaker)];
  if (error instanceof Error && 'code' in error && 'syscall' in error) return [error.message];
  return undefined;
};

/**
 * Run one command line.
 *
 * @param argv words after the command's name
 * @returns the exit code: 0 done, 1 refused with a line on `err`, 2 a command line that can't be
 *   understood, 3 a run that didn't settle
 */
export const runCommandLine = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  let code: ExitCode = 0;
  const program = buildProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const lines = explain(error, speakerIn(languageOf(argv))) ?? [
      `unexpected: ${error instanceof Error ? error.stack : error}`,
    ];
    for (const line of lines) io.err(`${PREFIX}${oneLine(line)}\n`);
    return error instanceof CommanderError || error instanceof UsageError ? 2 : 1;
  }
};
