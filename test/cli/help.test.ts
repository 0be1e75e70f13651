import { describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { runCli } from './run-cli.ts';

const io = { out: () => {}, err: () => {}, isTerminal: false };
const commands = buildProgram(io, () => {}).commands.map((command) => command.name());

describe.each(commands)('%s --help', (name) => {
  test('shows an example that the command understands', async () => {
    const { code, out } = await runCli(name, '--help');
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(82);
    const example = /\$ chained-boats (.*)$/m.exec(out)![1]!;
    const program = buildProgram(io, () => {});
    for (const command of program.commands) command.action(() => {});
    await expect(program.parseAsync(example.split(' '), { from: 'user' })).resolves.toBe(program);
    expect(example.split(' ')[0]).toBe(name);
  });
});

test('without a word the command says what it can do', async () => {
  const { code, out } = await runCli();
  expect(code).toBe(0);
  for (const name of commands) expect(out).toContain(`  ${name}`);
});

test('--version is the package’s', async () => {
  expect((await runCli('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('an unknown command is refused with 2 and the nearest one', async () => {
  const { code, err } = await runCli('simulat');
  expect(code).toBe(2);
  expect(err).toMatch(/^chained-boats: unknown command 'simulat' \(Did you mean simulate\?\)\n$/);
});
