import { UsageError } from '../base/errors.ts';

/**
 * Options of the form `name=value`, as a record; a value that reads as a number is one.
 *
 * @throws UsageError for a text of another form or a name given twice
 */
export const namedValues = (
  texts: readonly string[],
  option: string,
): Record<string, number | string> => {
  const values = new Map<string, number | string>();
  for (const text of texts) {
    const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (name === undefined || value === undefined || values.has(name)) {
      const expected = values.has(name ?? '') ? 'each name once' : 'name=value';
      throw new UsageError({ where: option, found: JSON.stringify(text), expected });
    }
    const number = Number(value);
    values.set(name, Number.isFinite(number) ? number : value);
  }
  return Object.fromEntries(values);
};
