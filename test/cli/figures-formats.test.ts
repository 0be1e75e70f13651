import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from '@uwdata/flechette';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { rankingSchema } from '../../src/questions/rank/ranking.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';

const folder = scratchDirectory();

const bytesOf = (path: string): ArrayBuffer => {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

const COMMANDS = [
  ['rank', '--by', 'pagerank,vulnerability'],
  ['exposure', 'oracle'],
  ['systemic', '--strike', 'value', '--size', '10%'],
];

test.each(COMMANDS.map((command) => [command[0], command] as const))(
  '%s goes to every format by the name of its file',
  async (name, command) => {
    const path = (extension: string) => join(folder, `${name}.${extension}`);
    for (const extension of [
      'json',
      'csv',
      'md',
      'gexf',
      'graphml',
      'parquet',
      'arrow',
      'feather',
    ]) {
      const { code, out, err } = await runCli(...command, '--out', path(extension));
      expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    }
    const rows = await parquetReadObjects({ file: bytesOf(path('parquet')) });
    expect(rows.length).toBeGreaterThan(3);
    expect(tableFromIPC(readFileSync(path('arrow'))).toArray()).toEqual(rows);
    expect(readFileSync(path('csv'), 'utf8').trim().split('\n')).toHaveLength(1 + rows.length);
    for (const extension of ['gexf', 'graphml']) {
      const xml = readFileSync(path(extension), 'utf8');
      expect(xml).toContain('openai');
      expect(xml).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  },
);

test('a ranking in Parquet is the ranking of the document', async () => {
  const path = join(folder, 'ranking.parquet');
  const flags = ['rank', '--by', 'katz,betweenness'];
  await runCli(...flags, '--out', path);
  const rows = await parquetReadObjects({ file: bytesOf(path) });
  const document = rankingSchema.parse(
    JSON.parse((await runCli(...flags, '--format', 'json')).out),
  );
  expect(rows).toEqual(
    document.firms.map(({ id, rank, scores }) => ({ rank, firm: id, ...scores })),
  );
});

test.each([
  [['--format', 'parquet'], /parquet without --out.*Add --out answer.parquet/],
  [['--format', 'arrow'], /arrow without --out/],
  [['--format', 'xlsx'], /table, json, csv, md, gexf, graphml, parquet, arrow/],
  [['--matrix', '--format', 'gexf'], /no figures by firm/],
  [['--out', join(folder, 'missing', 'a.parquet')], /no such directory/],
])('%j is refused and writes nothing', async (flags, message) => {
  const before = readdirSync(folder);
  const { code, out, err } = await runCli('exposure', ...flags);
  expect(code).toBeGreaterThan(0);
  expect(out).toBe('');
  expect(err).toMatch(message);
  expect(readdirSync(folder)).toEqual(before);
});

test.each([
  ['loops', []],
  ['book', []],
  ['gap', []],
  ['simulate', []],
  ['breakpoint', []],
] as const)(
  '%s is written as its file is called, and refuses a form that it has not',
  async (name, words) => {
    const path = (extension: string) => join(folder, `by-name-${name}.${extension}`);
    for (const extension of ['json', 'csv', 'md', 'txt']) {
      const { code, err } = await runCli(name, ...words, '--out', path(extension));
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
    const text = (extension: string) => readFileSync(path(extension), 'utf8');
    expect(typeof JSON.parse(text('json'))).toBe('object');
    expect(text('csv').split('\r\n')[0]).toMatch(/^[\w,]+$/);
    expect(text('md')).toMatch(/^\|.*\|$/m);
    expect(text('txt')).not.toMatch(/^\|/m);
    const heads = text('csv').split('\r\n')[0]!.split(',');
    expect((await runCli(name, ...words, '--out', path('parquet'))).code).toBe(0);
    const rows = await parquetReadObjects({ file: bytesOf(path('parquet')) });
    expect(Object.keys(rows[0]!)).toEqual(heads);
    const graph = await runCli(name, ...words, '--out', path('gexf'));
    if (name === 'simulate') {
      expect(text('gexf')).toContain('lossUsd');
    } else {
      expect(graph.code).toBe(2);
      expect(graph.err).toContain('this answer has no figures by firm');
    }
  },
);
