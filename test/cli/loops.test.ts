import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { circularitySchema } from '../../src/questions/loops/circularity-document.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { threeBoats } from '../worlds/three-boats.ts';
import { runCli } from './run-cli.ts';

test('loops says in one sentence what goes in circles, and lists the loops in 80 columns', async () => {
  const { code, out, err } = await runCli('loops');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Of \$[\d.]+tn that firms of this web have announced to pay/);
  expect(out).toMatch(/not\s+that the same dollars did/);
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

test('loops writes its document, of one firm if asked, and a row per loop', async () => {
  const json = await runCli('loops', '--format', 'json', '--firm', 'amd', '--basis', 'binding');
  const document = circularitySchema.parse(JSON.parse(json.out));
  expect(document.receipt.basis).toBe('binding');
  expect(document.loops.every(({ firms }) => firms.includes('amd'))).toBe(true);
  const csv = await runCli('loops', '--format', 'csv', '--hops', '3');
  const three = await runCli('loops', '--format', 'json', '--hops', '3');
  expect(csv.out.trim().split('\n')).toHaveLength(1 + JSON.parse(three.out).loops.length);
});

test('loops stands beside random webs, years and what firms pay themselves', async () => {
  const { out } = await runCli('loops', '--top', '3', '--random', '20', '--seed', '4');
  expect(out).toMatch(/Beside 20 random webs \(seed 4\)/);
  expect(out).toMatch(/Balanced flow, % of dollars +8\.2 +\d/);
  expect(out).toMatch(/\n2026 +\d/);
  expect(out).toMatch(/Own money,\s/);
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
  const flags = ['loops', '--random', '20', '--seed', '4', '--format', 'json'];
  const [one, two] = [await runCli(...flags), await runCli(...flags)];
  expect(one.out).toBe(two.out);
  const alone = circularitySchema.parse(
    JSON.parse((await runCli('loops', '--random', '0', '--year', '2026', '--format', 'json')).out),
  );
  expect(alone).toMatchObject({ randomWebs: null, years: [], receipt: { year: 2026 } });
});

test('loops refuses what it can’t take', async () => {
  expect((await runCli('loops', '--hops', '9')).err).toMatch(/2 to 8/);
  expect((await runCli('loops', '--random', '1')).err).toMatch(/random webs: found 1/);
  expect((await runCli('loops', '--firm', 'opnai')).err).toMatch(/openai/);
  expect((await runCli('loops', '--basis', 'hoped')).err).toMatch(/announced, binding/);
});

test('loops calls nobody less circular where nothing can be circular', async () => {
  const path = join(scratchDirectory(), 'one-order.json');
  const { firms, deals, ...rest } = threeBoats;
  const { link: _, ...only } = deals.find(({ kind }) => kind === 'order')!;
  writeFileSync(path, JSON.stringify({ ...rest, firms, deals: [only] }));
  const { code, out } = await runCli('loops', '--network', path);
  expect(code).toBe(0);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('All of them are as circular');
});
