// Sum the reports of vitest and Playwright. A suite without a report did not run: that is a failure.
import { readFileSync } from 'node:fs';

const read = (name) => {
  try {
    return JSON.parse(readFileSync(new URL(`../test-results/${name}.json`, import.meta.url), 'utf8'));
  } catch {
    return null;
  }
};

const vitest = read('vitest');
const browser = read('playwright')?.stats;
const counts = [
  vitest === null
    ? [0, 1, 0]
    : [
        vitest.numPassedTests,
        // A file that could not be loaded has no failed test of its own.
        Math.max(vitest.numFailedTests, vitest.success ? 0 : 1),
        vitest.numPendingTests + (vitest.numTodoTests ?? 0),
      ],
  browser === undefined
    ? [0, 1, 0]
    : [browser.expected + browser.flaky, browser.unexpected, browser.skipped],
];
const [passed, failed, skipped] = [0, 1, 2].map((at) => counts.reduce((sum, row) => sum + row[at], 0));
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0) process.exitCode = 1;
