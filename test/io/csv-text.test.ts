import { expect, test } from 'vitest';
import { csvText } from '../../src/io/csv-text.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@here', "'@here"],
  ['-x', "'-x"],
  ['+SUM(A1)', "'+SUM(A1)"],
  [-1.5e-7, '-1.5e-7'],
  [0.1 + 0.2, '0.30000000000000004'],
  [false, 'false'],
  [null, ''],
])('%j becomes %j', (value, cell) => {
  expect(csvText([['first', value, 'last']])).toBe(`first,${cell},last\n`);
});

test('every row ends in a line break', () => {
  const rows = [
    ['a', 1],
    [null, 'b'],
  ];
  expect(csvText(rows)).toBe('a,1\n,b\n');
});
