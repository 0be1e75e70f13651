import type { z } from 'zod';
import type { ErrorFacts } from '../base/errors.ts';
import { found } from '../base/found.ts';
import { meantHint, nearestIds } from '../base/nearest.ts';
import { valueAt } from './place.ts';

/** What zod found wrong, in the words of this project: the path, what stood there, what should. */
export interface Explained extends Omit<ErrorFacts, 'where'> {
  readonly path: readonly PropertyKey[];
}

const TYPES: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false (yes or no in a table)',
  array: 'a list',
  tuple: 'a list',
  object: 'a record of fields',
  record: 'a record of fields',
};

/** How to write a figure that a person wrote in a way that isn't a number here. */
export const numberHint = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  if (/^[-+]?[\d.]*\d\s*%$/.test(value)) return 'Write a share as 0.25, not 25%.';
  if (/^\D?\s*[-+]?[\d.,]*\d\s*([kmbt]|bn|mn|tn|million|billion|trillion)\.?$/i.test(value)) {
    return 'Write the figure out in dollars: 300000000000 or 3e11.';
  }
  if (/^[-+]?\d[\d.,'\s]*$/.test(value)) return 'Write digits with no separators: 1000000 or 1e6.';
  return undefined;
};

const listHint = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? 'In a table, items stand between ";", a schedule as 2026:1e9;2027:2e9.'
    : undefined;

const list = (values: readonly unknown[]): string =>
  values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;

const bound = (issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string => {
  if (issue.origin === 'string') return 'some text';
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  if (issue.origin === 'array') return `a list of ${limit}`;
  if (issue.code === 'too_small')
    return issue.inclusive ? `at least ${limit}` : `more than ${limit}`;
  return issue.inclusive ? `at most ${limit}` : `less than ${limit}`;
};

const choice = (options: readonly unknown[], value: unknown) => {
  const hint =
    typeof value === 'string' ? meantHint(nearestIds(value, options.map(String))) : undefined;
  return { expected: list(options), ...(hint === undefined ? {} : { hint }) };
};

const wrongValue = (issue: z.core.$ZodIssue, value: unknown): Omit<Explained, 'path' | 'found'> => {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = TYPES[issue.expected] ?? issue.expected;
      const hint = expected === TYPES['array'] ? listHint(value) : numberHint(value);
      return { expected, ...(hint === undefined ? {} : { hint }) };
    }
    case 'too_small':
    case 'too_big':
      return { expected: bound(issue) };
    case 'invalid_value':
      return choice(issue.values, value);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? choice(issue.options, value)
        : { expected: 'a number or text' };
    case 'invalid_format':
      return { expected: issue.format === 'url' ? 'a web address' : issue.message };
    default:
      return { expected: issue.message };
  }
};

const unknownField = (
  path: readonly PropertyKey[],
  document: unknown,
  known: readonly string[],
): Explained => {
  const key = String(path.at(-1));
  const value = found(valueAt(document, path));
  if (known.includes(key))
    return { path, found: value, expected: 'nothing: its kind has no such field' };
  const hint = meantHint(nearestIds(key, known));
  const facts = { found: `${value} in a field that is not known here`, expected: 'a known field' };
  return { path, ...facts, ...(hint === undefined ? {} : { hint }) };
};

/**
 * One line of explanation per problem; several complaints about one field give the first only.
 *
 * @param document  what was parsed
 * @param fields    known field names of the record at a path: proposes the nearest to an unknown one
 */
export const explainIssues = (
  issues: readonly z.core.$ZodIssue[],
  document: unknown,
  fields: (path: readonly PropertyKey[]) => readonly string[],
): Explained[] => {
  const seen = new Set<string>();
  return issues
    .flatMap((issue): Explained[] => {
      if (issue.code !== 'unrecognized_keys') {
        const value = valueAt(document, issue.path);
        return [{ path: issue.path, found: found(value), ...wrongValue(issue, value) }];
      }
      return issue.keys.map((key) =>
        unknownField([...issue.path, key], document, fields(issue.path)),
      );
    })
    .filter(({ path }) => {
      const key = JSON.stringify(path.map(String));
      return !seen.has(key) && seen.add(key);
    });
};
