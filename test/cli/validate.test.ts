import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SHIPPED_NETWORK } from '../../src/questions/package-root.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { threeBoats } from '../worlds/three-boats.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const scratch = scratchDirectory();

test('says what a right network holds', async () => {
  const boats = threeBoatsFile(scratch);
  const { code, out, err } = await runCli('validate', boats);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { firms, deals } = threeBoats;
  expect(out).toContain(
    `“three-boats”, as of 2026-03-01: ${firms.length} firms, ${deals.length} deals`,
  );
  expect((await runCli('validate', SHIPPED_NETWORK)).code).toBe(0);
});

test('names every problem in a line of its own, with its place, and ends with 1', async () => {
  const [alpha, ...others] = threeBoats.firms;
  const wrong = { ...threeBoats, firms: [{ ...alpha, valueUsd: 'much', cashUsd: -1 }, ...others] };
  const path = join(scratch, 'wrong.json');
  writeFileSync(path, JSON.stringify(wrong));
  const { code, out, err } = await runCli('validate', path);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  const lines = err.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^chained-boats: wrong\.json.*valueUsd: found "much", expected/);
  expect(lines[1]).toMatch(/^chained-boats: wrong\.json.*cashUsd: found -1, expected/);
});

test('a row of a table is named by file, row and field', async () => {
  writeFileSync(join(scratch, 'firms.csv'), 'id,name.en,layer,valueUsd\nacme,Acme,compute,lots\n');
  writeFileSync(join(scratch, 'deals.csv'), 'id,kind\n');
  const { code, err } = await runCli('validate', scratch);
  expect(code).toBe(1);
  expect(err).toMatch(
    /^chained-boats: firms\.csv row 2 \(acme\), valueUsd: found "lots", expected/m,
  );
});
