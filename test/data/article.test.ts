import { expect, test } from 'vitest';
import { list, table } from './tables.ts';

/** Statements of the article with a number or a relation, counted by hand when it was read. */
const STATEMENTS = 32;

const records = new Map(
  ['firms', 'deals', 'facts'].flatMap((name) => table(name).map((row) => [row['id']!, row])),
);

test('every statement of the article is carried by records that exist', () => {
  const article = table('article');
  expect(article.length).toBe(STATEMENTS);
  for (const { statement, carriedBy } of article) {
    expect(list(carriedBy), statement).not.toEqual([]);
    expect(
      list(carriedBy).filter((id) => !records.has(id)),
      statement,
    ).toEqual([]);
  }
});

test('every fact that stems from the article is reached from one of its statements', () => {
  const reached = new Set(table('article').flatMap(({ carriedBy }) => list(carriedBy)));
  const own = [...records.keys()].filter((id) => id.startsWith('seed-') && id !== 'seed-date');
  expect(own.length).toBe(46);
  expect(own.filter((id) => !reached.has(id))).toEqual([]);
});

test('the figures of the article stand as it gave them', () => {
  const value = (id: string) => Number(records.get(id)!['value']);
  expect(value('seed-amd-gw') * value('seed-gpu-per-gw')).toBe(value('seed-amd-gpus'));
  expect(value('seed-amd-gw') * value('seed-hw-cost-per-gw')).toBe(value('seed-amd-hw-total'));
  expect(value('seed-openai-commit') / value('seed-hw-cost-per-gw')).toBe(value('seed-openai-gw'));
  expect(Number(records.get('ord-openai-amd')!['amountUsd'])).toBe(value('seed-amd-hw-total'));
  expect(Number(records.get('eq-nvidia-openai-loi')!['commitmentUsd'])).toBe(
    value('seed-nv-openai'),
  );
  expect(value('seed-crwv-value')).toBe(3_959_000_000);
  expect(value('seed-crwv-value-prev')).toBe(897_000_000);
  expect(value('seed-nv-pe')).toBe(32);
});
