#!/usr/bin/env node
import { runCommandLine } from './run.ts';

/** A reader that went away (`| head`) is no error: nobody is left to tell. */
const endQuietly = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
};
process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true && process.stdout.isTTY === true,
});
