import { ScenarioError } from '../base/errors.ts';

/** Longest link that is read: far more than any that this module writes for a real web. */
const LONGEST = 100_000;

/**
 * The keys and values of a link: a fragment with or without `#`, or a whole address.
 *
 * @throws ScenarioError when it is too long or has a key twice
 */
export const readPairs = (text: string): Map<string, string> => {
  const fragment = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text.trim();
  if (fragment.length > LONGEST) {
    const expected = `at most ${LONGEST} characters`;
    throw new ScenarioError({ where: 'link', found: `${fragment.length} characters`, expected });
  }
  const pairs = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(fragment)) {
    if (pairs.has(key)) {
      throw new ScenarioError({
        where: `link, ${key}`,
        found: 'the key twice',
        expected: 'each key once',
      });
    }
    pairs.set(key, value);
  }
  return pairs;
};

/** The values of all keys that begin with `prefix`, by the rest of the key; undefined if none does. */
export const prefixed = <Value>(
  pairs: ReadonlyMap<string, string>,
  prefix: string,
  read: (text: string, where: string) => Value,
): Record<string, Value> | undefined => {
  const keys = [...pairs.keys()].filter((key) => key.startsWith(prefix));
  if (keys.length === 0) return undefined;
  return Object.fromEntries(
    keys.map((key) => [key.slice(prefix.length), read(pairs.get(key)!, `link, ${key}`)]),
  );
};
