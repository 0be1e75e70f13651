import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/base/version.ts';
import { parseNetwork } from '../../src/data/parse.ts';
import { simulate } from '../../src/models/chained-boats/simulate.ts';
import { runCli } from '../cli/run-cli.ts';
import { threeBoats } from '../worlds/three-boats.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

test('is the one of package.json, in its lock, in receipts and on the command line', async () => {
  const { version, scripts } = read('package.json');
  expect(VERSION).toBe(version);
  expect(read('package-lock.json')).toMatchObject({ version, packages: { '': { version } } });
  const { receipt } = simulate(parseNetwork(threeBoats), { version: 1, name: 'calm', shocks: [] });
  expect(receipt.engine).toBe(`chained-boats ${version}`);
  expect((await runCli('--version')).out).toBe(`${version}\n`);
  // A release can't forget it: `npm version` writes it into the commit that it tags, the build before it compiles.
  expect(scripts.version).toBe('node tools/write-version.mjs && git add src/base/version.ts');
  expect(scripts.build).toMatch(/^node tools\/write-version\.mjs && /);
});
