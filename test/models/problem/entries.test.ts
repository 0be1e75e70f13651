import { describe, expect, test } from 'vitest';
import { DataError, ModelError } from '../../../src/base/errors.ts';
import { readEntries } from '../../../src/models/problem/entries.ts';
import { readVector } from '../../../src/models/problem/vector.ts';

const read = (input: Parameters<typeof readEntries>[1], size: number) => {
  const { row, column, amount } = readEntries('liabilities', input, size);
  return Array.from(row, (r, index) => [r, column[index], amount[index]]);
};

describe('both ways of writing a matrix', () => {
  test('dense rows and entries give the same', () => {
    const dense = [
      [0, 5],
      [2.5, 0],
    ];
    const entries = [
      [0, 1, 5],
      [1, 0, 2.5],
    ];
    expect(read(dense, 2)).toEqual(entries);
    expect(read(entries, 2)).toEqual(entries);
    expect(read({ dense }, 2)).toEqual(entries);
    expect(read({ entries }, 2)).toEqual(entries);
  });

  test('pairs may repeat, zeros vanish, an empty list is no debt at all', () => {
    expect(
      read(
        [
          [0, 1, 5],
          [0, 1, 3],
          [1, 0, 0],
          [1, 1, 0],
        ],
        2,
      ),
    ).toEqual([
      [0, 1, 5],
      [0, 1, 3],
    ]);
    expect(read([], 4)).toEqual([]);
    expect(read([], 0)).toEqual([]);
    expect(read([[0]], 1)).toEqual([]);
  });

  test('three firms: a zero diagonal is dense, anything else entries', () => {
    const ring = [
      [0, 1, 10],
      [1, 2, 10],
      [2, 0, 10],
    ];
    expect(read(ring, 3)).toEqual(ring);
    const dense = [
      [0, 7, 1.5],
      [2, 0, 4],
      [1, 0, 0],
    ];
    expect(read(dense, 3)).toEqual([
      [0, 1, 7],
      [0, 2, 1.5],
      [1, 0, 2],
      [1, 2, 4],
      [2, 0, 1],
    ]);
  });

  test('three firms: rows that fit both ways must say what they are', () => {
    const both = [
      [0, 1, 5],
      [1, 0, 3],
      [2, 1, 0],
    ];
    expect(() => read(both, 3)).toThrow(DataError);
    expect(() => read(both, 3)).toThrow(/"dense".*"entries"/);
    expect(read({ entries: both }, 3)).toEqual(both.slice(0, 2));
    expect(read({ dense: both }, 3)).toHaveLength(6);
  });
});

describe('refuses', () => {
  test.each([
    ['rows of unequal length', [[0, 1], [1]]],
    ['too few rows', [[0, 1, 2, 3]]],
    ['a firm that is not there', [[0, 4, 1]]],
    ['half a firm', [[0.5, 1, 1]]],
    ['NaN', [[0, 1, Number.NaN]]],
    ['infinity', [[0, 1, Number.POSITIVE_INFINITY]]],
  ])('%s', (_, rows) => {
    expect(() => read(rows, 4)).toThrow(DataError);
  });

  test('dense rows that are not square, whatever their number', () => {
    expect(() => read({ dense: [[0, 1]] }, 2)).toThrow('1 rows');
    expect(() => read({ dense: [[0, 1], [1]] }, 2)).toThrow('a row of 1');
    expect(() => read({ entries: [[0, 1]] }, 2)).toThrow('liabilities[0]');
  });

  test('negative amounts and what a firm owes itself', () => {
    expect(() => read([[0, 1, -1]], 2)).toThrow(ModelError);
    expect(() => read([[1, 1, 1]], 2)).toThrow(/liabilities\[0\].*two different firms/);
    const dense = (first: number, second: number) => [
      [first, second],
      [0, 0],
    ];
    expect(() => read(dense(1, 0), 2)).toThrow(/liabilities\[0\]\[0\].*two different firms/);
    expect(() => read(dense(0, -1), 2)).toThrow(/liabilities\[0\]\[1\]: found -1/);
    expect(() => read(dense(0, -1), 2)).toThrow(ModelError);
    expect(() => read(dense(0, Number.NaN), 2)).toThrow(DataError);
  });
});

describe('one number per firm', () => {
  test('keeps what is in range', () => {
    expect([...readVector('assets', [1, 2.5], { size: 2, min: 0 })]).toEqual([1, 2.5]);
    expect(readVector('assets', [])).toHaveLength(0);
  });

  test('refuses', () => {
    expect(() => readVector('assets', [1], { size: 2 })).toThrow(DataError);
    expect(() => readVector('assets', [1, Number.NaN])).toThrow('assets[1]: found NaN');
    expect(() => readVector('assets', [-1], { min: 0 })).toThrow(ModelError);
    expect(() => readVector('share', [2], { min: 0, max: 1 })).toThrow('from 0 to 1');
  });
});
