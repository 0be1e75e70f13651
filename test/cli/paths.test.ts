import { describe, expect, test } from 'vitest';
import { incidenceSchema } from '../../src/questions/bearers/incidence-schema.ts';
import { firePathsSchema } from '../../src/questions/fire-paths/fire-paths-schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const boats = threeBoatsFile(scratchDirectory());
const run = (...more: readonly string[]) =>
  runCli('simulate', '--network', boats, '--shock', 'alpha:revenue=-60%', ...more);

const widest = (out: string): number => Math.max(...out.split('\n').map(displayWidth));

describe('simulate --firm --paths', () => {
  test('the table sums to the loss, and so does the CSV', async () => {
    const { code, out } = await run('--firm', 'bravo', '--paths', '3');
    expect(code).toBe(0);
    expect(out).toMatch(/^Alpha Models > Bravo Chips +\d/m);
    expect(out).toMatch(/^all +[\d.]+ +100\.0$/m);
    expect(widest(out)).toBeLessThanOrEqual(80);
    const { lossUsd, paths } = firePathsSchema.parse(
      JSON.parse((await run('--firm', 'bravo', '--paths', '3', '--format', 'json')).out),
    );
    const csv = (await run('--firm', 'bravo', '--paths', '3', '--format', 'csv')).out;
    const usd = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',').at(-1)));
    expect(usd).toHaveLength(paths.length + 3);
    expect(usd.reduce((sum, one) => sum + one, 0) / lossUsd).toBeCloseTo(1, 9);
  });

  test('fewer hops leave more to longer chains', async () => {
    const longer = async (hops: string): Promise<number> =>
      JSON.parse(
        (await run('--firm', 'bravo', '--paths', '1', '--hops', hops, '--format', 'json')).out,
      ).longerUsd;
    expect(await longer('0')).toBeGreaterThan(await longer('4'));
  });

  test('a firm that loses nothing', async () => {
    const { out } = await runCli(
      'simulate',
      '--network',
      boats,
      '--cut',
      'eq-bravo-carrow',
      '--firm',
      'alpha',
      '--paths',
      '2',
    );
    expect(out).toBe('Alpha Models loses nothing: no fire reaches it.\n');
  });

  test.each([
    [['--paths', '3'], /--paths: found it alone, expected a --firm with it/],
    [['--firm', 'bravo', '--hops', '3'], /--hops: found it alone, expected --paths with it/],
    [['--firm', 'bravo', '--paths', '0'], /fire paths, count: found 0/],
    [['--firm', 'bravo', '--paths', '2', '--hops', '21'], /fire paths, hops: found 21/],
    [['--firm', 'bravo', '--bearers'], /--bearers: found --firm with it/],
    [['--firm', 'bravo', '--paths', 'x'], /'x' is invalid/],
  ])('%j is refused', async (words, message) => {
    const { code, out, err } = await run(...words);
    expect(code).toBeGreaterThan(0);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });
});

describe('simulate --bearers', () => {
  test('table, JSON and CSV hold the same dollars', async () => {
    const { out } = await run('--bearers');
    expect(widest(out)).toBeLessThanOrEqual(80);
    const answer = incidenceSchema.parse(
      JSON.parse((await run('--bearers', '--format', 'json')).out),
    );
    expect(out).toContain((answer.totalUsd / 1e9).toFixed(2));
    const csv = (await run('--bearers', '--format', 'csv')).out.trim().split('\n').slice(1);
    const usd = csv.map((line) => Number(line.split(',')[2]));
    expect(usd.reduce((sum, one) => sum + one, 0) / answer.totalUsd).toBeCloseTo(1, 9);
  });

  test('nothing lost: the sentence alone', async () => {
    const { out } = await runCli(
      'simulate',
      '--network',
      boats,
      '--cut',
      'eq-bravo-carrow',
      '--bearers',
    );
    expect(out).toMatch(/no firm loses\s+value\.\n$/);
  });
});

test('--rounds says what the first round takes and what the later ones add', async () => {
  const { out } = await run('--rounds');
  const [, first, later, times] =
    /Round 1, the shock itself, takes \$([\d.]+)bn; the rounds\s+after\s+it\s+\$([\d.]+)bn,\s+([\d.]+)\s+times/.exec(
      out,
    ) ?? [];
  expect(Number(later) / Number(first)).toBeCloseTo(Number(times), 1);
  expect((await run()).out).not.toContain('Round 1, the shock itself');
});
