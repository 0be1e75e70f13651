import { expect, test } from 'vitest';
import { displayWidth } from '../../src/tell/display-width.ts';
import { table } from '../../src/tell/table.ts';

test('figures stand to the right, headers above a rule, Chinese names in line', () => {
  const text = table(
    [
      { header: 'Firm', align: 'left' },
      { header: 'Loss\n$bn', align: 'right' },
    ],
    [
      ['Oracle', '27.00'],
      ['甲骨文', '1,234.50'],
    ],
  );
  expect(text.split('\n')).toEqual([
    '            Loss',
    'Firm         $bn',
    '------  --------',
    'Oracle     27.00',
    '甲骨文  1,234.50',
    '',
  ]);
});

test('is at most 80 wide: the last column that may gives way first', () => {
  const columns = [
    { header: 'Firm', align: 'left', shrinks: true },
    { header: 'Loss', align: 'right' },
    { header: 'Cause', align: 'left', shrinks: true },
  ] as const;
  const lines = table(columns, [['n'.repeat(30), '1'.repeat(30), 'c'.repeat(60)]]).split('\n');
  expect(Math.max(...lines.map(displayWidth))).toBe(80);
  expect(lines[2]).toBe(`${'n'.repeat(30)}  ${'1'.repeat(30)}  ${'c'.repeat(15)}…`);
  const tight = table(columns, [['n'.repeat(60), '1'.repeat(40), 'c'.repeat(60)]]).split('\n');
  expect(tight[2]).toBe(`${'n'.repeat(29)}…  ${'1'.repeat(40)}  ${'c'.repeat(5)}…`);
});

test('nothing in a name can steer the terminal', () => {
  const text = table([{ header: 'Firm', align: 'left' }], [['\u001b[31mred\u0007\nline']]);
  expect(text).toBe('Firm\n--------------\n [31mred  line\n');
});
