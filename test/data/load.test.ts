import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataErrors } from '../../src/base/errors.ts';
import { writeNetwork } from '../../src/data/formats/write-network.ts';
import { loadDocument, loadNetwork } from '../../src/data/load.ts';
import { resolve } from '../../src/data/resolve.ts';
import { validateDocument } from '../../src/data/validate.ts';
import { harbour } from '../worlds/harbour.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'boats-load-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(directory, name);
  await writeFile(path, content);
  return path;
};

describe('what can not be read is said in one line', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty.json', '', 'empty.json: found an empty file, expected a network'],
    ['blank.gexf', ' \n', 'blank.gexf: found an empty file'],
    ['broken.json', '{"version": 1,', 'broken.json: found text that is not JSON ('],
    ['wrong.json', '[1]', 'wrong.json: document: found a list of 1, expected a record of fields'],
    [
      'field.json',
      '{"version":1,"name":"x","asOf":"2026-01-01","firms":[{"id":"a","name":{"en":"A"}}],"deals":[]}',
      'field.json: firms[0] (a).layer: found nothing, expected text',
    ],
    [
      'utf16.json',
      new Uint8Array([0xff, 0xfe, 0x7b, 0x00]),
      'utf16.json: found bytes that are not UTF-8 text, expected a text file. Save it as UTF-8.',
    ],
    [
      'binary.json',
      new Uint8Array([0x7b, 0x00, 0x7d]),
      'binary.json: found bytes that are not UTF-8 text',
    ],
    ['web.xlsx', 'x', 'web.xlsx: found a .xlsx file, expected a directory of CSV files'],
    ['noextension', 'x', 'noextension: found a file without extension'],
  ])('%s', async (name, content, message) => {
    const failure = loadDocument(await file(name, content));
    await expect(failure).rejects.toBeInstanceOf(DataErrors);
    await expect(failure).rejects.toThrow(message);
    await expect(failure.catch((error: Error) => error.message)).resolves.not.toContain('\n');
  });

  it('a path where nothing is', async () => {
    await expect(loadNetwork(join(directory, 'nowhere'))).rejects.toThrow(
      'nowhere: found nothing at this path, expected a directory of CSV files, or a .json, .gexf or .graphml file',
    );
  });

  it('a directory without tables', async () => {
    await mkdir(join(directory, 'bare'));
    await expect(loadNetwork(join(directory, 'bare'))).rejects.toThrow(
      'a directory without CSV files',
    );
  });

  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const path = await file('secret.json', '{}');
    await chmod(path, 0);
    await expect(loadNetwork(path)).rejects.toThrow('no permission to read it');
  });
});

it('a table that is empty is named', async () => {
  const path = join(directory, 'half');
  await writeNetwork(harbour, path);
  await writeFile(join(path, 'facts.csv'), '');
  await expect(loadNetwork(path)).rejects.toThrow(
    'facts.csv: found an empty file, expected a network',
  );
});

it.each(['web', 'web.json', 'web.gexf', 'web.graphml'])('%s is seen as of a day', async (name) => {
  const path = join(directory, name);
  await writeNetwork(harbour, path);
  const network = await loadNetwork(path, { asOf: '2025-10-10' });
  const expected = resolve(validateDocument(harbour), '2025-10-10');
  expect(network.mapEdges((_id, deal) => deal)).toEqual(expected.deals);
  expect(network.mapNodes((_id, firm) => firm)).toEqual(expected.firms);
  await expect(loadNetwork(path, { asOf: '2025-10-32' })).rejects.toThrow(
    'as of: found "2025-10-32"',
  );
});

it('a BOM before JSON is no harm', async () => {
  const path = await file('bom.json', `\uFEFF${JSON.stringify(harbour)}`);
  expect(await loadDocument(path)).toEqual(harbour);
});

it('the data that ships passes through every format unchanged', async () => {
  const data = await loadDocument('data/ai-web');
  expect(data.firms.length).toBeGreaterThan(70);
  for (const name of ['ai', 'ai.json', 'ai.gexf', 'ai.graphml']) {
    const path = join(directory, name);
    await writeNetwork(data, path);
    expect(await loadDocument(path)).toEqual(data);
  }
});
