import { expect, test } from '@playwright/test';
import { openPage, watch } from './page.ts';

test('sets orders against capacity and means, and says so in a table', async ({ page }) => {
  const seen = watch(page);
  await openPage(page, 'v=1&shock=openai:revenue:-.5&view=book');
  const makers = page.locator('[data-table="makers"] tbody tr');
  await expect(makers).toHaveCount(15);
  await expect(page.locator('.chart-drawing svg').first()).toBeVisible();
  const before = await page.locator('[data-table="customers"] tbody tr').count();
  await page.locator('[data-control="basis"]').selectOption('signed');
  await expect(page.locator('[data-table="customers"] tbody tr')).not.toHaveCount(before);
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('hands the order book over as CSV and its chart as a picture that stands alone', async ({
  page,
}) => {
  await openPage(page, 'v=1&view=book&shock=openai:revenue:-.5');
  const csv = page.waitForEvent('download');
  await page.locator('[data-action="save-book"]').click();
  expect((await csv).suggestedFilename()).toBe('order-book-2026-04-27.csv');
  await page.locator('.chart-drawing svg').first().waitFor();
  const svg = page.waitForEvent('download');
  await page.locator('[data-action="save-chart"]').first().click();
  const stream = await (await svg).createReadStream();
  const text = (await stream.toArray()).join('');
  expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(text).not.toContain('var(--');
});

test('speaks Chinese', async ({ page }) => {
  await openPage(page, 'v=1&view=book&lang=zh&shock=openai:revenue:-.5');
  await expect(page.locator('[data-panel="book"] h2')).toContainText('订单簿');
  await expect(page.locator('[data-table="makers"]')).toContainText('英伟达');
});
