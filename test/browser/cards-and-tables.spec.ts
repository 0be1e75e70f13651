import { expect, test } from '@playwright/test';
import { openPage } from './page.ts';

test('a firm’s ledger adds up to its loss, line by line', async ({ page }) => {
  await openPage(page, 'v=1&shock=openai:revenue:-.5&r=99');
  await page.locator('.loser').nth(1).click();
  const card = page.locator('[data-card="firm"]');
  await expect(card.locator('[data-adds-up]')).toHaveAttribute('data-adds-up', 'true');
  const more = card.locator('cb-ledger tbody tr:not([data-ledger-usd]) button');
  if ((await more.count()) > 0) await more.click();
  const lines = await card
    .locator('[data-ledger-usd]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-ledger-usd'))));
  const loss = Number(await card.locator('[data-firm-loss]').getAttribute('data-firm-loss'));
  expect(loss).toBeGreaterThan(0);
  const sum = lines.reduce((total, usd) => total + usd, 0);
  expect(Math.abs(sum - loss) / loss).toBeLessThan(1e-9);
});

test('shows deals with their sources, and unknown figures as unknown', async ({ page }) => {
  await openPage(page);
  await page.locator('#search').fill('Oracle');
  await page.locator('#search').press('Enter');
  const card = page.locator('[data-card="firm"]');
  await expect(card).toHaveAttribute('data-id', 'oracle');
  await expect(card.locator('.sources li').first()).toContainText(/page read|recalled/);
  await card.locator('[data-deal="ord-openai-oracle"]').click();
  const deal = page.locator('[data-card="deal"]');
  await expect(deal).toContainText('OpenAI → Oracle');
  await expect(deal.locator('.sources a').first()).toHaveAttribute('href', /^https?:\/\//);
  await expect(deal.locator('.sources a').first()).toHaveAttribute('rel', /noopener/);
});

test('cutting a deal changes the run, and restoring it gives it back', async ({ page }) => {
  await openPage(page, 'v=1&shock=openai:revenue:-.5&view=deals');
  const before = await page.locator('[data-total="gross"] dd').textContent();
  await page.locator('[data-deal="ord-openai-oracle"] button').click();
  await page.locator('[data-action="toggle-cut"]').click();
  await expect(page.locator('[data-total="gross"] dd')).not.toHaveText(before ?? '');
  await page.locator('[data-action="toggle-cut"]').click();
  await expect(page.locator('[data-total="gross"] dd')).toHaveText(before ?? '');
});

test('the table sorts by every column and says how', async ({ page }) => {
  await openPage(page, 'v=1&shock=openai:revenue:-.5&view=firms');
  const header = (column: string) =>
    page.locator(`[data-table="firms"] th[data-column="${column}"]`);
  const losses = async () =>
    (await page.locator('[data-cell="loss"]').allTextContents())
      .map((text) => text.trim())
      .filter((text) => text !== '?')
      .map((text) => Number(text.replace(/[,<]/g, '')));
  await expect(header('loss')).toHaveAttribute('aria-sort', 'descending');
  const descending = await losses();
  expect(descending.length).toBeGreaterThan(20);
  expect(descending).toEqual(descending.toSorted((a, b) => b - a));
  await header('loss').locator('button').click();
  await expect(header('loss')).toHaveAttribute('aria-sort', 'ascending');
  expect(await losses()).toEqual(descending.toReversed());
  for (const column of [
    'firm',
    'layer',
    'share',
    'value',
    'round',
    'status',
    'activity',
    'cause',
    'measure',
  ]) {
    await header(column).locator('button').click();
    await expect(header(column)).toHaveAttribute('aria-sort', /ascending|descending/);
    await expect(header('loss')).toHaveAttribute('aria-sort', 'none');
  }
});

test('ranks by any measure', async ({ page }) => {
  await openPage(page, 'v=1&shock=openai:revenue:-.5&view=firms');
  await page.locator('[data-control="measure"]').selectOption('betweenness');
  await expect(page.locator('th[data-column="measure"]')).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page.locator('[data-table="firms"] tbody tr').first()).toBeVisible();
});
