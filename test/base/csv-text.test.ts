import { expect, test } from 'vitest';
import { csvText, guardCell, unguardCell } from '../../src/base/csv-text.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@here', "'@here"],
  ['-x', "'-x"],
  ['+SUM(A1)', "'+SUM(A1)"],
  ["'=1+1", "''=1+1"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['-12.5', '-12.5'],
  ['+3e9', '+3e9'],
  [' padded ', '" padded "'],
  [-1.5e-7, '-1.5e-7'],
  [0.1 + 0.2, '0.30000000000000004'],
  [false, 'false'],
  [null, ''],
])('%j becomes %j', (value, cell) => {
  expect(csvText([['first', value, 'last']])).toBe(`first,${cell},last\r\n`);
});

test('every row ends in a line break, as RFC 4180 has it', () => {
  const rows = [
    ['a', 1],
    [null, 'b'],
  ];
  expect(csvText(rows)).toBe('a,1\r\n,b\r\n');
});

test.each(['=1', "'=1", "''@x", '-', '-5', "it's", "'quoted'", '\t', ''])(
  'the guard of %j comes off again',
  (text) => {
    expect(unguardCell(guardCell(text))).toBe(text);
  },
);
