import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Cascade } from '../../src/models/cascade.ts';
import { money } from '../../src/tell/money.ts';
import { openPage, resultHash, simulated, watch } from './page.ts';

test('loads without errors and asks nobody else for anything', async ({ page }) => {
  const seen = watch(page);
  await openPage(page);
  await page.locator('.map-firms button').first().waitFor({ state: 'attached' });
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('shows the figures that the command line computes', async ({ page }) => {
  const expected = simulated('--shock', 'openai:revenue=-50%');
  await openPage(page);
  const { grossLossUsd, ownersLossUsd } = expected.totals;
  const losers = expected.firms.filter(
    ({ valueKnown, status, lossUsd }) => valueKnown && status !== 'untouched' && lossUsd > 0,
  );
  await expect(page.locator('[data-result]')).toHaveText(
    `${losers.length} firms lose ${money('en', grossLossUsd)}.`,
  );
  await expect(page.locator('[data-total="owners"] dd')).toHaveText(money('en', ownersLossUsd));
  expect(await resultHash(page)).toBe(expected.receipt.resultHash);
});

test('exports the cascade that the command line writes, and the ranking', async ({ page }) => {
  const expected = simulated('--shock', 'openai:revenue=-50%');
  await openPage(page);
  const save = async (action: string): Promise<string> => {
    await page.locator('[data-action="export"]').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`[data-action="${action}"]`).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };
  const cascade = JSON.parse(await save('export-cascade')) as Cascade;
  expect(cascade.receipt.resultHash).toBe(expected.receipt.resultHash);
  expect(cascade.receipt.network).toEqual(expected.receipt.network);
  const [header, units, first] = (await save('export-ranking')).split('\n');
  expect(header).toContain('lossUsd,lossFraction');
  expect(header).toContain('pagerank');
  expect(units).toContain('usd');
  const worst = expected.firms
    .filter(({ valueKnown }) => valueKnown)
    .reduce((a, b) => (b.lossUsd > a.lossUsd ? b : a));
  expect(first).toMatch(new RegExp(`^${worst.id},`));
});

test('runs again while the slider moves', async ({ page }) => {
  await openPage(page);
  const before = await page.locator('[data-result]').textContent();
  const slider = page.locator('[data-control="size"]');
  await slider.focus();
  await slider.press('End');
  await expect(page.locator('[data-control="size-number"]')).toHaveValue('100');
  await expect(page.locator('[data-result]')).not.toHaveText(before ?? '');
  await slider.press('Home');
  await expect(page.locator('[data-result]')).toHaveText('no firm loses anything.');
  await expect(page.locator('[data-notice="no-loss"]')).toBeVisible();
});

test('takes every kind of shock, and any day', async ({ page }) => {
  const seen = watch(page);
  await openPage(page);
  const kind = page.locator('[data-control="kind"]');
  for (const value of ['value', 'funding', 'capacity', 'default', 'cancel', 'multiple']) {
    await kind.selectOption(value);
    await expect(page.locator('[data-result]')).toHaveText(/firms? loses? \$|no firm/);
    await expect(page.locator('[data-notice="problem"]')).toHaveCount(0);
  }
  await page.locator('#preset').selectOption({ index: 1 });
  await page.locator('#as-of').selectOption('other');
  await page.locator('[data-control="as-of-day"]').fill('2025-10-10');
  await page.locator('[data-control="as-of-day"]').press('Tab');
  await expect(page.locator('h1')).toContainText('as of Oct 10, 2025');
  expect(seen.errors).toEqual([]);
});

test('says what is wrong with data that cannot be used', async ({ page }) => {
  await page.route('**/network.json', (route) =>
    route.fulfill({
      json: { version: 1, name: 'broken', asOf: '2026-01-01', firms: [{ id: 'A B' }], deals: [] },
    }),
  );
  await page.goto('/');
  await expect(page.locator('[data-notice="problem"]')).toContainText('firms');
});
