import { expect, test } from 'vitest';
import { systemicSchema } from '../../src/questions/systemic/systemic-schema.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

test('systemic: three tables that fit, with bounds where the model is linear', async () => {
  const { code, out, err } = await runCli('systemic', '--top', '5');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/Each firm struck alone \(default, 100%\), under Chained boats/);
  expect(out).toMatch(/No bounds: the model is not linear/);
  expect(out).toMatch(
    /Capital short in the crisis "OpenAI misses half of its revenue": 8% of debt/,
  );
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  const linear = await runCli(
    'systemic',
    '--model',
    'debtrank-linear',
    '--strike',
    'value',
    '--size',
    '5%',
  );
  expect(linear.out).toMatch(/At most .* At .*takes/);
  expect(Math.max(...linear.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('systemic as a document, rows, a square, and Markdown', async () => {
  const flags = ['systemic', '--strike', 'revenue', '--size', '0.25', '--format'];
  const document = systemicSchema.parse(JSON.parse((await runCli(...flags, 'json')).out));
  expect(document.strike).toEqual({ kind: 'revenue', size: 0.25 });
  const rows = (await runCli(...flags, 'csv', '--units')).out.trim().split('\r\n');
  expect(rows).toHaveLength(2 + document.firms.length);
  expect(rows[1]).toBe(',,usd,usd,share,usd,share,share,,share,usd,share,usd');
  const square = (await runCli(...flags, 'csv', '--matrix')).out.trim().split('\r\n');
  expect(square).toHaveLength(1 + document.order.length);
  const cells = square.slice(1).flatMap((line) => line.split(',').slice(1).map(Number));
  expect(cells.filter((share) => share > 0)).toHaveLength(document.impacts.length);
  expect((await runCli(...flags, 'md')).out).toContain('| Firm |');
});

test.each([
  [['--model', 'nix'], /model: found "nix".*chained-boats/],
  [['--strike', 'fire'], /default, revenue, value, funding, capacity/],
  [['--size', '130%'], /Expected a share/],
  [['--prudential', 'much'], /Expected a share/],
])('systemic %j is refused', async (flags, message) => {
  const { code, out, err } = await runCli('systemic', ...flags);
  expect([1, 2]).toContain(code);
  expect(out).toBe('');
  expect(err).toMatch(message);
});

test('systemic strikes the firms of any network, with or without a crisis', async () => {
  const path = threeBoatsFile(scratchDirectory());
  const { code, out, err } = await runCli('systemic', '--network', path);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/Each firm struck alone/);
  const gone = await runCli('systemic', '--network', `${path}.gone`);
  expect(gone.err).toContain('nothing at this path');
});

test('systemic says so where a model does not see the strike', async () => {
  const { out } = await runCli('systemic', '--model', 'leontief', '--strike', 'value');
  expect(out.replaceAll(/\s+/g, ' ')).toContain('this model may not see a strike of this kind');
});
