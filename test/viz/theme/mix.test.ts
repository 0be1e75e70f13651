import { expect, it } from 'vitest';
import { mix } from '../../../viz/theme/mix.ts';

it('returns the ends at 0 and 1 and the mean of each channel half way', () => {
  expect(mix('#102030', '#F0E0D0', 0)).toBe('#102030');
  expect(mix('#102030', '#F0E0D0', 1)).toBe('#f0e0d0');
  expect(mix('#000000', '#040810', 0.5)).toBe('#020408');
});
