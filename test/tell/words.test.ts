import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf, speakerIn } from '../../src/tell/words/from-files.ts';
import { LANGUAGE_IDS } from '../../src/tell/words/languages.ts';
import type { Key } from '../../src/tell/words/words.ts';

const en = messagesOf('en');
const keys = Object.keys(en) as Key[];

const slotsOf = (message: string): readonly string[] =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

const typescriptBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
const sources = [...typescriptBelow('src'), ...typescriptBelow('viz')];

describe.each(LANGUAGE_IDS)('the words in %s', (language) => {
  const words = messagesOf(language);

  it('are those of English, with the same slots, none of them empty', () => {
    expect(Object.keys(words)).toEqual(keys);
    for (const key of keys) {
      // A gap between sentences may be nothing.
      if (key !== 'sentence.gap') expect(words[key].trim(), key).not.toBe('');
      expect(slotsOf(words[key]), key).toEqual(slotsOf(en[key]));
    }
  });
});

it('the words are sorted by namespace', () => {
  const spaces = keys.map((key) => key.split('.')[0]!);
  expect(spaces).toEqual(spaces.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
});

it('every word is used: its key, its stem before `.one`, or the end of a key put together, is in the sources', () => {
  const text = sources.join('\n');
  const literals = new Set([...text.matchAll(/['"`]([\w. -]+)['"`]/g)].map((match) => match[1]!));
  const names = new Set([...text.matchAll(/[\w-]+/g)].map(([name]) => name));
  /** Namespaces whose ids are data: `say(`cause.${cause}`)`, `word(language, 'layer', id)`. */
  const together = new Set([
    ...[...text.matchAll(/`([\w.-]+)\.\$\{/g)].map((match) => match[1]!),
    ...[...text.matchAll(/word\((?:[\w.]+, )?'([\w.-]+)',/g)].map((match) => match[1]!),
  ]);
  const open = new Set(['layer', 'shelf', 'instrument', 'source']);
  const isUsed = (key: string): boolean => {
    const stem = key.replace(/\.(one|many)$/, '');
    if (literals.has(key) || literals.has(stem)) return true;
    return stem.split('.').some((_, at, parts) => {
      const space = parts.slice(0, at).join('.');
      const ids = parts.slice(at);
      if (!together.has(space)) return false;
      return open.has(space) || ids.every((id) => names.has(id));
    });
  };
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  for (const space of open) expect(together).toContain(space);
  expect(isUsed('cause.nobody-says-this')).toBe(false);
});

it('the words never speak of a forecast but to deny it', () => {
  const forecast = keys.filter((key) => /forecast/i.test(en[key]));
  for (const key of forecast) expect(en[key]).toMatch(/\b(not a|no) forecast/i);
  expect(forecast.length).toBeGreaterThan(0);
});

it('Chinese is Chinese', () => {
  const zh = messagesOf('zh');
  const words = (key: Key) => zh[key].replace(/\{\w+\}/g, '');
  const foreign = keys.filter(
    (key) => /\p{L}/u.test(words(key)) && !/\p{Script=Han}/u.test(words(key)),
  );
  // The name in the other language, and names of statistics.
  expect(foreign).toEqual([
    'app.twin',
    'app.twin-language',
    'backtest.head.rho',
    'backtest.head.tau',
  ]);
});

describe('a speaker', () => {
  const { say, count, word, list } = speakerIn('en');

  it('fills slots and leaves those without a value', () => {
    expect(say('scrubber.rounds', { from: 6, to: 41 })).toBe('Rounds 6–41');
    expect(say('scrubber.rounds', { from: 6 })).toBe('Rounds 6–{to}');
  });

  it('knows one from many in English', () => {
    expect(count('totals.failed', 1)).toBe('1 firm fails');
    expect(count('totals.failed', 4)).toBe('4 firms fail');
    expect(speakerIn('zh').count('totals.failed', 1)).toBe('1 家公司倒下');
  });

  it('falls back to the id for words of open lists', () => {
    expect(speakerIn('zh').word('layer', 'compute')).toBe('算力');
    expect(word('layer', 'deep-sea')).toBe('deep sea');
  });

  it('joins a list as the language does', () => {
    expect(list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(speakerIn('zh').list(['甲', '乙', '丙'])).toBe('甲、乙和丙');
  });
});
