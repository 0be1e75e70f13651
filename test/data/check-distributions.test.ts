import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../src/base/errors.ts';
import { parseNetwork } from '../../src/models/read-web.ts';
import { threeBoats } from '../worlds/three-boats.ts';

type Fields = Record<string, unknown>;

const GOOD: Fields = {
  id: 'paid-loi',
  figure: 'paidShare',
  of: 'loi',
  probability: 0.5,
  shape: 'triangular',
  low: 0.2,
  mode: 0.6,
  high: 1,
  climate: 0.7,
};

const problems = (...rows: readonly Fields[]): string[] => {
  try {
    const sources = [{ id: 'letter', publisher: 'a paper', title: 'a letter' }];
    parseNetwork({ ...threeBoats, sources, uncertainty: rows });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DataErrors);
    return (error as DataErrors).errors.map(({ message }) => message);
  }
};

describe('distributions', () => {
  it('may stand for shares, factors and parameters', () => {
    const factor = { id: 'v', figure: 'valueUsd', of: 'low', shape: 'uniform', low: 0.5, high: 3 };
    const parameter = { ...factor, id: 'p', figure: 'parameter', of: 'priceImpact', high: 5 };
    expect(problems(GOOD, factor, parameter)).toEqual([]);
  });

  it.each<[string, Fields, string]>([
    [
      'a range upside down',
      { low: 0.9, mode: 0.9, high: 0.4 },
      'low: found 0.9, expected at most high, 0.4',
    ],
    [
      'a peak outside',
      { mode: 0.1 },
      'mode: found 0.1, expected a number from low, 0.2, to high, 1',
    ],
    ['no peak', { mode: undefined }, 'mode: found nothing, expected a number from low'],
    ['a peak of what has none', { shape: 'uniform' }, 'mode: found 0.6, expected nothing'],
    ['a share above 1', { high: 1.2 }, 'high: found 1.2, expected a number from 0 to 1'],
    ['a status that is none', { of: 'lio' }, 'of: found "lio", expected one of closed, signed'],
    [
      'a confidence that is none',
      { figure: 'valueUsd', of: 'sure', probability: undefined },
      'found "sure", expected one of high',
    ],
    [
      'a factor below 0',
      { figure: 'cashUsd', of: 'low', low: -0.1, probability: undefined },
      'low: found -0.1, expected a factor',
    ],
    [
      'a parameter that is none',
      { figure: 'parameter', of: 'priceImpakt', probability: undefined },
      'priceImpact',
    ],
    [
      'a term of years',
      { figure: 'parameter', of: 'orderTermYears', probability: undefined },
      'found "orderTermYears"',
    ],
    [
      'a parameter out of range',
      { figure: 'parameter', of: 'interestRate', probability: undefined },
      'expected a number from 0 to 0.3',
    ],
    [
      'a chance of what can’t fall',
      { figure: 'valueUsd', of: 'low' },
      'probability: found 0.5, expected nothing',
    ],
    ['a chance above 1', { probability: 1.5 }, 'probability'],
    ['a loading above 1', { climate: -1.5 }, 'climate'],
    ['a figure that is none', { figure: 'mood' }, 'figure'],
    ['no end', { high: undefined }, 'high'],
  ])('refuse %s, and say where', (_, change, message) => {
    const found = problems({ ...GOOD, ...change });
    expect(found.join('\n')).toContain(message);
    expect(found.join('\n')).toContain('uncertainty');
  });

  it('refuse two rows for one figure, and ids given twice', () => {
    expect(problems(GOOD, { ...GOOD, id: 'other' })).toEqual([
      expect.stringContaining('found paidShare of loi a second time'),
    ]);
    expect(problems(GOOD, { ...GOOD, of: 'signed' })[0]).toContain('a second time');
  });

  it('refuse a source that is nowhere', () => {
    expect(problems({ ...GOOD, sources: ['nowhere'] })[0]).toContain('"nowhere"');
  });
});
