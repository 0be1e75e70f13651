import { expect, test } from 'vitest';
import { displayWidth } from '../../src/tell/display-width.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const boats = threeBoatsFile(scratchDirectory());
const base = ['gap', '--network', boats];

test('the shipped web: firms by what they must find, years side by side', async () => {
  const { code, out } = await runCli('gap', '--top', '5');
  expect(code).toBe(0);
  expect(out).toMatch(/^Firm +\$bn +\$bn +\$bn +\$bn +\$bn +\$bn$/m);
  expect(out).toMatch(/^OpenAI/m);
  expect(out).toMatch(/^The other \d+: \$[\d.]+(m|bn) together\.$/m);
});

test('CSV and JSON hold the same dollars, and the table sums them', async () => {
  const table = JSON.parse((await runCli(...base, '--format', 'json')).out);
  const csv = (await runCli(...base, '--format', 'csv')).out.trim().split('\n').slice(1);
  const alpha = table.firms.find(({ id }: { id: string }) => id === 'alpha');
  const inCsv = csv.filter((line) => line.startsWith('alpha,')).map((line) => line.split(','));
  expect(inCsv.map(([, year, usd]) => ({ year: Number(year), usd: Number(usd) }))).toEqual(
    alpha.perYear,
  );
  expect(alpha.totalUsd).toBeGreaterThan(0);
  const { out } = await runCli(...base);
  expect(out).toContain((alpha.totalUsd / 1e9).toFixed(2));
});

test('a long window goes on in a further table, still 80 wide', async () => {
  const { out } = await runCli(...base, '--window', '2026-2037');
  expect(out.match(/^Firm/gm)).toHaveLength(3);
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
  expect(out).toMatch(/^ +2036 +2037 +All years$/m);
});

test('a cut deal needs no money', async () => {
  const total = async (...more: string[]) => {
    const { firms } = JSON.parse((await runCli(...base, '--format', 'json', ...more)).out);
    return firms.find(({ id }: { id: string }) => id === 'alpha').totalUsd;
  };
  expect(await total('--cut', 'ord-alpha-bravo')).toBeLessThan(await total());
});
