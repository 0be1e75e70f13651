import { expect, test } from '@playwright/test';
import type { Ranking } from '../../src/questions/rank/ranking.ts';
import { openPage, watch } from './page.ts';

const LINK = 'v=1&shock=openai:revenue:-.5';

const saved = async (page: import('@playwright/test').Page, action: string): Promise<string> => {
  const download = page.waitForEvent('download');
  await page.locator(`[data-action="${action}"]`).first().click();
  const stream = await (await download).createReadStream();
  return (await stream.toArray()).join('');
};

test('ranks every firm by any measure, unknown ones last, and hands the table over', async ({
  page,
}) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=ranking`);
  const table = page.locator('[data-table="ranking"]');
  await expect(table.locator('tbody tr').first()).toHaveAttribute('data-firm', 'openai');
  expect(await table.locator('thead th').count()).toBeGreaterThan(27);
  await table.getByRole('button', { name: 'Systemic vulnerability' }).click();
  const ranking = JSON.parse(await saved(page, 'save-ranking-json')) as Ranking;
  const known = ranking.firms.filter(({ scores }) => scores['vulnerability'] != null);
  const most = known.reduce((one, other) =>
    one.scores['vulnerability']! >= other.scores['vulnerability']! ? one : other,
  );
  await expect(table.locator('tbody tr').first()).toHaveAttribute('data-firm', most.id);
  await expect(table.locator('tbody tr').last()).toContainText('?');
  const csv = await saved(page, 'save-ranking-csv');
  expect(csv.split('\n')[0]).toMatch(/^rank,firm,pagerank,/);
  expect(csv).not.toMatch(/NaN|undefined/);
  expect(ranking.measures.length).toBeGreaterThan(26);
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('any measure gives the discs their size and colour, says so, and stays in the link', async ({
  page,
}) => {
  await openPage(page, `${LINK}&view=ranking`);
  await page.locator('[data-control="lens-size"]').selectOption('betweenness');
  await page.locator('[data-control="lens-colour"]').selectOption('katz');
  await page.locator('[data-action="show-lens"]').click();
  await expect(page.locator('[data-lens]')).toContainText('Disc: Betweenness');
  await expect(page.locator('[data-lens]')).toContainText('Colour: Katz');
  await expect.poll(() => page.url()).toContain('lens=size:betweenness,colour:katz');
  await page.reload();
  await expect(page.locator('[data-lens]')).toContainText('Colour: Katz');
  await page.locator('[data-action="no-lens"]').click();
  await expect(page.locator('[data-lens]')).toHaveCount(0);
});

test('shows who depends on whom as a picture and as pairs with their deals', async ({ page }) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=matrix`);
  await expect(page.locator('.chart-drawing svg')).toBeVisible();
  await expect(page.locator('.chart-drawing svg title').first()).toContainText('depends on');
  const first = page.locator('[data-table="pairs"] tbody tr').first();
  await expect(first).toHaveAttribute('data-exposed', 'nvidia');
  await page.locator('[data-control="layer"]').selectOption('debt');
  await expect(first).not.toHaveAttribute('data-exposed', 'nvidia');
  await page.locator('[data-control="matrix"]').selectOption('dependency');
  await expect(page.locator('[data-control="layer"]')).toHaveCount(0);
  await expect(page.locator('[data-panel="matrix"]')).toContainText('Dependency matrix');
  await page.locator('[data-control="firms"]').selectOption('all');
  expect((await saved(page, 'save-matrix')).split('\n')[0]).toMatch(/^firm,openai,/);
  expect(await saved(page, 'save-exposure')).toContain('directOfValue');
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('lights a loop on focus, opens its deals and sources, and quotes one sentence', async ({
  page,
}) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=loops`);
  await expect(page.locator('[data-quote]')).toContainText('goes in circles');
  const loops = page.locator('.loops-list li');
  await loops.nth(1).locator('button').first().focus();
  await expect(page.locator('.loops-ring')).toHaveClass(/lit/);
  await expect(page.locator('.loops-ring path.on')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(loops.nth(1).locator('.loops-hops li')).toHaveCount(2);
  await expect(loops.nth(1).locator('.loops-hops')).toContainText('Sources:');
  await expect(page.locator('[data-index="balanced-flow"]')).toContainText('8.2%');
  await page.locator('[data-control="loop-firm"]').selectOption('oracle');
  for (const through of await loops.evaluateAll((all) => all.map((one) => one.dataset['loop']!))) {
    expect(through.split(' ')).toContain('oracle');
  }
  const ring = await saved(page, 'save-ring');
  expect(ring).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(ring).not.toContain('var(--');
  expect(JSON.parse(await saved(page, 'save-loops')).randomWebs.webs).toBe(100);
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('shows the shortest chains between two firms as the command line finds them', async ({
  page,
}) => {
  const seen = watch(page);
  await openPage(page, `${LINK}&view=paths`);
  const panel = page.locator('[data-panel="paths"]');
  await expect(panel.locator('[data-quote]')).toContainText('2 deals in a row at the least');
  await expect(panel.locator('[data-chain]')).toHaveCount(2);
  await expect(panel.locator('[data-chain="oracle nvidia tsmc"]')).toContainText('← Nvidia');
  await panel.locator('[data-control="paths-way"]').selectOption('along');
  await expect(panel.locator('[data-chain="oracle nvidia tsmc"]')).not.toContainText('←');
  await panel.locator('[data-control="paths-by"]').selectOption('strength');
  await expect(panel.locator('[data-chain]')).toHaveCount(1);
  await panel.locator('[data-action="swap-paths"]').click();
  await expect(panel.locator('[data-quote]')).toContainText('No chain leads from TSMC to Oracle');
  const { receipt, count } = JSON.parse(await saved(page, 'save-paths'));
  expect({ from: receipt.from, by: receipt.by, count }).toEqual({
    from: 'tsmc',
    by: 'strength',
    count: 0,
  });
  await panel.locator('[data-control="paths-to"]').selectOption('tsmc');
  await expect(panel).toContainText('Choose two different firms.');
  expect(seen).toEqual({ errors: [], strangers: [] });
});

test('all speak Chinese and fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const words = {
    ranking: '按任意指标排名',
    matrix: '谁依赖谁',
    loops: '资金环路',
    paths: '最短链条',
  };
  for (const [view, title] of Object.entries(words)) {
    await page.goto('about:blank');
    await openPage(page, `${LINK}&view=${view}&lang=zh`);
    await expect(page.locator(`[data-panel="${view}"] h2`)).toContainText(title);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  }
});
