import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DataError } from './errors.ts';

const unwritable = (path: string, error: unknown): DataError => {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'no such directory',
    EACCES: 'no permission to write there',
    EPERM: 'no permission to write there',
    ENOSPC: 'a full disk',
    ENOTDIR: 'a file where a directory is needed',
    EISDIR: 'a directory of that name',
    ENOTEMPTY: 'a directory of that name',
    EEXIST: 'something else of that name',
  };
  const found = reasons[code ?? ''] ?? (code ?? message).replace(/\s+/g, ' ');
  return new DataError({ where: path, found, expected: 'a place to write to' });
};

/** Run `fill` in a new directory beside `path`, which is gone afterwards whatever happened. */
const beside = async (path: string, fill: (scratch: string) => Promise<void>): Promise<void> => {
  const full = resolve(path);
  let scratch: string | undefined;
  try {
    scratch = await mkdtemp(join(dirname(full), `.${basename(full)}-`));
    await fill(scratch);
  } catch (error) {
    throw unwritable(path, error);
  } finally {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  }
};

/**
 * Write a file whole or not at all: what stood there before stays until the new content is complete.
 *
 * @throws DataError when it can't be written
 */
export const writeWhole = (path: string, content: string | Uint8Array): Promise<void> =>
  beside(path, async (scratch) => {
    const draft = join(scratch, 'draft');
    await writeFile(draft, content);
    await rename(draft, resolve(path));
  });

const isDirectory = async (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

/**
 * Write files to a directory whole or not at all. A directory that is there keeps its other files;
 * files of the same names are replaced, and those of `outdated` removed, once all are complete.
 *
 * @throws DataError when they can't be written
 */
export const writeTextDirectory = (
  path: string,
  files: ReadonlyMap<string, string>,
  outdated: readonly string[] = [],
): Promise<void> =>
  beside(path, async (scratch) => {
    const target = resolve(path);
    const draft = join(scratch, 'draft');
    await mkdir(draft);
    for (const [name, text] of files) await writeFile(join(draft, name), text);
    if (!(await isDirectory(target))) {
      await rename(draft, target);
      return;
    }
    for (const name of files.keys()) await rename(join(draft, name), join(target, name));
    for (const name of outdated)
      if (!files.has(name)) await rm(join(target, name), { force: true });
  });
