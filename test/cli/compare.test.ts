import { describe, expect, test } from 'vitest';
import { ADAPTERS } from '../../src/models/on-web/adapters.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const boats = threeBoatsFile(scratchDirectory());
const base = ['compare', '--network', boats, '--shock', 'alpha:revenue=-50%'];
const widest = (text: string): number => Math.max(...text.split('\n').map(displayWidth));

test('the leading case under all models, 80 wide', async () => {
  const { code, out, err } = await runCli('compare');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^If OpenAI misses revenue by 50%, under \d+ models/);
  expect(out.match(/^OpenAI/gm)!.length).toBe(Math.ceil(ADAPTERS.length / 5));
  expect(widest(out)).toBeLessThanOrEqual(80);
  for (const { id } of ADAPTERS) expect(out).toMatch(new RegExp(`^ *\\d+ +${id} `, 'm'));
  expect(out).toMatch(/Kendall’s tau-b below/);
  expect(out).toMatch(/Not a forecast/);
});

test('JSON, CSV and the table hold the same shares', async () => {
  const models = ['--models', 'chained-boats,debtrank-linear'];
  const document = JSON.parse((await runCli(...base, ...models, '--format', 'json')).out);
  const [header, ...lines] = (await runCli(...base, ...models, '--format', 'csv')).out
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(header).toEqual([
    'firm',
    'ranked',
    'startValueUsd',
    'chained-boats',
    'debtrank-linear',
    'spread',
  ]);
  const bravo = document.firms.find(({ id }: { id: string }) => id === 'bravo');
  const inCsv = lines.find(([id]) => id === 'bravo')!;
  expect(inCsv.slice(3).map(Number)).toEqual([...Object.values(bravo.losses), bravo.spread]);
  const { out } = await runCli(...base, ...models);
  const figures = [...Object.values<number>(bravo.losses), bravo.spread];
  const row = figures.map((share) => (share * 100).toFixed(1)).join(' +');
  expect(out).toMatch(new RegExp(`^Bravo Chips +${row}$`, 'm'));
});

test('one model: no spread, no correlations', async () => {
  const { out } = await runCli(...base, '--models', 'esri');
  expect(out).not.toContain('spread');
  expect(out).not.toContain('Kendall');
});

test('--top leaves the rest to a line', async () => {
  const { out } = await runCli(...base, '--top', '1');
  expect(out).toMatch(/^2 more firms\.$/m);
});

test('Markdown has a table per block', async () => {
  const { out } = await runCli(...base, '--format', 'md', '--models', 'chained-boats,esri');
  expect(out).toMatch(/^\| Firm \|/m);
  expect(out.match(/^\| ---/gm) ?? out.match(/^\|[ :-]+-/gm)).not.toBeNull();
});

describe('refused', () => {
  test.each([
    [['--models', 'debtrank'], 1, 'Did you mean debtrank-linear'],
    [['--models', ','], 1, 'models: found none'],
    [['--shock', 'delta:revenue=-50%'], 1, 'delta'],
  ])('%j', async (words, exit, message) => {
    const { code, out, err } = await runCli(...base, ...words);
    expect({ code, out }).toEqual({ code: exit, out: '' });
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
