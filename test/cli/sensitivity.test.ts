import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inputKey } from '../../src/models/chained-boats/inputs/input-ref.ts';
import { sensitivitySchema } from '../../src/questions/sensitivity/sensitivity-schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { money } from '../../src/tell/money.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const scratch = scratchDirectory();
const boats = threeBoatsFile(scratch);
const run = (...more: readonly string[]) =>
  runCli('sensitivity', '--network', boats, '--shock', 'alpha:revenue=-60%', ...more);
const documentOf = async (...more: readonly string[]) =>
  sensitivitySchema.parse(JSON.parse((await run('--format', 'json', ...more)).out));

describe('sensitivity', () => {
  test('tables of evidence, slopes and bars, 80 wide', async () => {
    const { code, out, err } = await run('--top', '5');
    expect([code, err]).toEqual([0, '']);
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
    const { totalUsd, slopes, tornado } = await documentOf();
    expect(out).toContain(`the gross loss of value is ${money('en', totalUsd)}`);
    expect(out).toMatch(/What it rests on/);
    expect(out).toMatch(/^5 of \d+ figures that move it/m);
    const [bar] = tornado;
    const first = bar!.input.kind === 'parameter' ? bar!.input.parameter : '';
    expect(out).toMatch(new RegExp(`^parameter ${first} `, 'm'));
    expect(slopes[0]!.perPercentUsd).not.toBeNull();
    expect(out).toContain('Not a forecast');
  });

  test('CSV holds one part at a time, as many rows as the document', async () => {
    const { slopes, tornado, evidence } = await documentOf();
    const rows = async (...part: readonly string[]) =>
      (await run('--format', 'csv', ...part)).out.trim().split('\n').slice(1);
    const inSlopes = await rows();
    expect(inSlopes.map((row) => row.split(',')[0])).toEqual(
      slopes.map(({ input }) => inputKey(input)),
    );
    expect(Number(inSlopes[0]!.split(',')[3])).toBe(slopes[0]!.slope);
    const bars = await rows('--part', 'tornado');
    expect(bars.map((row) => row.split(',')[0])).toEqual(
      tornado.map(({ input }) => inputKey(input)),
    );
    const shares = await rows('--part', 'evidence');
    expect(shares).toHaveLength(evidence!.shares.length + 1);
    const sum = shares.reduce((total, row) => total + Number(row.split(',')[2]), 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  test('Markdown, a file, other targets, and no tornado', async () => {
    expect((await run('--format', 'md')).out).toContain('| Figure | Value |');
    const file = join(scratch, 'slopes.json');
    const { out, code } = await run('--no-tornado', '--format', 'json', '--out', file);
    expect([out, code]).toEqual(['', 0]);
    const written = sensitivitySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(written.tornado).toEqual([]);
    expect((await documentOf('--target', 'firm:BRVO')).target).toEqual({
      kind: 'firm-loss',
      firm: 'bravo',
    });
    const { out: gap } = await run('--target', 'gap:alpha', '--no-tornado');
    expect(gap.replaceAll('\n', ' ')).toMatch(
      /the outside money a year that Alpha Models needs is \$/,
    );
  });

  test('no shock: nothing moves it, and it says so', async () => {
    const calm = await runCli(
      ...['sensitivity', '--network', boats, '--cut', 'ord-alpha-carrow', '--no-tornado'],
    );
    expect(calm.out).toContain('No figure moves it');
    expect(calm.out).not.toContain('What it rests on');
  });

  test('an unknown target, part or firm is an error of one line', async () => {
    const target = await run('--target', 'profit');
    expect(target.code).not.toBe(0);
    expect(target.err).toMatch(/target: found "profit", expected gross-loss, owners-loss/);
    expect((await run('--target', 'firm:alphaa')).err).toMatch(/alpha/);
    expect((await run('--part', 'all')).err).toMatch(/slopes/);
  });
});
