import { runCommandLine } from '../../src/cli/run.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Run a command line in this process and keep what it writes. */
export const runCli = async (...argv: readonly string[]): Promise<Ran> => {
  let out = '';
  let err = '';
  const code = await runCommandLine(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: false,
  });
  return { code, out, err };
};
