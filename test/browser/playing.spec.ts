import { expect, type Page, test } from '@playwright/test';
import { openPage, watch } from './page.ts';

const step = '.scrubber[data-step]';

test('plays the rounds to the end and says what each did', async ({ page }) => {
  const seen = watch(page);
  await openPage(page);
  await expect(page.locator(step)).toHaveAttribute('data-step', '-1');
  await page.locator('[data-control="speed"]').selectOption('2');
  await page.locator('[data-action="light"]').click();
  await expect(page.locator(step)).not.toHaveAttribute('data-step', '-1');
  await expect(page.locator('.caption')).toContainText(/^Rounds? \d/);
  const steps = Number(await page.locator(step).getAttribute('data-steps'));
  await expect(page.locator(step)).toHaveAttribute('data-step', String(steps - 1));
  const [lost, total] = await page
    .locator('.scrub-total')
    .innerText()
    .then((text) => text.split('/'));
  expect(lost?.trim()).toBe(total?.trim());
  expect(seen.errors).toEqual([]);
});

test('steps with the keyboard', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(step)).toHaveAttribute('data-step', '0');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(step)).toHaveAttribute('data-step', '0');
  await page.keyboard.press('End');
  const last = Number(await page.locator(step).getAttribute('data-steps')) - 1;
  await expect(page.locator(step)).toHaveAttribute('data-step', String(last));
  await page.keyboard.press('Home');
  await expect(page.locator('.caption')).toHaveText('Before the shock: every promise is kept.');
  await page.keyboard.press(']');
  await expect(page.locator('[data-control="speed"]')).toHaveValue('2');
  await page.keyboard.press('2');
  await expect(page.locator('[data-table="firms"]')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.locator('[data-dialog="help"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-dialog="help"]')).toHaveCount(0);
});

test('leaves keys to the field that has the focus', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('/');
  await page.locator('#search').pressSequentially('2?');
  await expect(page.locator('#search')).toHaveValue('2?');
  await expect(page.locator('[data-dialog="help"]')).toHaveCount(0);
});

/** Frames that the page asks for in half a second. */
const framesAsked = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let asked = 0;
    const real = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      asked += 1;
      return real(callback);
    };
    await new Promise((resolve) => setTimeout(resolve, 500));
    window.requestAnimationFrame = real;
    return asked;
  });

test('asks for no frame at rest', async ({ page }) => {
  await openPage(page);
  await page.locator('.map-firms button').first().waitFor({ state: 'attached' });
  // Once at rest it stays at rest; how long the map takes to settle is the machine's affair.
  await expect.poll(() => framesAsked(page)).toBe(0);
  expect(await framesAsked(page)).toBe(0);
});
