import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../src/data/parse.ts';
import { cascadeSchema } from '../../src/models/cascade.ts';
import { simulate } from '../../src/models/chained-boats/simulate.ts';
import { simulateReport } from '../../src/questions/simulate/report.ts';
import { settledCode } from '../../src/questions/simulate/run.ts';
import { toLink } from '../../src/scenario/link.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { namesOf } from '../../src/tell/names.ts';
import { asText } from '../../src/tell/report.ts';
import { speakerIn } from '../../src/tell/words/from-files.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { threeBoats } from '../worlds/three-boats.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const scratch = scratchDirectory();
const boats = threeBoatsFile(scratch);
const shock = ['--network', boats, '--shock', 'alpha:revenue=-50%', '--window', '2026-2030'];
const scenario: Scenario = {
  version: 1,
  name: 'half',
  shocks: [{ kind: 'revenue', firm: 'alpha', size: 0.5 }],
  time: { mode: 'horizon', window: [2026, 2030] },
};
const simulateJson = async (...argv: string[]) =>
  JSON.parse((await runCli('simulate', ...argv, '--format', 'json')).out);

describe('the leading case', () => {
  test('is what runs when nothing is said, and its first line says what it is', async () => {
    const { code, out, err } = await runCli('simulate');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const sentence = out.split('\n\n')[0]!.replaceAll('\n', ' ');
    expect(sentence).toMatch(
      /^If OpenAI misses revenue by 50%, under chained-boats, over 2026-2030, mean year, as of 2026-04-27: \d+ firms lose \$[\d.]+(bn|tn) of value, \$[\d.]+(bn|tn) of it borne by final owners\.$/,
    );
    expect(out).toMatch(/^OpenAI .* the shock itself$/m);
    expect(out.replaceAll('\n', ' ')).toContain('Not a forecast');
  });

  test.each([
    ['en', '--rounds'],
    ['zh', '--rounds'],
    ['zh', '--firm', 'oracle'],
  ])('fits 80 columns in %s %s', async (lang, ...more) => {
    const { out } = await runCli('simulate', '--lang', lang, '--top', '0', ...more);
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
    if (lang === 'zh') expect(out).toContain('甲骨文');
  });

  test('shows why it spreads: what OpenAI needs to raise, raises, and pays of each claim', async () => {
    const [{ out }, cascade] = await Promise.all([runCli('simulate'), simulateJson()]);
    const openai = cascade.firms.find(({ id }: { id: string }) => id === 'openai');
    const row = out
      .split('Pays less')[1]!
      .match(/^OpenAI\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/m)!;
    expect(Number(row[1])).toBeCloseTo(openai.fundingUsd / 1e9, 1);
    expect(Number(row[2])).toBeCloseTo((openai.fundingUsd * openai.fundingRaised) / 1e9, 1);
    expect(Number(row[5])).toBeCloseTo(openai.discretionaryPaid * 100, 0);
  });

  test('says that a day before the first values looks ahead', async () => {
    expect((await runCli('simulate', '--as-of', '2024-06-01')).out).toContain('Looks ahead');
    expect((await runCli('simulate')).out).not.toContain('Looks ahead');
  });

  test('as JSON is the cascade document and nothing else', async () => {
    const { out } = await runCli('simulate', '--format', 'json');
    const cascade = cascadeSchema.parse(JSON.parse(out));
    expect(cascade.receipt.scenario.shocks).toEqual([
      { kind: 'revenue', firm: 'openai', size: 0.5 },
    ]);
  });
});

describe('a scenario', () => {
  test('is the same from options, a file and a link', async () => {
    const file = join(scratch, 'half.json');
    writeFileSync(file, JSON.stringify(scenario));
    const wanted = simulate(parseNetwork(threeBoats), scenario);
    const asked = [
      shock,
      ['--network', boats, '--scenario', file],
      ['--network', boats, '--scenario', `#${toLink(scenario)}`],
      ['--network', boats, '--scenario', `http://127.0.0.1:4173/#${toLink(scenario)}`],
    ];
    for (const argv of asked) {
      const cascade = await simulateJson(...argv);
      expect(cascade.receipt.resultHash).toBe(wanted.receipt.resultHash);
      expect(cascade.firms).toEqual(JSON.parse(JSON.stringify(wanted.firms)));
    }
  });

  test('takes what other options add or change', async () => {
    const { receipt } = await simulateJson(
      ...['--network', boats, '--scenario', `#${toLink(scenario)}`, '--shock', 'carrow:value=-10%'],
      ...['--cut', 'ord-alpha-carrow', '--year', '2027', '--set', 'takeOrPay=0.25'],
      ...['--weight', 'announced=0.5'],
    );
    expect(receipt.scenario).toMatchObject({
      shocks: [scenario.shocks[0], { kind: 'value', firm: 'carrow', size: 0.1 }],
      cuts: ['ord-alpha-carrow'],
      time: { mode: 'year', year: 2027 },
      parameters: { takeOrPay: 0.25 },
      weights: { announced: 0.5, signed: 1 },
    });
  });

  test('of a link brings its day, which --as-of overrides', async () => {
    const link = `#${toLink(scenario, { asOf: '2026-01-15' })}`;
    const day = async (...more: string[]) =>
      (await simulateJson('--network', boats, '--scenario', link, ...more)).receipt.network.asOf;
    expect(await day()).toBe('2026-01-15');
    expect(await day('--as-of', '2026-02-01')).toBe('2026-02-01');
  });

  test('that ships is found by name', async () => {
    const { receipt } = await simulateJson('--scenario', 'openai-shortfall-25');
    expect(receipt.scenario.shocks[0].size).toBe(0.25);
  });
});

describe('what is written', () => {
  test('the ledger of one firm sums to its loss', async () => {
    const { out } = await runCli('simulate', ...shock, '--firm', 'Bravo Chips', '--format', 'csv');
    const { firms } = await simulateJson(...shock);
    const bravo = firms.find(({ id }: { id: string }) => id === 'bravo');
    const lines = out.trim().split('\r\n');
    expect(lines[0]).toBe('firm,round,cause,throughFirm,deal,lossUsd');
    const sum = lines.slice(1).reduce((total, line) => total + Number(line.split(',').at(-1)), 0);
    expect(bravo.lossUsd).toBeGreaterThan(0);
    expect(sum / bravo.lossUsd).toBeCloseTo(1, 9);
    const table = await runCli('simulate', ...shock, '--firm', 'bravo');
    expect(table.out).toMatch(/^lost orders {2}ord-alpha-bravo {2,}Alpha Models/m);
  });

  test('CSV of firms and of rounds carries full precision', async () => {
    const { firms, rounds } = await simulateJson(...shock);
    const csv = (await runCli('simulate', ...shock, '--format', 'csv')).out.trim().split('\r\n');
    expect(csv).toHaveLength(firms.length + 1);
    const alpha = firms.find(({ id }: { id: string }) => id === 'alpha');
    expect(csv.find((line) => line.startsWith('alpha,'))).toContain(
      `,500000000000,${alpha.lossUsd},`,
    );
    const perRound = (await runCli('simulate', ...shock, '--rounds', '--format', 'csv')).out;
    const usd = perRound
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(',')[2]));
    expect(usd).toEqual(rounds.map(({ lossUsd }: { lossUsd: number }) => lossUsd));
  });

  test('Markdown holds the same tables', async () => {
    const { out } = await runCli('simulate', ...shock, '--format', 'md');
    expect(out).toMatch(/^\| Firm \| Value \$bn \| Loss \$bn \| Loss % \| Hit in round \|/m);
    expect(out).toMatch(/^\| Alpha Models \| 500\.00 \|/m);
  });

  test('--out writes a whole file and nothing else, or nothing at all', async () => {
    const file = join(scratch, 'run.json');
    const run = await runCli('simulate', ...shock, '--format', 'json', '--out', file);
    expect(run).toEqual({ code: 0, out: '', err: '' });
    expect(cascadeSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success).toBe(true);
    const before = readdirSync(scratch);
    const nowhere = join(scratch, 'no', 'run.json');
    const failed = await runCli('simulate', ...shock, '--out', nowhere);
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(/^chained-boats: .*no such directory.*\n$/);
    expect(existsSync(nowhere)).toBe(false);
    expect(readdirSync(scratch)).toEqual(before);
  });
});

test('a run that did not settle says so in the report and ends with 3', () => {
  const network = parseNetwork(threeBoats);
  const cascade = { ...simulate(network, scenario), converged: false, residual: 0.0123 };
  let err = '';
  const io = { out: () => {}, err: (text: string) => (err += text), isTerminal: false };
  expect(settledCode(cascade, io, speakerIn('en'))).toBe(3);
  expect(err).toMatch(/^chained-boats: the run did not settle.*1\.2e-2.*\n$/);
  const report = simulateReport(cascade, namesOf(network, 'en'), { top: 3, rounds: false });
  expect(asText(report)).toContain('NOT SETTLED');
  expect(settledCode({ ...cascade, converged: true }, io, speakerIn('en'))).toBe(0);
});

test.each([
  [['--shock', 'openal:revenue=-50%'], 1, /found "openal".*Did you mean openai/],
  [['--shock', 'openai:revenue=-150%'], 1, /150/],
  [['--shock', 'openai:revenu=-50%'], 1, /Did you mean revenue\?/],
  [['--scenario', 'openai-shortfal-50'], 1, /Did you mean openai-shortfall-50/],
  [['--cut', 'ord-openai-orcle'], 1, /Did you mean ord-openai-oracle/],
  [['--as-of', '2026-02-30'], 1, /2026-02-30/],
  [['--set', 'takeOrPay=2'], 1, /parameter takeOrPay: found 2, expected a number from 0 to 1/],
  [['--weight', 'signd=1'], 1, /signd/],
  [['--firm', 'orcle'], 1, /Did you mean oracle/],
  [['--network', '/nowhere'], 2, /--shock: found nothing/],
  [['--network', '/nowhere', '--shock', 'a:default'], 1, /nothing at this path/],
  [['--window', '2030'], 2, /Expected two years/],
  [['--window', '2030-2026'], 1, /2030/],
  [['--year', '2026', '--window', '2026-2030'], 2, /cannot be used with/],
  [['--top', 'x'], 2, /Expected a whole number/],
  [['--format', 'xml'], 2, /Allowed choices are table, json, csv, md/],
  [['--set', 'takeOrPay'], 2, /expected name=value/],
  [['--frob'], 2, /unknown option '--frob'/],
  [['extra'], 2, /too many arguments/],
])('%j is refused with code %i in one line', async (argv, code, message) => {
  const run = await runCli('simulate', ...argv);
  expect(run.err).toMatch(message);
  expect(run.err).toMatch(/^chained-boats: [^\n]+\n$/);
  expect({ code: run.code, out: run.out }).toEqual({ code, out: '' });
});
