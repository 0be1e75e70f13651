import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { threeBoats } from '../worlds/three-boats.ts';

/** A directory that is gone after the tests of a file. */
export const scratchDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'chained-boats-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};

/** The three-boats world as a JSON file. */
export const threeBoatsFile = (directory: string): string => {
  const path = join(directory, 'three-boats.json');
  writeFileSync(path, JSON.stringify(threeBoats));
  return path;
};
