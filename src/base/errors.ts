/** What an error tells a person: the place, what stood there, what was expected, what to do. */
export interface ErrorFacts {
  readonly where: string;
  readonly found: string;
  readonly expected: string;
  readonly hint?: string;
}

/** Base of every error that this library throws on purpose. The message is one line. */
export class ChainError extends Error {
  readonly where: string;
  readonly found: string;
  readonly expected: string;
  readonly hint: string | undefined;

  constructor({ where, found, expected, hint }: ErrorFacts) {
    super(`${where}: found ${found}, expected ${expected}${hint ? `. ${hint}` : ''}`);
    this.name = new.target.name;
    this.where = where;
    this.found = found;
    this.expected = expected;
    this.hint = hint;
  }
}

/** A record, a table or a document that can't be read as what it claims to be. */
export class DataError extends ChainError {}

/** A shock, cut, date or parameter that the network or the model can't take. */
export class ScenarioError extends ChainError {}

/** Inputs on which a model isn't defined. */
export class ModelError extends ChainError {}

/** A ledger whose lines don't sum to the loss: the model's fault, never the user's. */
export class LedgerError extends ChainError {}

/** A command line that can't be understood. */
export class UsageError extends ChainError {}

/** Several problems found in one pass over some data, so that a person can mend them together. */
export class DataErrors extends Error {
  readonly errors: readonly DataError[];

  constructor(errors: readonly DataError[]) {
    super(errors.map((error) => error.message).join('\n'));
    this.name = 'DataErrors';
    this.errors = errors;
  }
}
