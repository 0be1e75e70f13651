import { expect, test } from 'vitest';
import { MEASURES } from '../../src/measures/measures.ts';
import { rankingSchema } from '../../src/questions/rank/ranking.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const boats = threeBoatsFile(scratchDirectory());
const base = ['rank', '--network', boats];

test('JSON is the ranking document', async () => {
  const by = MEASURES.map(({ id }) => id);
  const { out } = await runCli('rank', '--by', by.join(','), '--format', 'json');
  const ranking = rankingSchema.parse(JSON.parse(out));
  expect(ranking.receipt.by).toEqual(by);
  expect(ranking.firms.find(({ id }) => id === 'bond-investors')?.rank).toBeNull();
  expect(ranking.firms.filter(({ rank }) => rank === 1)).toHaveLength(1);
});

test('all measures fit 80 columns, in blocks, in both languages', async () => {
  const by = MEASURES.map(({ id }) => id).join(',');
  const heads = [
    ['en', /^Rank/gm],
    ['zh', /^名次/gm],
  ] as const;
  for (const [lang, head] of heads) {
    const { out } = await runCli('rank', '--by', by, '--lang', lang);
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
    expect(out.match(head)).toHaveLength(Math.ceil(MEASURES.length / 4));
  }
});

test('--list says what every measure is, in lines that fit', async () => {
  const { out } = await runCli('rank', '--list');
  for (const { id } of MEASURES) expect(out).toContain(`${id} - `);
  expect(out).toContain('--set katz.strength=0.5');
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

test('--from gives the firm whose view is taken', async () => {
  const scores = async (...from: string[]) => {
    const run = await runCli('rank', '--by', 'personalised-pagerank', ...from, '--format', 'json');
    return rankingSchema.parse(JSON.parse(run.out));
  };
  const ranking = await scores('--from', 'talen');
  expect(ranking.receipt.from).toBe('talen');
  expect(ranking.firms[0]!.id).toBe('talen');
  expect((await scores()).firms[0]!.id).not.toBe('talen');
});

test('an attenuation beyond the bound is refused with the bound', async () => {
  const run = await runCli('rank', '--by', 'katz', '--set', 'katz.alpha=1');
  expect(run.err).toMatch(/katz, alpha: found 1, expected below/);
  expect({ code: run.code, out: run.out }).toEqual({ code: 1, out: '' });
});

test('CSV with units, and only as many firms as asked for', async () => {
  const { out } = await runCli(
    ...base,
    '--by',
    'order-in',
    '--format',
    'csv',
    '--units',
    '--top',
    '1',
  );
  expect(out).toBe('rank,firm,order-in\r\n,,usd-per-year\r\n1,bravo,22500000000\r\n'); // 90 over 4 years
});

test('layers and parameters reach the measure', async () => {
  const json = async (...more: string[]) =>
    rankingSchema.parse(JSON.parse((await runCli(...base, ...more, '--format', 'json')).out));
  const { receipt } = await json('--layers', 'order, debt', '--set', 'pagerank.damping=0.5');
  expect(receipt.layers).toEqual(['order', 'debt']);
  expect(receipt.parameters).toEqual({ 'pagerank.damping': 0.5 });
});

test.each([
  [['--by', 'pagerang'], 1, /Did you mean pagerank\?/],
  [['--by', ','], 1, /measures: found none/],
  [['--by', 'community'], 1, /only names groups.*pagerank,community/],
  [['--by', 'personalised-pagerank', '--from', 'alpah'], 1, /alpah.*alpha/],
  [['--layers', 'orders'], 1, /layers: found "orders"/],
  [['--set', 'pagerank.damping=x'], 2, /expected a number/],
  [['--set', 'pagerank.damping=2'], 1, /found 2, expected a number from 0 to 0.99/],
])('%j is refused with code %i', async (argv, code, message) => {
  const run = await runCli(...base, ...argv);
  expect(run.err).toMatch(message);
  expect({ code: run.code, out: run.out }).toEqual({ code, out: '' });
});
