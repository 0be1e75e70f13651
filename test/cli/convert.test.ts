import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDocument } from '../../src/data/load.ts';
import { SHIPPED_NETWORK } from '../../src/questions/package-root.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const scratch = scratchDirectory();
const boats = threeBoatsFile(scratch);

test.each(['tables', 'out.json', 'out.gexf', 'out.graphml'])('to %s and back', async (name) => {
  const path = join(scratch, name);
  const there = await runCli('convert', boats, path);
  expect(there).toMatchObject({ code: 0, err: '' });
  expect(there.out).toMatch(/: 3 firms, \d+ deals\n$/);
  const back = join(scratch, `back-${name}.json`);
  expect((await runCli('convert', path, back)).code).toBe(0);
  expect(await loadDocument(back)).toEqual(await loadDocument(boats));
});

test('--as-of keeps only what was known then', async () => {
  const path = join(scratch, 'early.json');
  const { code } = await runCli('convert', SHIPPED_NETWORK, path, '--as-of', '2025-10-10');
  expect(code).toBe(0);
  const [early, book] = [await loadDocument(path), await loadDocument(SHIPPED_NETWORK)];
  expect(early.asOf).toBe('2025-10-10');
  expect(early.deals.every(({ announcedOn = '' }) => announcedOn <= early.asOf)).toBe(true);
  expect(early.deals.length).toBeGreaterThan(20);
  expect(early.deals.length).toBeLessThan(book.deals.length);
});

test('a name that no format goes by is refused and nothing is written', async () => {
  const path = join(scratch, 'web.xlsx');
  const { code, err } = await runCli('convert', boats, path);
  expect(code).toBe(1);
  expect(err).toMatch(/^chained-boats: .*\.xlsx.*expected.*\n$/);
  expect(existsSync(path)).toBe(false);
});
