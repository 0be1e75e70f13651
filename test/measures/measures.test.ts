import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/data/graph.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { MEASURES } from '../../src/measures/measures.ts';
import { rank } from '../../src/questions/rank/rank.ts';
import { rankingSchema } from '../../src/questions/rank/ranking.ts';
import { rankingToMarkdown } from '../../src/questions/rank/ranking-markdown.ts';
import { rankingTable } from '../../src/questions/rank/ranking-table.ts';
import { tableCsv } from '../../src/tell/report-table.ts';
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

/** Worlds on which formulas break: each with what is odd about it. */
const ODD_WORLDS: Readonly<Record<string, () => Network>> = {
  'no firms': () => makeNetwork([], []),
  'one firm': () => makeNetwork([{ id: 'only', valueUsd: 3e9 }], []),
  'no deals': () => makeNetwork(firms, []),
  'a layer without deals': () => makeNetwork(firms, [order('a', 'b', { perYearUsd: 3e9 })]),
  'isolated firms and dead ends': () => makeNetwork(firms, deals),
  'dollars of zero': () =>
    makeNetwork(firms, [
      order('a', 'b', { perYearUsd: 0 }),
      equity('b', 'a', { paidUsd: 0 }),
      debt('c', 'b', { faceUsd: 0 }),
    ]),
  'parallel deals': () =>
    makeNetwork(firms, [
      ...deals,
      order('a', 'b', { id: 'second', perYearUsd: 7e9 }),
      order('c', 'b', { perYearUsd: 1e9 }),
    ]),
  'dollars nobody knows': () => makeNetwork(firms, [order('a', 'b', {}), equity('b', 'c', {})]),
};

/** A firm of unknown value has no share of it to lose. */
const UNKNOWN_WITHOUT_VALUE = ['vulnerability'];

const expectAnswer = (measure: Measure, network: Network): Float64Array => {
  const scores = measure.fn(network);
  expect(scores).toHaveLength(network.order);
  network.nodes().forEach((id, i) => {
    const valued = network.getNodeAttribute(id, 'valueUsd') !== undefined;
    if (!valued && UNKNOWN_WITHOUT_VALUE.includes(measure.id)) expect(scores[i]).toBeNaN();
    else expect(Number.isFinite(scores[i]) && scores[i]! >= 0).toBe(true);
  });
  return scores;
};

describe.each(MEASURES)('$id', (measure) => {
  test.each(Object.entries(ODD_WORLDS))(
    '%s: a finite figure per firm, in node order',
    (_, world) => {
      expectAnswer(measure, world());
    },
  );

  test('nothing but numbers and nulls is ranked or exported', () => {
    for (const world of Object.values(ODD_WORLDS)) {
      const by = measure.unit === 'group' ? ['pagerank', measure.id] : [measure.id];
      const ranking = rank(world(), { by });
      expect(rankingSchema.safeParse(ranking).error).toBeUndefined();
      for (const text of [
        tableCsv(rankingTable(ranking)),
        rankingToMarkdown(ranking),
        JSON.stringify(ranking),
      ]) {
        expect(text).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  test('renaming and reordering firms moves the figures along', () => {
    const before = expectAnswer(measure, makeNetwork(firms, deals));
    const after = measure.fn(makeNetwork([...firms].reverse(), [...deals].reverse())).reverse();
    const known = [...before.keys()].filter((i) => !Number.isNaN(before[i]));
    for (const i of known) expect(after[i]).toBeCloseTo(before[i]!, 10);
  });
});
