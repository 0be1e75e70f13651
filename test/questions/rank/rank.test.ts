import { expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { rank } from '../../../src/questions/rank/rank.ts';
import { rankingSchema } from '../../../src/questions/rank/ranking.ts';
import { rankingToMarkdown } from '../../../src/questions/rank/ranking-markdown.ts';
import { rankingTable } from '../../../src/questions/rank/ranking-table.ts';
import { tableCsv } from '../../../src/tell/report-table.ts';
import { debt, makeNetwork, order } from '../../measures/make-network.ts';

const web = makeNetwork(
  [{ id: 'd' }, { id: 'c' }, { id: 'b' }, { id: 'a' }, { id: 'bonds', aggregate: true }],
  [
    order('a', 'b', { perYearUsd: 7e9 }),
    order('c', 'd', { perYearUsd: 9e9 }),
    order('d', 'c', { perYearUsd: 7e9 * (1 + 1e-12) }),
    order('d', 'a', {}),
    debt('bonds', 'a', { faceUsd: 50e9 }),
  ],
);

test('ties share the smaller rank and stand by id; what stands for many is not ranked', () => {
  const ranking = rank(web, { by: ['order-in', 'debt-out'] });
  expect(ranking.firms.map(({ id, rank: place }) => [id, place])).toEqual([
    ['d', 1],
    ['b', 2],
    ['c', 2],
    ['a', 4],
    ['bonds', null],
  ]);
  expect(ranking.firms[4]!.scores).toEqual({ 'order-in': 0, 'debt-out': 50e9 });
});

test('is the document of its schema and says what was left out', () => {
  const ranking = rank(web, { by: ['pagerank', 'order-in'], layers: ['order'] });
  expect(rankingSchema.parse(JSON.parse(JSON.stringify(ranking)))).toEqual(ranking);
  expect(ranking.leftOut).toEqual([{ deal: 'ord-d-a', reason: 'no amount known' }]);
  expect(ranking.receipt).toMatchObject({
    by: ['pagerank', 'order-in'],
    layers: ['order'],
    parameters: { 'pagerank.damping': 0.85 },
  });
});

test('the same question gives the same hash, another network another', () => {
  const hashes = (network: typeof web) => {
    const { network: asked, resultHash } = rank(network, { by: ['pagerank'] }).receipt;
    return [asked.hash, resultHash];
  };
  expect(hashes(web)).toEqual(hashes(web));
  expect(hashes(web)[0]).toMatch(/^[0-9a-f]{16}$/);
  const other = makeNetwork([{ id: 'a' }, { id: 'b' }], [order('a', 'b', { perYearUsd: 1e9 })]);
  expect(hashes(other).every((hash, i) => hash !== hashes(web)[i])).toBe(true);
});

test('a parameter reaches its measure', () => {
  const even = rank(web, { by: ['pagerank'], parameters: { 'pagerank.damping': 0 } });
  expect(even.firms.map(({ rank: place }) => place)).toEqual([1, 1, 1, 1, null]);
});

test('a firm that measures look from must be there', () => {
  expect(() => rank(web, { by: ['pagerank'], from: 'nobody' })).toThrow(/nobody/);
  const near = rank(web, { by: ['personalised-pagerank'], from: 'c' });
  expect(near.firms[0]!.id).toBe('c');
});

test('the first measure ranks, whatever stands beside it', () => {
  const order = (by: string[]) => rank(web, { by }).firms.map(({ id }) => id);
  expect(order(['debt-in', 'order-in'])[0]).toBe('a');
  expect(order(['order-in', 'debt-in'])[0]).toBe('d');
});

test.each([
  [{ by: [] }, /measures: found none/],
  [{ by: ['pagerang'] }, /measure: found "pagerang".*Did you mean pagerank\?/],
  [{ by: ['pagerank'], layers: [] }, /layers: found none/],
  [{ by: ['pagerank'], layers: ['shares' as 'order'] }, /layers: found "shares"/],
  [{ by: ['pagerank'], parameters: { 'pagerank.damping': 2 } }, /pagerank.damping: found 2/],
  [{ by: ['pagerank'], parameters: { damping: 0.5 } }, /found "damping"/],
])('refuses %j', (options, message) => {
  expect(() => rank(web, options)).toThrow(ScenarioError);
  expect(() => rank(web, options)).toThrow(message);
});

test('CSV carries full precision, and units when asked', () => {
  const lines = tableCsv(rankingTable(rank(web, { by: ['order-in'] })), { units: true }).split(
    '\r\n',
  );
  expect(lines.slice(0, 4)).toEqual([
    'rank,firm,order-in',
    ',,usd-per-year',
    '1,d,9000000000',
    '2,b,7000000000',
  ]);
  expect(lines.at(-2)).toBe(',bonds,0');
  expect(tableCsv(rankingTable(rank(web, { by: ['order-in'] }))).split('\r\n')[1]).toBe(
    '1,d,9000000000',
  );
});

test('Markdown says what a column is and where it comes from', () => {
  const text = rankingToMarkdown(rank(web, { by: ['order-in', 'pagerank'], layers: ['order'] }));
  expect(text).toContain('| rank | firm | Orders received ($bn a year) | PageRank (share) |');
  expect(text).toContain('| 1 | d | 9.00 |');
  expect(text).toContain('| – | bonds | 0.00 |');
  expect(text).toContain('1 deal without known dollars left out');
  expect(text).toContain('Page, Brin, Motwani and Winograd 1999');
});
