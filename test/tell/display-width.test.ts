import { expect, test } from 'vitest';
import { displayWidth, fitWidth } from '../../src/tell/display-width.ts';

test.each([
  ['Oracle', 6],
  ['甲骨文', 6],
  ['软银 SoftBank', 13],
  ['é', 1],
  ['e\u0301', 1],
  ['（）', 4],
  ['한국', 4],
  ['…', 1],
  ['', 0],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test.each([
  ['Oracle', 6, 'Oracle'],
  ['Oracle', 5, 'Orac…'],
  ['甲骨文', 6, '甲骨文'],
  ['甲骨文', 5, '甲骨…'],
  ['甲骨文', 4, '甲…'], // half a character is not shown
])('%s in %i columns is %s', (text, width, shown) => {
  expect(fitWidth(text, width)).toBe(shown);
  expect(displayWidth(shown)).toBeLessThanOrEqual(width);
});
