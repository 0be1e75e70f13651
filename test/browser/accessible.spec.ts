import { expect, test } from '@playwright/test';
import { openPage } from './page.ts';

for (const view of ['map', 'firms', 'deals']) {
  test(`everything that can be operated has a name (${view})`, async ({ page }) => {
    await openPage(page, `v=1&shock=openai:revenue:-.5&view=${view}`);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, input, textarea, a, summary')]
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const { labels } = element as HTMLInputElement;
          const name = [
            element.getAttribute('aria-label'),
            element.textContent,
            ...[...(labels ?? [])].map((label) => label.textContent),
          ];
          return !name.some((text) => text?.trim());
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('[id]')].map(({ id }) => id),
    );
    expect(ids.length).toBe(new Set(ids).size);
  });
}

test('reads as a page: one main heading, landmarks, skip links that lead somewhere', async ({
  page,
}) => {
  await openPage(page);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('main')).toHaveCount(1);
  await expect(page.locator('header')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-table="firms"]')).toBeVisible();
  await expect(page.locator('#view')).toBeFocused();
});

test('every firm on the map is a button that says what it loses', async ({ page }) => {
  await openPage(page, 'v=1&shock=openai:revenue:-.5&r=99');
  const oracle = page
    .locator('.map-firms button', { hasText: /^Oracle|甲骨文/ })
    .or(page.locator('.map-firms button[aria-label^="Oracle"]'));
  await expect(oracle.first()).toHaveAttribute('aria-label', /loses \d/);
  await oracle.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-card="firm"]')).toHaveAttribute('data-id', 'oracle');
});

test('says each round politely', async ({ page }) => {
  await openPage(page);
  await expect(page.locator('.caption')).toHaveAttribute('aria-live', 'polite');
});

test('keeps its text above the contrast that the smallest text needs', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await openPage(page, 'v=1&shock=openai:revenue:-.5&view=firms');
    const worst = await page.evaluate(() => {
      const channel = (value: number): number => {
        const share = value / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      const luminance = ([r, g, b]: readonly number[]): number =>
        0.2126 * channel(r!) + 0.7152 * channel(g!) + 0.0722 * channel(b!);
      const colour = (text: string): readonly number[] => text.match(/[\d.]+/g)!.map(Number);
      const backdrop = (element: Element | null): readonly number[] => {
        for (let at = element; at; at = at.parentElement) {
          const found = colour(getComputedStyle(at).backgroundColor);
          if (found.length < 4 || found[3]! > 0) return found;
        }
        return [255, 255, 255];
      };
      const ratios = [
        ...document.querySelectorAll('p, td, th button, dt, dd, h2, label, button.link'),
      ]
        .filter((element) => element.checkVisibility() && element.textContent?.trim())
        .map((element) => {
          const text = luminance(colour(getComputedStyle(element).color));
          const behind = luminance(backdrop(element));
          return (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
        });
      return Math.min(...ratios);
    });
    expect(worst, colorScheme).toBeGreaterThanOrEqual(4.5);
    await page.goto('about:blank');
  }
});
