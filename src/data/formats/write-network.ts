import { extname } from 'node:path';
import { DataError } from '../../base/errors.ts';
import { writeTextDirectory, writeWhole } from '../../base/write.ts';
import type { NetworkDocument } from '../schema.ts';
import { writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import { fileOf, HISTORY_FILE, LISTS, NETWORK_FILE } from './tables.ts';

/** The text of a document in the format of a file's extension. */
const textOf = async (document: NetworkDocument, path: string): Promise<string> => {
  switch (extname(path).toLowerCase()) {
    case '.json':
      return writeJson(document);
    case '.gexf':
      return (await import('./gexf.ts')).writeGexf(document);
    case '.graphml':
      return (await import('./graphml.ts')).writeGraphml(document);
    default: {
      const expected = 'a directory, or a .json, .gexf or .graphml file';
      throw new DataError({ where: path, found: `a ${extname(path)} file`, expected });
    }
  }
};

/**
 * Write a network document, whole or not at all: CSV tables to a path without extension or ending in
 * a slash, else the format of the extension.
 *
 * @throws DataError when the path, its format or a text of the document doesn't allow it
 */
export const writeNetwork = async (document: NetworkDocument, path: string): Promise<void> => {
  if (extname(path) === '' || /[/\\]$/.test(path)) {
    const tables = [NETWORK_FILE, HISTORY_FILE, ...LISTS.map(fileOf)];
    await writeTextDirectory(path, writeCsv(document), tables);
  } else {
    await writeWhole(path, await textOf(document, path));
  }
};
