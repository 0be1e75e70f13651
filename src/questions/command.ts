import type { Command } from 'commander';
import type { ExitCode, Io } from './io.ts';

/** What a command's definition needs: a new command with its example, and where its answer goes. */
export interface CommandHost {
  readonly io: Io;
  /** Adds a command to the program; `example` is what its help shows after the command's name. */
  readonly add: (name: string, description: string, example: string) => Command;
  /** Receives the exit code of a command that ran through. */
  readonly done: (code: ExitCode) => void;
}

/** Flags of one command; its own code is imported only when it runs: starting must stay quick. */
export type DefineCommand = (host: CommandHost) => void;
