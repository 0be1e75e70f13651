import { expect, test } from '@playwright/test';
import { openPage, resultHash, sharedLink, watch } from './page.ts';

test('speaks Chinese throughout once asked to', async ({ page }) => {
  await openPage(page);
  await page.locator('[data-language="zh"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('[data-result]')).toHaveText(/家公司共损失.*亿美元。/);
  await expect(page.locator('.brand-name')).toHaveText('铁索连舟');
  await page.keyboard.press('End');
  await expect(page.locator('.caption')).toHaveText(/^第 .* 轮/);
  await page.keyboard.press('2');
  const words = await page.locator('thead button').allInnerTexts();
  for (const text of words) expect(text).toMatch(/\p{Script=Han}|PageRank/u);
  await expect(page).toHaveTitle(/若OpenAI/);
});

test('is light, dark, or what the system says, and remembers', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openPage(page);
  const theme = () => page.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(theme).toBe('light');
  await page.locator('[data-control="theme"]').selectOption('dark');
  expect(await theme()).toBe('dark');
  await page.reload();
  await page.locator('[data-total="gross"]').waitFor();
  expect(await theme()).toBe('dark');
});

test('a shared link opens the same run with the same result hash', async ({ page, browser }) => {
  await openPage(page);
  await page.locator('[data-control="size-number"]').fill('35');
  await page.locator('[data-control="size-number"]').press('Tab');
  await page.locator('[data-action="add-shock"]').click();
  await page.locator('[data-control="from"]').selectOption('2027');
  await expect(page.locator('h1')).toContainText('by 35%');
  await expect(page.locator('h1')).toContainText('over 2027–2030');
  await page.keyboard.press('End');
  const [hash, link] = [await resultHash(page), await sharedLink(page)];
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  const elsewhere = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  const seen = watch(elsewhere);
  await elsewhere.goto(link);
  await elsewhere.locator('[data-total="gross"]').waitFor();
  expect(await resultHash(elsewhere)).toBe(hash);
  await expect(elsewhere.locator('h1')).toHaveText((await page.locator('h1').textContent()) ?? '');
  await expect(elsewhere.locator('[data-notice]')).toHaveCount(0);
  expect(seen.errors).toEqual([]);
  await elsewhere.context().close();
});

test('says what differs when a link was made with other data or another result', async ({
  page,
}) => {
  await openPage(page, 'v=1&book=0000000000000000&shock=openai:revenue:-.5');
  await expect(page.locator('[data-notice="link"]')).toContainText('0000000000000000');
  await page.goto('about:blank');
  await openPage(page, 'v=1&out=1111111111111111&shock=openai:revenue:-.5');
  await expect(page.locator('[data-notice="link"]')).toContainText('1111111111111111');
});

test('a link that cannot be read opens the leading case and says so', async ({ page }) => {
  await openPage(page, 'v=1&shock=openai:revenue:-7');
  await expect(page.locator('[data-notice="problem"]')).toContainText(/link/i);
  await expect(page.locator('h1')).toContainText('OpenAI misses its revenue by 50%');
});

test('fits a phone: nothing to scroll sideways, fingers can hit', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  for (const view of ['map', 'firms', 'deals']) {
    await page.goto('about:blank');
    await openPage(page, `v=1&shock=openai:revenue:-.5&view=${view}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, view).toBeLessThanOrEqual(390);
  }
  const play = await page.locator('[data-action="play"]').boundingBox();
  expect(play?.height).toBeGreaterThanOrEqual(44);
  await context.close();
});
