import { expect, test } from 'vitest';
import { displayWidth } from '../../src/tell/display-width.ts';
import { wrap } from '../../src/tell/wrap.ts';

test('breaks between words at 80 columns and loses none', () => {
  const text = Array.from({ length: 60 }, (_, index) => (index % 3 ? 'boat' : '软银')).join(' ');
  const lines = wrap(text).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.every((line) => displayWidth(line) <= 80)).toBe(true);
  expect(lines.join(' ')).toBe(text);
});

test('nothing in a text can steer the terminal', () => {
  expect(wrap('a\u001b[2Jb')).toBe('a [2Jb\n');
});
