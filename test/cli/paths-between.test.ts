import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { pathsSchema } from '../../src/questions/paths/paths-schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';

const directory = scratchDirectory();
const ORACLE_TO_TSMC = ['paths', 'oracle', 'tsmc', '--kinds', 'order', '--directed'];

test('how many deals from Oracle to TSMC: two, by way of Nvidia and of AMD', async () => {
  const { code, out, err } = await runCli(...ORACLE_TO_TSMC);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Oracle to TSMC: 2 hops, 2 chains that tie/);
  expect(out).toMatch(/\n1\. Oracle > Nvidia > TSMC: thinnest hop \$33bn/);
  expect(out).toMatch(/\nOracle → Nvidia +Orders +65\.47 +reported +ord-oracle-nvidia\n/);
  expect(out).toMatch(/\n2\. Oracle > AMD > TSMC: dollars not known all the way/);
});

test.each([
  ['oracle', 'tsmc'],
  ['oracle', 'tsmc', '--by', 'strength', '--lang', 'zh'],
  ['softbank', 'asml', '--top', '0'],
])('paths %j fits into 80 columns', async (...words) => {
  const { code, out } = await runCli('paths', ...words);
  expect(code).toBe(0);
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

test('the way back is shown against the arrow, and those not listed are counted', async () => {
  expect((await runCli('paths', 'tsmc', 'oracle')).out).toMatch(
    /\nTSMC ← Nvidia +Orders .*ord-nvidia-tsmc\n/,
  );
  const { out } = await runCli(...ORACLE_TO_TSMC, '--top', '1');
  expect(out).toContain('And 1 more chain.');
  expect(out).not.toContain('AMD');
});

test('the same as a document, as rows and as Markdown, by the file’s name', async () => {
  const document = pathsSchema.parse(
    JSON.parse((await runCli(...ORACLE_TO_TSMC, '--format', 'json')).out),
  );
  expect(document).toMatchObject({ count: 2, receipt: { directed: true, kinds: ['order'] } });
  const file = join(directory, 'paths.csv');
  expect((await runCli(...ORACLE_TO_TSMC, '--out', file)).code).toBe(0);
  const rows = Papa.parse<Record<string, string>>((await readFile(file, 'utf8')).trim(), {
    header: true,
  }).data;
  const deals = document.chains.flatMap(({ hops }) => hops.flatMap((hop) => hop.deals));
  expect(rows.map(({ deal }) => deal)).toEqual(deals.map(({ id }) => id));
  expect(rows.map(({ amount }) => amount)).toEqual(
    deals.map(({ usd }) => (usd === null ? '' : String(usd))),
  );
  expect((await runCli(...ORACLE_TO_TSMC, '--format', 'md')).out).toContain('| Oracle → Nvidia |');
});

test('without a chain a sentence says so', async () => {
  const { code, out } = await runCli('paths', 'tsmc', 'oracle', '--kinds', 'debt');
  expect(code).toBe(0);
  expect(out).toMatch(/^No chain leads from TSMC to Oracle over loans, either way, as of/);
});

test.each([
  [['oracle', 'Oracle'], /to: found "oracle", the firm that the chains start from/],
  [['orcle', 'tsmc'], /from: found "orcle".*Did you mean oracle/],
  [['oracle', 'tsmc', '--kinds', 'bond'], /kinds: found "bond", expected one of equity/],
  [['oracle', 'tsmc', '--by', 'luck'], /hops, strength/],
  [['oracle'], /missing required argument 'to'/],
])('paths %j is refused in one line', async (words, message) => {
  const { code, out, err } = await runCli('paths', ...words);
  expect([1, 2]).toContain(code);
  expect(out).toBe('');
  expect(err).toMatch(message);
});
