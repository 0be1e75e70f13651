import { describe, expect, test } from 'vitest';
import { pathSchema } from '../../src/questions/path/path-schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const boats = threeBoatsFile(scratchDirectory());
const run = (...more: readonly string[]) =>
  runCli('simulate', '--network', boats, '--shock', 'alpha:revenue=-60%', ...more);

test('a row per year, a table of firms, 80 wide', async () => {
  const { code, out } = await run('--path', '2026-2029');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^If Alpha Models misses revenue by 60%, under chained-boats, year by year over/,
  );
  for (const year of [2026, 2027, 2028, 2029])
    expect(out).toMatch(new RegExp(`^${year} +[\\d.]+`, 'm'));
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

test('JSON and CSV hold the same; a firm’s columns add up as printed', async () => {
  const path = pathSchema.parse(
    JSON.parse((await run('--path', '2026-2028', '--format', 'json')).out),
  );
  const lines = (await run('--path', '2026-2028', '--format', 'csv', '--firm', 'alpha')).out
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(4);
  const header = lines[0]!.split(',');
  path.years.forEach(({ year, firms }, at) => {
    const alpha = firms.find(({ id }) => id === 'alpha')!;
    const cells = new Map(lines[at + 1]!.split(',').map((cell, index) => [header[index]!, cell]));
    expect(Number(cells.get('year'))).toBe(year);
    expect(Number(cells.get('lossUsd'))).toBe(alpha.lossUsd);
    expect(Number(cells.get('cashEndUsd'))).toBe(alpha.account.cashEndUsd);
  });
  const { out } = await run('--path', '2026-2028', '--firm', 'alpha');
  const row = (name: string): number[] =>
    out
      .split('\r\n')
      .find((line) => line.startsWith(name))
      ?.match(/-?[\d,]+\.\d\d/g)
      ?.map((text) => Number(text.replaceAll(',', ''))) ?? [0, 0, 0];
  const names = out
    .split('\n')
    .filter((line) => /^[+-] /.test(line))
    .map((line) => line.slice(0, 24).trimEnd());
  expect(names.length).toBeGreaterThan(3);
  const start = row('cash at the start');
  row('cash at the end').forEach((end, at) => {
    const moved = names.reduce((sum, name) => sum + row(name)[at]!, start[at]!);
    expect(moved).toBeCloseTo(end, 1);
  });
});

test('more than five years go on in a further table', async () => {
  const { out } = await run('--path', '2026-2032');
  expect(out.match(/^Loss so far +\$bn/gm)).toHaveLength(2);
});

test('nothing happens: no firm loses in any year', async () => {
  const { out } = await runCli(
    'simulate',
    '--network',
    boats,
    '--cut',
    'eq-bravo-carrow',
    '--path',
    '2026-2027',
  );
  expect(out).toMatch(/no firm loses\s+value in any year\./);
});

test('a link with a path of years runs it', async () => {
  const link = 'v=1&asof=2026-03-01&shock=alpha:revenue:-.6&t=2026..2027';
  const { out } = await runCli('simulate', '--network', boats, '--scenario', link);
  expect(out).toMatch(/year by year over\s+2026-2027/);
});

describe('refuses', () => {
  test.each([
    [['--path', '2030-2026'], 1, /time.window\[1\]: found 2026, expected 2030 or later/],
    [['--path', '2026-2080'], 1, /time.window: found 55 years, expected at most 50 years/],
    [['--path', '2026'], 2, /Expected two years/],
    [['--path', '2026-2028', '--window', '2026-2028'], 2, /cannot be used with/],
    [['--path', '2026-2028', '--rounds'], 2, /cannot be used with/],
    [['--path', '2026-2028', '--set', 'valuation=book'], 1, /parameters.valuation: found "book"/],
    [['--path', '2026-2028', '--firm', 'bravoo'], 1, /--firm: found "bravoo"/],
    [
      ['--scenario', 'v=1&shock=alpha:revenue:-.6&t=2026..2027', '--bearers'],
      2,
      /--bearers: found a path of years/,
    ],
  ])('%j', async (words, code, message) => {
    const ran = await run(...words);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(message);
  });

  test('another command says where a path is run', async () => {
    const link = 'v=1&asof=2026-03-01&shock=alpha:revenue:-.6&t=2026..2027';
    const { code, err } = await runCli('compare', '--network', boats, '--scenario', link);
    expect(code).toBe(1);
    expect(err).toMatch(/time.mode: found "path".*simulate --path/);
  });
});
