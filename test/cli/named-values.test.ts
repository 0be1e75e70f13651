import { expect, test } from 'vitest';
import { UsageError } from '../../src/base/errors.ts';
import { namedValues } from '../../src/questions/named-values.ts';

test('numbers are numbers, words stay words', () => {
  const values = namedValues(['takeOrPay=.25', 'valuation=book', 'x=1e-3'], '--set');
  expect(values).toEqual({ takeOrPay: 0.25, valuation: 'book', x: 0.001 });
});

test.each([[['takeOrPay']], [['=1']], [['takeOrPay=']], [['a=1', 'a=2']]])(
  'refuses %j',
  (texts) => {
    expect(() => namedValues(texts, '--set')).toThrow(UsageError);
  },
);
