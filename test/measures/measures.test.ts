import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/measures/measures.ts';
import { debt, equity, makeNetwork, order } from './make-network.ts';

const firms = [{ id: 'a' }, { id: 'b', valueUsd: 40e9 }, { id: 'c' }, { id: 'alone' }];
const deals = [
  order('a', 'b', { perYearUsd: 3e9 }),
  equity('b', 'a', { paidUsd: 2e9 }),
  debt('c', 'b', { faceUsd: 5e9 }),
  order('c', 'a', {}),
];

test('ids are unique and all have a title in both languages', () => {
  expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
  for (const { title } of MEASURES) {
    expect(title.en).not.toBe('');
    expect(title.zh).toMatch(/\p{Script=Han}|PageRank/u);
  }
});

describe.each(MEASURES)('$id', (measure) => {
  test('gives every firm one finite figure, in node order', () => {
    const scores = measure.fn(makeNetwork(firms, deals));
    expect(scores).toHaveLength(4);
    expect(scores.every((score) => Number.isFinite(score) && score >= 0)).toBe(true);
  });

  test('renaming and reordering firms moves the figures along', () => {
    const before = measure.fn(makeNetwork(firms, deals));
    const after = measure.fn(makeNetwork([...firms].reverse(), [...deals].reverse())).reverse();
    for (let i = 0; i < before.length; i++) expect(after[i]).toBeCloseTo(before[i]!, 10);
  });

  test('has an answer without firms and without deals', () => {
    expect(measure.fn(makeNetwork([], []))).toHaveLength(0);
    expect(measure.fn(makeNetwork(firms, [])).every(Number.isFinite)).toBe(true);
  });
});
