import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { openPage } from './page.ts';

const FOLDER = fileURLToPath(new URL('../../dist/viz', import.meta.url));
const MOST_BYTES = 150_000;

test('needs less than 150 kB of compressed script, worker and map included', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.push(pathname);
  });
  await openPage(page);
  await page.locator('.map-firms button').first().waitFor({ state: 'attached' });
  const needed = [...new Set(scripts)];
  expect(needed.some((path) => path.includes('worker'))).toBe(true);
  const bytes = needed.map((path) => gzipSync(readFileSync(`${FOLDER}${path}`)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
});
