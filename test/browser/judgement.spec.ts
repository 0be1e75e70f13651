import { expect, type Page, test } from '@playwright/test';
import { openPage, watch } from './page.ts';

const LINK = 'v=1&shock=openai:revenue:-.5';
const sizeOf = (page: Page) => page.locator('[data-control="size-number"]').inputValue();

test('marks on the slider where firms fail, and a mark sets the shock', async ({ page }) => {
  const seen = watch(page);
  await openPage(page, LINK);
  const tick = page.locator('[data-tick]').first();
  await expect(tick).toHaveAttribute(
    'aria-label',
    /57\.75%: OpenAI, CoreWeave, Cerebras and Core Scientific fail/,
  );
  await tick.click();
  await expect.poll(() => sizeOf(page)).toMatch(/^57\.[78]$/);
  await expect(page.locator('[data-tick]').first()).toBeVisible();
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('draws the loss by size; a jump and a click on the curve set the shock', async ({ page }) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=curve`);
  await expect(page.locator('[data-firm="openai"] [data-set]')).toHaveText('57.75%');
  await expect(page.locator('[data-now]')).toContainText('$1.76tn');
  const drawing = page.locator('.chart-drawing svg');
  const box = (await drawing.boundingBox())!;
  await drawing.click({ position: { x: 56 + 0.3 * (box.width - 72), y: 120 } });
  await expect.poll(async () => Number(await sizeOf(page))).toBeCloseTo(30, 0);
  await page.locator('[data-table="knees"] [data-set]').nth(1).click();
  await expect.poll(() => sizeOf(page)).toMatch(/^57\.[78]$/);
  await expect(page.locator('[data-now]')).toContainText('$2.88tn');
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('scissors cut the deal that saves most, say what it saved, and undo it', async ({ page }) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=cuts`);
  const first = page.locator('[data-table="cuts"] tbody tr').first();
  await expect(first).toHaveAttribute('data-measure', 'ord-openai-broadcom');
  await expect(first).toContainText('545.73');
  await first.locator('[data-cut]').click();
  await expect(page.locator('[data-saved] strong')).toContainText('Your cuts save $546bn');
  await expect.poll(() => page.url()).toContain('cut=ord-openai-broadcom');
  await page.locator('[data-cut="ord-openai-broadcom"]').click();
  await expect(page.locator('[data-saved="0"]')).toContainText('No deal is cut yet');
  await page.locator('[data-control="count"]').selectOption('3');
  await expect(page.locator('[data-table="plan"] tbody tr')).toHaveCount(3);
  await page.locator('[data-control="by"]').selectOption('cash');
  await expect(page.locator('[data-table="cuts"] tbody tr').first()).toHaveAttribute(
    'data-measure',
    'openai',
  );
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('a bar of the tornado sets its control', async ({ page }) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=tornado`);
  const row = page
    .locator('[data-table="tornado"] tbody tr')
    .filter({ hasText: 'fall of core value' });
  await expect(row).toHaveCount(1);
  await expect(page.locator('.chart-drawing svg [aria-label="bar"] rect').first()).toBeVisible();
  await row.locator('[data-set]').first().click();
  await expect.poll(() => page.url()).toContain('p.revenueElasticity=.5');
  await expect(page.locator('[data-table="evidence"] tbody tr').first()).toBeVisible();
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('shows how predictions did on real days: the outcome first, then a plot per event', async ({
  page,
}) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=backtest`);
  await expect(page.locator('[data-outcome]')).toContainText('Direct exposure alone does as well');
  await expect(page.locator('[data-predictor="chained-boats"]')).toContainText('+0.09');
  await expect(page.locator('.chart-drawing svg')).toBeVisible();
  const events = await page.locator('[data-control="event"] option').count();
  expect(events).toBeGreaterThan(12);
  await page.locator('[data-control="event"]').selectOption({ index: 3 });
  await page.locator('[data-control="predictor"]').selectOption({ index: 2 });
  await expect(page.locator('[data-panel="backtest"]')).toContainText('Per dollar ordered');
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('says who bears the loss, summing to the total, and how the web grew more fragile', async ({
  page,
}) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=bearers`);
  const total = Number(
    await page.locator('[data-bearers-total]').getAttribute('data-bearers-total'),
  );
  const parts = await page
    .locator('[data-table="bearers"] tbody tr')
    .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset['usd'])));
  expect(parts.reduce((sum, usd) => sum + usd, 0) / total).toBeCloseTo(1, 9);
  await page.locator('[data-view="time"]').click();
  await expect(page.locator('[data-panel="time"] .chart-drawing svg').first()).toBeVisible();
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('all of them speak Chinese and fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const titles = {
    curve: '损失随冲击大小的变化',
    cuts: '防火带',
    tornado: '结果取决于什么',
    backtest: '预测在真实交易日的表现',
  };
  for (const [view, title] of Object.entries(titles)) {
    await page.goto('about:blank');
    await openPage(page, `${LINK}&view=${view}&lang=zh`);
    await expect(page.locator(`[data-panel="${view}"] h2`)).toContainText(title);
    await expect(page.locator('.working')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  }
});
