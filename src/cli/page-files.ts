import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { DataError } from '../base/errors.ts';

/** Something the server hands out. */
export interface PageFile {
  readonly type: string;
  readonly body: Buffer | string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
};

/**
 * Every file below a directory by its address (`/assets/x.js`), and its `index.html` also as `/`.
 * Only these addresses exist for the server, so none can lead out of the directory.
 *
 * @throws DataError when the directory holds no page
 */
export const readPageFiles = async (root: string): Promise<Map<string, PageFile>> => {
  const files = new Map<string, PageFile>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)] ?? 'application/octet-stream';
    files.set(`/${relative(root, path).split(sep).join('/')}`, {
      type,
      body: await readFile(path),
    });
  }
  const index = files.get('/index.html');
  if (index === undefined) {
    throw new DataError({
      where: root,
      found: 'no page',
      expected: 'the built page',
      hint: 'Build it with: npm run build.',
    });
  }
  return files.set('/', index);
};
