import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../src/base/errors.ts';
import { parseNetwork } from '../../src/data/parse.ts';
import { threeBoats } from '../worlds/three-boats.ts';

type Fields = Record<string, unknown>;

const problems = (document: unknown): string[] => {
  try {
    parseNetwork(document);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DataErrors);
    return (error as DataErrors).errors.map(({ message }) => message);
  }
};
const history = (...entries: Fields[]) => ({ history: entries });

describe('stakes of one issuer', () => {
  const third = { ...threeBoats.deals[3], id: 'eq-alpha-carrow', holder: 'alpha' };
  const withStakes = (first: Fields, second: Fields) => ({
    ...threeBoats,
    deals: [
      { ...threeBoats.deals[3], ...first },
      { ...third, ...second },
    ],
  });

  it('may sum to 1, with the rounding of decimals', () => {
    expect(problems(withStakes({ stake: 0.9 }, { stake: 0.1 }))).toEqual([]);
    expect(problems(withStakes({ stake: 0.7 + 0.1 }, { stake: 0.2 }))).toEqual([]);
  });

  it('may not sum above 1, warrants included', () => {
    const [problem] = problems(withStakes({ stake: 0.9 }, { stake: 0.11, contingent: true }));
    expect(problem).toBe(
      'deals[1] (eq-alpha-carrow).stake: found stakes in carrow that sum to 1.01 on 2025-03-28, expected at most 1. They are eq-bravo-carrow, eq-alpha-carrow.',
    );
  });

  it('are summed on every day on which one changes', () => {
    const sold = history({ on: '2025-06-01', stake: 0.2 });
    const later = { stake: 0.7, announcedOn: '2025-07-01' };
    expect(problems(withStakes({ stake: 0.9, ...sold }, later))).toEqual([]);
    expect(
      problems(withStakes({ stake: 0.9, ...sold }, { ...later, announcedOn: '2025-05-31' })),
    ).toHaveLength(1);
    const bought = history({ on: '2025-08-01', stake: 0.31 });
    expect(problems(withStakes({ stake: 0.2, ...bought }, later))[0]).toContain(
      '1.01 on 2025-08-01',
    );
  });

  it('count once where one deal is within another, and not at all once cancelled', () => {
    expect(problems(withStakes({ stake: 0.9 }, { stake: 0.9, within: 'eq-bravo-carrow' }))).toEqual(
      [],
    );
    expect(problems(withStakes({ stake: 0.9 }, { stake: 0.9, status: 'cancelled' }))).toEqual([]);
  });
});
