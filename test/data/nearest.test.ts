import { expect, it } from 'vitest';
import { meantHint, nearestIds } from '../../src/base/nearest.ts';

const IDS = ['openai', 'oracle', 'nvidia', 'coreweave', 'core-scientific', 'amd'];

it.each([
  ['opanai', 'openai'],
  ['poenai', 'openai'],
  ['OpenAI', 'openai'],
  ['nvida', 'nvidia'],
  ['weave', 'coreweave'],
  ['orcale', 'oracle'],
])('%s: proposes %s first', (wanted, first) => {
  expect(nearestIds(wanted, IDS)[0]).toBe(first);
});

it('counts a swap of neighbours as one edit and sorts the nearer first', () => {
  expect(nearestIds('core', IDS)).toEqual(['core-scientific', 'coreweave']);
  expect(nearestIds('adm', ['amd', 'ad'])).toEqual(['ad', 'amd']);
  expect(nearestIds('abcd', ['bacd', 'bcda'])).toEqual(['bacd']);
});

it('matches other names of a firm', () => {
  const names = new Map([
    ['oracle', ['Oracle', '甲骨文', 'ORCL']],
    ['amd', ['AMD', '超威']],
  ]);
  expect(nearestIds('甲骨', IDS, 3, names)).toEqual(['oracle']);
  expect(nearestIds('orcl', IDS, 1, names)).toEqual(['oracle']);
});

it('proposes nothing for what is like nothing, or empty, and is quick with long text', () => {
  expect(nearestIds('zzzzzz', IDS)).toEqual([]);
  expect(nearestIds('  ', IDS)).toEqual([]);
  expect(nearestIds('x'.repeat(1e6), IDS)).toEqual([]);
  expect(meantHint([])).toBeUndefined();
  expect(meantHint(['a', 'b'])).toBe('Did you mean a or b?');
});
