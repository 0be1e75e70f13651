import { expect, test } from '@playwright/test';
import { MODELS } from '../../src/models/models.ts';
import { PUBLISHED } from '../../src/models/published.ts';
import { openPage } from './page.ts';

test('the drawer shows the card of every model, with its sources', async ({ page }) => {
  await openPage(page);
  await page.locator('.model > summary').click();
  const own = page.locator('.model-card');
  await expect(own).toContainText(MODELS[0]!.blindTo[0]!.en);
  const cards = page.locator('.model .card-of');
  await expect(cards).toHaveCount(Object.keys(PUBLISHED).length);
  for (const model of Object.values(PUBLISHED)) {
    const card = page.locator(`.card-of[data-model="${model.id}"]`);
    await card.locator('summary').click();
    await expect(card).toContainText(model.equation);
    for (const name of Object.keys(model.parameters)) await expect(card).toContainText(name);
    await expect(card.locator('a').first()).toHaveAttribute('href', /^https:\/\/doi\.org\/10\./);
  }
});
