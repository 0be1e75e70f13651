import { describe, expect, test } from 'vitest';
import { timelineSchema } from '../../src/questions/timeline/timeline-schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const boats = threeBoatsFile(scratchDirectory());
const run = (...more: readonly string[]) =>
  runCli('timeline', '--network', boats, '--shock', 'alpha:revenue=-60%', ...more);

test('a table of the days that moved it most, 80 wide', async () => {
  const { code, out } = await run();
  expect(code).toBe(0);
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
  expect(out).toMatch(/^2025-10-06 +[\d.,]+ +\+[\d.,]+ +\d +\w/m);
  expect(out).toMatch(/1 day without an answer/);
});

test('JSON and CSV hold the same days; an absent answer is an empty cell', async () => {
  const timeline = timelineSchema.parse(JSON.parse((await run('--format', 'json')).out));
  const lines = (await run('--format', 'csv')).out.trim().split('\n').slice(1);
  expect(lines.map((line) => line.split(',')[0])).toEqual(timeline.days.map(({ day }) => day));
  timeline.days.forEach(({ result }, at) => {
    const cell = lines[at]!.split(',')[2]!;
    if (result === null) expect(cell).toBe('');
    else expect(Number(cell)).toBe(result.grossLossUsd);
  });
  expect(timeline.days.some(({ result }) => result === null)).toBe(true);
});

test('bounds and single days', async () => {
  const days = async (...more: readonly string[]): Promise<string[]> =>
    JSON.parse((await run('--format', 'json', ...more)).out).days.map(
      ({ day }: { day: string }) => day,
    );
  expect(await days('--from', '2025-03-20', '--to', '2025-10-06')).toEqual([
    '2025-03-28',
    '2025-10-06',
  ]);
  expect(await days('--dates', '2026-01-01,2025-06-01')).toEqual(['2025-06-01', '2026-01-01']);
  expect((await days('--as-of', '2025-04-01')).at(-1)).toBe('2025-03-28');
});

test('a shock that meets nothing on any day says so', async () => {
  const { code, out } = await run('--dates', '2024-06-01');
  expect(code).toBe(0);
  expect(out).toBe('No day has an answer: alpha is not in the web that day.\n');
});

describe('refuses', () => {
  test.each([
    [['--dates', '2026-01-01', '--from', '2025-01-01'], 2, /--dates: found --from or --to with it/],
    [
      ['--from', '2026-01-01', '--to', '2025-01-01'],
      1,
      /from: found "2026-01-01", expected a day up to/,
    ],
    [['--to', '2030-01-01'], 1, /to: found "2030-01-01", expected a day of the book/],
    [['--from', 'soon'], 1, /from: found "soon"/],
  ])('%j', async (words, code, message) => {
    const ran = await run(...words);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(message);
  });
});
