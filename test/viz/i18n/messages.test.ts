import { describe, expect, it } from 'vitest';
import { en } from '../../../viz/i18n/en.ts';
import { say, sayCount, word } from '../../../viz/i18n/say.ts';
import { zh } from '../../../viz/i18n/zh.ts';

const slotsOf = (message: string): readonly string[] =>
  [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
const keys = Object.keys(en) as (keyof typeof en)[];

describe('messages', () => {
  it('exist in both languages, none of them empty', () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(en[key].trim(), key).not.toBe('');
      expect(zh[key].trim(), key).not.toBe('');
    }
  });

  it('have the same slots in both languages', () => {
    for (const key of keys) expect(slotsOf(zh[key]), key).toEqual(slotsOf(en[key]));
  });

  it('never speak of a forecast but to deny it', () => {
    const forecast = keys.filter((key) => /forecast|predict/i.test(en[key]));
    for (const key of forecast) expect(en[key]).toMatch(/not a forecast/i);
    expect(forecast.length).toBeGreaterThan(0);
  });

  it('are Chinese in Chinese', () => {
    const words = (key: keyof typeof en) => zh[key].replace(/\{\w+\}/g, '');
    const foreign = keys.filter(
      (key) => /\p{L}/u.test(words(key)) && !/\p{Script=Han}/u.test(words(key)),
    );
    expect(foreign).toEqual([]);
  });
});

describe('say', () => {
  it('fills slots and leaves those without a value', () => {
    expect(say('en', 'scrubber.rounds', { from: 6, to: 41 })).toBe('Rounds 6–41');
    expect(say('en', 'scrubber.rounds', { from: 6 })).toBe('Rounds 6–{to}');
  });

  it('knows one from many in English', () => {
    expect(sayCount('en', 'totals.failed', 1)).toBe('1 firm fails');
    expect(sayCount('en', 'totals.failed', 4)).toBe('4 firms fail');
    expect(sayCount('zh', 'totals.failed', 1)).toBe('1 家公司倒下');
  });

  it('falls back to the id for words of open lists', () => {
    expect(word('zh', 'layer', 'compute')).toBe('算力');
    expect(word('en', 'layer', 'deep-sea')).toBe('deep sea');
  });
});
