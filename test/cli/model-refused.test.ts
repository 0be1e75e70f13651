import { describe, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

const COMMANDS = [
  ['simulate'],
  ['simulate', '--path', '2026-2027'],
  ['gap'],
  ['cut'],
  ['breakpoint'],
  ['breakpoint', 'openai'],
  ['sensitivity'],
  ['uncertain', '--draws', '8'],
  ['timeline'],
  ['systemic'],
  ['compare'],
];

describe.each(['banana', 'debtrank-linear'])('a scenario under %s', (model) => {
  test.each(COMMANDS)('is no run of another model: %s %s', async (...command) => {
    const link = `v=1&m=${model}&shock=openai:revenue:-.5`;
    const { code, out, err } = await runCli(...command, '--scenario', link);
    expect(out).toBe('');
    expect(err).toContain(`scenario, model: found "${model}", expected one of chained-boats`);
    expect(code).toBe(1);
  });
});
