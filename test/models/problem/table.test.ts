import { expect, test } from 'vitest';
import { DataError, ModelError } from '../../../src/base/errors.ts';
import { readTable } from '../../../src/models/problem/table.ts';

const shape = { rows: 2, columns: 4 };
const cells = (input: Parameters<typeof readTable>[1], of = shape) => {
  const { row, column, amount } = readTable('holdings', input, of);
  return Array.from(amount, (value, at) => [row[at], column[at], value]);
};

test('dense rows and entries mean the same, zeros vanish, a diagonal stays', () => {
  const wanted = [
    [0, 0, 5],
    [0, 3, 1],
    [1, 1, 2],
  ];
  expect(
    cells([
      [5, 0, 0, 1],
      [0, 2, 0, 0],
    ]),
  ).toEqual(wanted);
  expect(cells([...wanted, [1, 3, 0]])).toEqual(wanted);
  expect(cells({ entries: wanted })).toEqual(wanted);
  expect(cells([], { rows: 0, columns: 0 })).toEqual([]);
  expect(cells([])).toEqual([]);
});

test('rows that can be read both ways must say how', () => {
  const rows = [
    [0, 1, 2],
    [1, 0, 2],
  ];
  const of = { rows: 2, columns: 3 };
  expect(() => cells(rows, of)).toThrow(/both ways/);
  expect(cells({ dense: rows }, of)).toEqual([
    [0, 1, 1],
    [0, 2, 2],
    [1, 0, 1],
    [1, 2, 2],
  ]);
  expect(cells({ entries: rows }, of)).toEqual(rows);
  expect(
    cells(
      [
        [0.5, 1, 2],
        [1, 0, 2],
      ],
      of,
    ),
  ).toHaveLength(5);
});

test.each([
  [
    'ragged rows',
    [
      [1, 2, 3, 4],
      [1, 2],
    ],
    DataError,
  ],
  ['too few rows', [[1, 2, 3, 4]], DataError],
  ['a column that is not there', [[0, 4, 1]], DataError],
  ['half a row', [[0.5, 1, 1]], DataError],
  ['NaN', [[0, 1, Number.NaN]], DataError],
  ['a negative amount', [[1, 1, -3]], ModelError],
  [
    'dense rows that are called entries',
    {
      entries: [
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ],
    },
    DataError,
  ],
  ['entries that are called dense', { dense: [[0, 1, 1]] }, DataError],
])('refuses %s', (_, input, error) => {
  expect(() => cells(input as never)).toThrow(error);
});
