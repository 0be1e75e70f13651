import { expect, test } from 'vitest';
import { csvCell, csvText } from '../../src/measures/csv-cell.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@here', "'@here"],
  ['-x', "'-x"],
  ['+SUM(A1)', "'+SUM(A1)"],
  ['\tx', "'\tx"],
  ['-1.5e-7', '-1.5e-7'],
  [-3, '-3'],
  [1e21, '1e+21'],
  [null, ''],
])('%j becomes %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('every row ends in a line break', () => {
  expect(
    csvText([
      ['a', 1],
      [null, ''],
    ]),
  ).toBe('a,1\n,\n');
});
