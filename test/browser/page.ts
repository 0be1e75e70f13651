import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Cascade } from '../../src/models/cascade.ts';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** What the page did that a page should not: errors on the console, requests to other places. */
export interface Watch {
  readonly errors: string[];
  readonly strangers: string[];
}

/** Listens from before the first request; give it the page before it opens anything. */
export const watch = (page: Page): Watch => {
  const seen: Watch = { errors: [], strangers: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') seen.strangers.push(request.url());
  });
  return seen;
};

/** Open the page at a fragment and wait for the figures of its first run. */
export const openPage = async (page: Page, fragment = ''): Promise<void> => {
  await page.goto(fragment === '' ? '/' : `/#${fragment}`);
  await page.locator('[data-total="gross"]').waitFor();
};

/** The receipt's result hash, as the share dialog shows it. */
export const resultHash = async (page: Page): Promise<string> => {
  await page.locator('[data-action="share"]').click();
  const hash = await page.locator('[data-hash="result"]').textContent();
  await page.keyboard.press('Escape');
  return hash ?? '';
};

/** The link that the share dialog offers. */
export const sharedLink = async (page: Page): Promise<string> => {
  await page.locator('[data-action="share"]').click();
  const link = await page.locator('#share-link').inputValue();
  await page.keyboard.press('Escape');
  return link;
};

/** The cascade document that the command line writes for the same words. */
export const simulated = (...words: readonly string[]): Cascade =>
  JSON.parse(
    execFileSync('node', [CLI, 'simulate', '--format', 'json', ...words], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }),
  ) as Cascade;
