import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { loadNetwork } from '../../dist/data/load.js';
import { uncertainty } from '../../dist/questions/uncertain/uncertainty.js';
import { openPage, watch } from './page.ts';

const LINK = 'v=1&shock=openai:revenue:-.5';
const DATA = fileURLToPath(new URL('../../data/ai-web', import.meta.url));

test('puts bands beside the headline and on the card of a firm, and opens them', async ({
  page,
}) => {
  const seen = watch(page);
  await openPage(page, LINK);
  const band = page.locator('[data-band]');
  await expect(band).toContainText(/90% of draws: \$[\d.]+[BT] to \$[\d.]+T/, { timeout: 15_000 });
  await expect(band).toHaveAttribute('title', /400 draws, seed 0/);
  await page.locator('.loser[data-firm="oracle"]').click();
  await expect(page.locator('[data-firm-band]')).toContainText(/90% of draws: −\$.* fails in/);
  await band.click();
  await expect(page.locator('[data-panel="bands"] [data-summary]')).toContainText(
    'As recorded $1.76T',
  );
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('a slider on the move asks nothing; a scenario at rest has its own band', async ({ page }) => {
  await openPage(page, LINK);
  const band = page.locator('[data-band]');
  await expect(band).toBeVisible({ timeout: 15_000 });
  const before = await band.textContent();
  await page.locator('[data-control="size"]').fill('20');
  await expect(band).toBeHidden();
  await expect(band).toBeVisible({ timeout: 15_000 });
  expect(await band.textContent()).not.toBe(before);
});

test('shows rounds, totals, firms, convergence and reasons; what the spread is due to, on a click', async ({
  page,
}) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=bands`);
  const panel = page.locator('[data-panel="bands"]');
  await expect(panel.locator('.chart-drawing svg').first()).toBeVisible({ timeout: 15_000 });
  await expect(panel.locator('[data-table="bands-totals"] tbody tr')).toHaveCount(6);
  await expect(panel.locator('[data-table="bands-firms"] [data-firm="openai"]')).toContainText(
    '441.15',
  );
  await expect(panel.locator('[data-table="convergence"] tbody tr')).toHaveCount(8);
  await panel.locator('summary').click();
  await expect(panel.locator('[data-table="distributions"]')).toContainText('paid-loi');
  await panel.locator('[data-action="shares"]').click();
  await expect(panel.locator('[data-table="shares"] tbody tr').first()).toContainText(
    'par-revenue-elasticity',
    {
      timeout: 30_000,
    },
  );
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('draws the same bytes in the page as outside it', async ({ page }) => {
  await openPage(page, `${LINK}&view=bands`);
  const save = page.locator('[data-action="save-bands"]');
  await expect(save).toBeVisible({ timeout: 15_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const inPage = JSON.parse(await readFile((await download.path())!, 'utf8'));
  const outside = await uncertainty(await loadNetwork(DATA), inPage.receipt.scenario, {
    draws: 400,
  });
  expect(inPage.receipt.resultHash).toBe(outside.receipt.resultHash);
  expect(JSON.stringify(inPage) === JSON.stringify(outside)).toBe(true);
});
