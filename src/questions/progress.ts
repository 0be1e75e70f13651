import type { LongWork } from '../base/long-work.ts';
import type { Io } from './io.ts';

const CLEAR_LINE = '\r\u001b[K';

/**
 * Run long work for a command: a line of progress where a person watches, none in a pipe; ctrl-C ends
 * the work at its next pause, so that the command can still write what it has, and a second ctrl-C
 * ends the process.
 */
export const withProgress = async <Result>(
  what: string,
  io: Io,
  work: (follow: LongWork) => Promise<Result>,
): Promise<Result> => {
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const onProgress = (done: number, total: number): void => {
    if (io.isTerminal) io.err(`${CLEAR_LINE}${what}: ${done} of ${total}`);
  };
  try {
    return await work({ onProgress, signal: stop.signal });
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    if (io.isTerminal) io.err(CLEAR_LINE);
  }
};
