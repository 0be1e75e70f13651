import { expect, test } from 'vitest';
import {
  breakPointsSchema,
  smallestShocksSchema,
} from '../../src/questions/breakpoint/breakpoint-schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { runCli } from './run-cli.ts';

const widest = (text: string): number => Math.max(...text.split('\n').map(displayWidth));

test('breakpoint says where firms fail and where the loss jumps, in tables that fit', async () => {
  const { code, out, err } = await runCli('breakpoint', '--top', '6');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/OpenAI +57\.75 +441\.15 +852\.00/);
  expect(out).toMatch(/57\.75 +OpenAI, CoreWeave, Cerebras fail/);
  expect(widest(out)).toBeLessThanOrEqual(80);
});

test('breakpoint of a firm says what brings it down', async () => {
  const { code, out } = await runCli('breakpoint', 'openai');
  expect(code).toBe(0);
  expect(out).toMatch(/OpenAI +57\.75/);
  expect(out).toMatch(/OpenAI and AMD +57\.1/);
  expect(widest(out)).toBeLessThanOrEqual(80);
});

test('both are documents, rows and Markdown', async () => {
  const curve = breakPointsSchema.parse(
    JSON.parse((await runCli('breakpoint', '--format', 'json')).out),
  );
  const rows = (await runCli('breakpoint', '--format', 'csv')).out.trim().split('\r\n');
  expect(rows).toHaveLength(1 + curve.curve.length);
  const flags = ['breakpoint', 'coreweave', '--no-pairs', '--format'];
  const least = smallestShocksSchema.parse(JSON.parse((await runCli(...flags, 'json')).out));
  expect(least).toMatchObject({ target: 'coreweave', pair: null });
  expect((await runCli(...flags, 'csv')).out.trim().split('\r\n')).toHaveLength(
    1 + least.single.length,
  );
  expect((await runCli(...flags, 'md')).out).toContain('| Whose loss |');
});

test.each([
  [['opnai'], /Did you mean openai/],
  [['bond-investors'], /which stands when every firm loses/],
  [['openai', '--kind', 'fire'], /default, revenue, value, funding, capacity/],
  [['--shock', 'openai:revenue=0%'], /at least one shock above 0/],
])('breakpoint %j is refused', async (flags, message) => {
  const { code, out, err } = await runCli('breakpoint', ...flags);
  expect(code).toBeGreaterThan(0);
  expect(out).toBe('');
  expect(err).toMatch(message);
});
