import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeTextDirectory, writeWhole } from '../../src/base/write.ts';
import { writeNetwork } from '../../src/data/formats/write-network.ts';
import { loadDocument } from '../../src/data/load.ts';
import { harbour } from '../worlds/harbour.ts';
import { threeBoats } from '../worlds/three-boats.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'boats-write-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

it('writes a file whole, replaces one, leaves nothing else behind', async () => {
  const path = join(directory, 'a.txt');
  await writeWhole(path, 'one');
  await writeWhole(path, 'two');
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(directory)).toEqual(['a.txt']);
});

it('leaves what stood there when writing fails', async () => {
  const path = join(directory, 'web');
  await writeTextDirectory(path, new Map([['a.csv', 'old']]));
  const bad = new Map([
    ['a.csv', 'new'],
    ['no/such/b.csv', 'new'],
  ]);
  await expect(writeTextDirectory(path, bad)).rejects.toThrow('web: found no such directory');
  expect(await readFile(join(path, 'a.csv'), 'utf8')).toBe('old');
  expect(await readdir(directory)).toEqual(['web']);
});

it('says why a path can not be written', async () => {
  await expect(writeWhole(join(directory, 'no', 'a.txt'), 'x')).rejects.toThrow(
    'a.txt: found no such directory, expected a place to write to',
  );
  await expect(writeWhole(directory, 'x')).rejects.toThrow(/found a directory of that name/);
});

it.each(['web', 'web.json', 'web.gexf', 'web.graphml'])('writes and loads %s', async (name) => {
  const path = join(directory, name);
  await writeNetwork(harbour, path);
  expect(await loadDocument(path)).toEqual(harbour);
});

it('replaces the tables of a directory, outdated ones too, and keeps other files', async () => {
  const path = join(directory, 'web');
  await writeNetwork(harbour, path);
  await writeFile(join(path, 'notes.txt'), 'mine');
  await writeNetwork(threeBoats, path);
  expect(await readdir(path)).toEqual(['deals.csv', 'firms.csv', 'network.csv', 'notes.txt']);
  expect(await loadDocument(path)).toEqual(threeBoats);
});

it('refuses a format that it does not know', async () => {
  await expect(writeNetwork(harbour, join(directory, 'web.xlsx'))).rejects.toThrow(
    'web.xlsx: found a .xlsx file, expected a directory, or a .json, .gexf or .graphml file',
  );
});
