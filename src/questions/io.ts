/** Where a command writes. The process in earnest, strings in a test. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True when a person watches: then a page may be opened. */
  readonly isTerminal: boolean;
}

/** What a command ends with: 0 done, 1 refused, 2 not understood, 3 answered but not settled, 130 cut short. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;
