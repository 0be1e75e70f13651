import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { csvText } from '../../src/base/csv-text.ts';
import { backtestSchema } from '../../src/questions/backtest/backtest-schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { millBook, millDocument } from '../questions/backtest/mill-book.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';

const folder = scratchDirectory();
const network = join(folder, 'mill.json');
const events = join(folder, 'days');

beforeAll(() => {
  writeFileSync(network, JSON.stringify(millDocument));
  mkdirSync(events);
  const rows = millBook.events.map((one) => [
    ...[one.id, one.on, one.title.en, one.title.zh, one.origin ?? '', one.kind, one.direction],
    ...[one.grade, (one.deals ?? []).join(';'), one.soxPercent, 'paper'],
  ]);
  const names = 'id,on,title.en,title.zh,origin,kind,direction,grade,deals,soxPercent,sources';
  writeFileSync(join(events, 'events.csv'), csvText([names.split(','), ...rows]));
  const moves = millBook.moves.map((one) => [
    ...[one.event, one.firm, one.window, one.percent, one.ownNews ? 'yes' : 'no', 'paper', 'high'],
  ]);
  const moveNames = ['event', 'firm', 'window', 'percent', 'ownNews', 'sources', 'confidence'];
  writeFileSync(join(events, 'moves.csv'), csvText([moveNames, ...moves]));
  const outside = 'id,name.en,name.zh,what\nindex,Town index,镇指数,all firms\n';
  writeFileSync(join(events, 'outside.csv'), outside);
});

const run = (...more: readonly string[]) =>
  runCli('backtest', '--network', network, '--events', events, '--permutations', '200', ...more);

test('what came of it comes first; tables are 80 wide', async () => {
  const { code, out, err } = await run();
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^(Direct exposure alone does|The cascade does better)/);
  expect(out).toMatch(/A difference under 0\.2 in rank correlation is noise/);
  expect(out).toMatch(/Not scored \(ferry is not in the web on 2025-02-19\): ferry-early/);
  expect(out).toMatch(/^no-move b +– +– +– +– +– +5\/5$/m);
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

test('one event, firm by firm, in both languages', async () => {
  const { out } = await run('--event', 'flood', '--model', 'esri');
  expect(out).toMatch(/The web of 2025-02-09; the origin’s value falls by\s+half/);
  expect(out).toMatch(/^mill \(own news\) +-20\.0 /m);
  expect(out).toMatch(/Not scored: ghost \(of unknown value\), Town index \(not in the web\)/);
  expect(out).not.toMatch(/chained-boats/);
  expect((await run('--event', 'flood', '--lang', 'zh')).out).toMatch(/新闻主体的估值减半/);
});

test('what was tried and dropped is printed', async () => {
  const { out } = await run('--variants', '--model', 'chained-boats');
  expect(out).toMatch(/Tried and (dropped|kept): rivals-gain/);
  expect(out).toMatch(/Parameters: the best of 36 settings/);
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

test('JSON and CSV hold the same scores', async () => {
  const result = backtestSchema.parse(JSON.parse((await run('--format', 'json')).out));
  const lines = (await run('--format', 'csv')).out.trim().split('\n').slice(1);
  expect(lines).toHaveLength(result.scores.length + result.overall.length);
  const [first] = result.scores;
  const cells = lines[0]!.split(',');
  expect(cells.slice(0, 5)).toEqual([
    ...[first!.predictor, first!.event, '', first!.set, first!.target],
  ]);
  expect(cells[8]).toBe(first!.spearman === null ? '' : String(first!.spearman));
});

describe('refused', () => {
  test.each([
    [['--event', 'ferry-early'], 1, /ferry is not in the web on 2025-02-19/],
    [['--event', 'flod'], 1, /Did you mean flood/],
    [['--model', 'esrri'], 1, /Did you mean esri/],
    [['--permutations', '5'], 1, /from 100 to 100000/],
    [['--seed', 'x'], 2, /whole number/],
  ])('%j', async (words, code, message) => {
    const ran = await run(...words);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(message);
    expect(ran.out).toBe('');
  });

  test('a single file has no folder of market days beside it', async () => {
    const ran = await runCli('backtest', '--network', network);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/--events: found .*a folder of market days/);
    const none = await runCli('backtest', '--network', network, '--events', folder);
    expect(none.err).toMatch(/events.csv: found nothing at this path/);
  });
});
