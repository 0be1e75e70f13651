import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../../src/base/errors.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import type { Distribution } from '../../../src/data/schema.ts';
import { parameterRowProblems } from '../../../src/models/chained-boats/drawn-parameters.ts';
import { uncertainty } from '../../../src/questions/uncertain/uncertainty.ts';
import { threeBoats } from '../../worlds/three-boats.ts';

const ROW: Distribution = {
  id: 'p',
  figure: 'parameter',
  of: 'priceImpact',
  shape: 'uniform',
  low: 0.1,
  high: 0.2,
};

const told = (change: Partial<Distribution>): string =>
  parameterRowProblems([{ ...ROW, ...change }])
    .map(({ message }) => message)
    .join('\n');

describe('rows on the model’s parameters', () => {
  it('pass where the model draws the parameter in that range', () => {
    expect(told({})).toBe('');
    expect(told({ figure: 'valueUsd', of: 'low', high: 9 })).toBe('');
  });

  it.each<[string, Partial<Distribution>, string]>([
    ['a parameter that is none', { of: 'priceImpakt' }, 'uncertainty "p", of: found "priceImpakt"'],
    ['a name nearby', { of: 'priceImpakt' }, 'Did you mean priceImpact'],
    ['a term of years', { of: 'orderTermYears' }, 'found "orderTermYears"'],
    [
      'a range beyond its own',
      { of: 'interestRate', low: 0.2, high: 1 },
      'uncertainty "p", high: found 1, expected a number from 0 to 0.3',
    ],
  ])('tell %s', (_, change, message) => {
    expect(told(change)).toContain(message);
  });

  it('are read before anything is drawn', async () => {
    const network = parseNetwork({ ...threeBoats, uncertainty: [{ ...ROW, of: 'mood' }] });
    const scenario = { version: 1 as const, name: 'calm', shocks: [] };
    await expect(uncertainty(network, scenario, { draws: 8 })).rejects.toThrow(DataErrors);
  });
});
