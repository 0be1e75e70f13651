import { defineConfig } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

const PORT = 4199;

/** Looked for once: the workers that load this file again inherit what was found. */
const READY = 'CHAINED_BOATS_BROWSER_READY';
if (process.env[READY] === undefined) {
  const path = findChromium();
  if (path !== undefined) process.env['CHROMIUM_PATH'] = path;
  process.env[READY] = 'yes';
}
const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/browser',
  workers: 2,
  // Limits only end what hangs: nothing fails because a machine is busy.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '../../test-results/playwright.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: {
      args: ['--no-sandbox'],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: `node dist/cli/main.js view --port ${PORT} --no-open`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGINT', timeout: 60_000 },
  },
});
