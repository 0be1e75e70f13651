import { expect, test } from 'vitest';
import { firebreakSchema } from '../../src/questions/cut/firebreak-schema.ts';
import { displayWidth } from '../../src/tell/display-width.ts';
import { runCli } from './run-cli.ts';

test('cut lists the deals that save most, and several together, in tables that fit', async () => {
  const { code, out, err } = await runCli('cut', '--count', '3', '--top', '4');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/OpenAI’s order from Broadcom.* 545\.73/);
  expect(out).toMatch(/3 measures together save \$[\d.]+bn, each the best on top/);
  expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
});

test('cut as a document, rows and Markdown; cash in words', async () => {
  const flags = [
    'cut',
    '--by',
    'cash',
    '--usd',
    '50bn',
    '--count',
    '2',
    '--objective',
    'oracle',
    '--format',
  ];
  const document = firebreakSchema.parse(JSON.parse((await runCli(...flags, 'json')).out));
  expect(document.objective).toBe('oracle');
  expect(document.plan.steps[0]!.measure).toMatchObject({ kind: 'cash', usd: 25e9 });
  const rows = (await runCli(...flags, 'csv')).out.trim().split('\r\n');
  expect(rows).toHaveLength(1 + document.single.length + document.plan.steps.length);
  expect((await runCli(...flags, 'md')).out).toContain('$25bn to ');
});

test.each([
  [['--by', 'bomb'], /cut, shrink, backstop, cash/],
  [['--by', 'cash', '--usd', '0'], /cash: found 0/],
  [['--usd', 'lots'], /Expected dollars/],
  [['--by', 'shrink', '--keep', '100%'], /share: found 1/],
  [['ord-openai-oracle', '--by', 'cash'], /no deals: cash goes to firms/],
  [['ord-openai-orakel'], /Did you mean ord-openai-oracle/],
  [['--count', '0'], /count: found 0/],
])('cut %j is refused', async (flags, message) => {
  const { code, out, err } = await runCli('cut', ...flags);
  expect(code).toBeGreaterThan(0);
  expect(out).toBe('');
  expect(err).toMatch(message);
});
