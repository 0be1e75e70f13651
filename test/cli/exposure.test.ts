import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { exposureSchema } from '../../src/questions/exposure/exposure-schema.ts';
import { firmMatrixSchema } from '../../src/questions/exposure/firm-matrix-schema.ts';
import { runCli } from './run-cli.ts';

const rowsOf = (csv: string): string[][] => Papa.parse<string[]>(csv.trim()).data;

test('exposure of a firm: both sides, layer by layer, in tables that fit', async () => {
  const { code, out, err } = await runCli('exposure', 'oracle', '--top', '4');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/Oracle is exposed to.*\n-.*\nOpenAI +60\.00 +60\.00 +12\.1 +98\.4\n/);
  expect(out).toMatch(/Exposed to Oracle.*\n-.*\nNvidia +65\.47/);
  expect(out).toMatch(/\d+ more pairs\./);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('exposure as a document, rows, and Markdown; the firm by its name', async () => {
  const json = await runCli('exposure', 'Oracle', '--layers', 'order,debt', '--format', 'json');
  const document = exposureSchema.parse(JSON.parse(json.out));
  expect(document.receipt).toMatchObject({ firm: 'oracle', layers: ['order', 'debt'] });
  expect(new Set(document.deals.map(({ kind }) => kind))).toEqual(new Set(['order', 'debt']));
  const csv = await runCli(
    'exposure',
    'oracle',
    '--layers',
    'order,debt',
    '--format',
    'csv',
    '--units',
  );
  const rows = rowsOf(csv.out);
  expect(rows).toHaveLength(2 + document.exposures.length);
  expect(rows[1]!.slice(3, 6)).toEqual(['usd-per-year or usd', 'usd-per-year or usd', 'share']);
  const [first] = document.exposures;
  expect(rows[2]!.slice(0, 4)).toEqual([
    first!.layer,
    first!.exposed,
    first!.to,
    first!.directUsd === null ? '' : String(first!.directUsd),
  ]);
  expect((await runCli('exposure', 'oracle', '--format', 'md')).out).toContain(
    '| Exposed to Oracle |',
  );
});

test('every deal as a share of the payer’s cost and the payee’s revenue', async () => {
  const { out } = await runCli('exposure', 'oracle', '--deals');
  expect(out).toMatch(/OpenAI +Oracle +order +60\.00 +133\.6 +98\.4\n/);
  const csv = rowsOf((await runCli('exposure', '--deals', '--format', 'csv')).out);
  const json = JSON.parse((await runCli('exposure', '--format', 'json')).out);
  expect(csv).toHaveLength(1 + json.deals.length);
  const unknown = json.deals.findIndex(({ usd }: { usd: number | null }) => usd === null);
  expect(csv[1 + unknown]!.slice(4)).toEqual(['', json.deals[unknown].unit, '', '']);
});

test('every firm by every firm, and the matrix agrees with the pairs', async () => {
  const options = ['exposure', '--layers', 'order', '--format'];
  const matrix = firmMatrixSchema.parse(
    JSON.parse((await runCli(...options, 'json', '--matrix')).out),
  );
  expect(matrix).toMatchObject({ receipt: { of: 'total', layer: 'order' }, unit: 'usd-per-year' });
  const pairs = exposureSchema.parse(JSON.parse((await runCli(...options, 'json')).out));
  const cells = new Map(
    matrix.entries.map(([row, column, usd]) => [
      `${matrix.firms[row]} ${matrix.firms[column]}`,
      usd,
    ]),
  );
  const known = pairs.exposures.filter(({ totalUsd }) => totalUsd !== null && totalUsd > 0);
  expect(known.length).toBe(cells.size);
  for (const { exposed, to, totalUsd } of known)
    expect(cells.get(`${exposed} ${to}`)).toBe(totalUsd);
  const square = rowsOf((await runCli(...options, 'csv', '--matrix', '--units')).out);
  expect(square).toHaveLength(2 + matrix.firms.length);
  expect(square[0]).toEqual(['firm', ...matrix.firms]);
  const table = await runCli('exposure', '--matrix', '--of', 'dependency', '--top', '8');
  expect(table.out).toContain('8 firms of');
  expect(Math.max(...table.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test.each([
  [['orcle'], /firm: found "orcle".*Did you mean oracle/],
  [['--layers', 'bonds'], /layers: found "bonds".*equity, order, debt, together/],
  [['--layers', ','], /layers: found none, expected at least one/],
  [['--matrix', '--layers', 'equity,debt'], /2 layers, expected one layer of a matrix/],
  [['oracle', '--matrix'], /"oracle" with --matrix/],
  [['--matrix', '--deals'], /--deals with --matrix/],
  [['--matrix', '--of', 'inverse'], /direct, total, dependency, leontief/],
])('exposure %j is refused in one line', async (options, message) => {
  const { code, out, err } = await runCli('exposure', ...options);
  expect([1, 2]).toContain(code);
  expect(out).toBe('');
  expect(err).toMatch(message);
});
