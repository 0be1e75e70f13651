import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PUBLISHED_IDS } from '../../src/models/published.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { heavy } from '../heavy.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { BUILT_CLI, ended } from './spawn-cli.ts';

const directory = scratchDirectory();
const file = (name: string, content: unknown): string => {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const chain = {
  liabilities: [
    [0, 1, 10],
    [1, 2, 10],
  ],
  externalAssets: [4, 3, 1],
};
const named = file('named.json', { model: 'eisenberg-noe', ...chain });
const nameless = file('nameless.json', chain);

test('a problem that names its model, as JSON', async () => {
  const { code, out, err } = await runCli('solve', named);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({ model: 'eisenberg-noe', payments: [4, 7, 0], converged: true });
  expect((await runCli('solve', nameless, '--model', 'eisenberg-noe')).out).toBe(out);
});

test('the same as a table: a row per firm', async () => {
  const { out } = await runCli('solve', named, '--format', 'table');
  expect(out).toMatch(/^0 +4 /m);
  expect(out).toMatch(/^1 +7 /m);
  expect(out).toContain('converged: yes');
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

test('- reads the input', heavy, async () => {
  const child = spawn(process.execPath, [BUILT_CLI, 'solve', '-']);
  const end = ended(child);
  child.stdin.end(JSON.stringify({ model: 'eisenberg-noe', ...chain }));
  const { code, out } = await end;
  expect(code).toBe(0);
  expect(JSON.parse(out).payments).toEqual([4, 7, 0]);
});

test.each(PUBLISHED_IDS)('--schema %s', async (id) => {
  const { code, out } = await runCli('solve', '--schema', id);
  expect(code).toBe(0);
  expect(JSON.parse(out).properties.model).toEqual({ const: id });
});

test('an answer that did not converge is flagged and ends with 3', async () => {
  // a ring whose distress creeps up for longer than one sweep
  const ring = file('ring.json', {
    model: 'debtrank',
    exposures: [
      [0, 1, 99.7],
      [1, 2, 99.7],
      [2, 0, 99.7],
    ],
    buffers: [100, 100, 100],
    shocks: [[0.001, 0, 0]],
    parameters: { variant: 'nonlinear', maxSweeps: 1 },
  });
  const { code, out, err } = await runCli('solve', ring);
  expect(code).toBe(3);
  expect(err).toMatch(/^chained-boats: debtrank did not converge: .* no figure is final\n$/);
  expect(JSON.parse(out).converged).toBe(false);
});

test.each([
  [
    [named, '--model', 'debtrank'],
    2,
    'named.json, model: found "eisenberg-noe", expected "debtrank"',
  ],
  [[nameless], 1, 'model: found nothing, expected one of eisenberg-noe'],
  [['--schema', 'eisenberg'], 1, 'Did you mean eisenberg-noe?'],
  [[], 2, 'expected a file with a problem, - for the input, or --schema MODEL'],
  [[join(directory, 'none.json')], 1, 'ENOENT'],
  [[file('broken.json', '{')], 1, 'broken.json: found text that is not JSON'],
  [[file('list.json', [1, 2])], 1, 'list.json: found a list of 2, expected a problem'],
  [
    [
      file('ragged.json', {
        model: 'eisenberg-noe',
        ...chain,
        liabilities: [
          [0, 1],
          [1, 2, 3],
        ],
      }),
    ],
    1,
    'liabilities',
  ],
])('refuses %j', async (words, exit, message) => {
  const { code, out, err } = await runCli('solve', ...words);
  expect({ code, out }).toEqual({ code: exit, out: '' });
  expect(err).toContain(message);
  expect(err.trim().split('\n')).toHaveLength(1);
});
