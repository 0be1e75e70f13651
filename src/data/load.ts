import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve as resolvePath } from 'node:path';
import { DataError, DataErrors } from '../base/errors.ts';
import { readCsv } from './formats/csv.ts';
import { readJson } from './formats/json.ts';
import type { ReadDocument } from './formats/read-document.ts';
import type { Network } from './graph.ts';
import { buildNetwork, type ReadOptions } from './parse.ts';
import type { NetworkDocument } from './schema.ts';
import { validateDocument } from './validate.ts';

const KINDS = 'a directory of CSV files, or a .json, .gexf or .graphml file';

/** Larger files are refused before they fill the memory. */
const LARGEST_BYTES = 256 * 2 ** 20;

const failure = (where: string, found: string, expected: string, hint?: string): DataErrors =>
  new DataErrors([new DataError({ where, found, expected, ...(hint ? { hint } : {}) })]);

const unreadable = (path: string, error: unknown): DataErrors => {
  const code = (error as NodeJS.ErrnoException).code ?? 'an error';
  if (code === 'ENOENT') return failure(path, 'nothing at this path', KINDS);
  const reason = code === 'EACCES' || code === 'EPERM' ? 'no permission to read it' : code;
  return failure(path, reason, KINDS);
};

const decode = (bytes: Uint8Array, where: string): string => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Falls through to the same complaint: bytes that are not UTF-8 text.
  }
  throw failure(where, 'bytes that are not UTF-8 text', 'a text file', 'Save it as UTF-8.');
};

const readText = async (path: string, where: string): Promise<string> => {
  let bytes: Uint8Array | undefined;
  try {
    if ((await stat(path)).size <= LARGEST_BYTES) bytes = await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  if (bytes === undefined) throw failure(where, 'a file above 256 MiB', 'a smaller file');
  const text = decode(bytes, where);
  if (text.trim() === '') throw failure(where, 'an empty file', 'a network');
  return text;
};

const readDirectory = async (path: string, asOf: string | undefined): Promise<ReadDocument> => {
  const names = (await readdir(path)).filter((name) => extname(name) === '.csv').sort();
  if (names.length === 0) throw failure(path, 'a directory without CSV files', KINDS);
  const files = await Promise.all(
    names.map(async (name) => [name, await readText(join(path, name), name)] as const),
  );
  return readCsv(new Map(files), { name: basename(resolvePath(path)), asOf });
};

const read = async (path: string, asOf: string | undefined): Promise<ReadDocument> => {
  let isDirectory: boolean;
  try {
    isDirectory = (await stat(path)).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
  if (isDirectory) return readDirectory(path, asOf);
  const file = basename(path);
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return readJson(await readText(path, file), file);
  if (extension === '.gexf') {
    const { readGexf } = await import('./formats/gexf.ts');
    return readGexf(await readText(path, file), file, asOf);
  }
  if (extension === '.graphml') {
    const { readGraphml } = await import('./formats/graphml.ts');
    return readGraphml(await readText(path, file), file, asOf);
  }
  throw failure(path, extension === '' ? 'a file without extension' : `a ${extension} file`, KINDS);
};

/**
 * Read and check a whole book of records, all days of it.
 *
 * @throws DataErrors with every problem, each with its file and row or its place in the document
 */
export const loadDocument = async (
  path: string,
  { asOf, drawable }: ReadOptions = {},
): Promise<NetworkDocument> => {
  const { document, ...options } = await read(path, asOf);
  return validateDocument(document, { ...options, drawable });
};

/**
 * Read a network from a directory of CSV files or from a JSON, GEXF or GraphML file.
 *
 * @throws DataErrors with every problem found; DataError when `asOf` is not a day
 */
export const loadNetwork = async (path: string, options: ReadOptions = {}): Promise<Network> =>
  buildNetwork(await loadDocument(path, options), options);
