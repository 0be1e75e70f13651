import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findChromium } from '../browser/find-chromium.ts';
import { scratchDirectory } from '../scratch-directory.ts';

const scratch = scratchDirectory();
const program = (name: string): string => {
  const path = join(scratch, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
};
afterEach(() => vi.unstubAllEnvs());

test('CHROMIUM_PATH goes first', () => {
  const path = program('my-browser');
  program('chromium');
  vi.stubEnv('PATH', scratch);
  vi.stubEnv('CHROMIUM_PATH', path);
  expect(findChromium()).toBe(path);
});

test('else the one that is installed, which is said on stderr', () => {
  const path = program('chromium');
  vi.stubEnv('CHROMIUM_PATH', '');
  vi.stubEnv('PATH', scratch);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(findChromium()).toBe(path);
  expect(said).toHaveBeenCalledWith(`browser: using ${path}\n`);
  said.mockRestore();
});

test('a CHROMIUM_PATH that names nothing is an error, not a fallback', () => {
  vi.stubEnv('CHROMIUM_PATH', join(scratch, 'nothing'));
  expect(() => findChromium()).toThrow(/CHROMIUM_PATH: found nothing to run/);
});
