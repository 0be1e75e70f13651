import { expect, test } from 'vitest';
import { roundTripOf } from '../../../src/questions/loops/circularity.ts';
import type { Payment } from '../../../src/questions/loops/payments.ts';

const payment = (
  layer: Payment['layer'],
  payer: number,
  payee: number,
  usd: number | null,
): Payment => ({ deal: `${layer}-${payer}-${payee}`, layer, payer, payee, usd });

test('a supplier that pays its customer: no more than either end, or the narrowest hop', () => {
  // 0 puts 10 into 1, which orders 8 of it and 4 of 2; 2 orders 3 of 0; 3 orders 7 of 0
  const web = [
    payment('equity', 0, 1, 10),
    payment('order', 1, 0, 8),
    payment('order', 1, 2, 4),
    payment('order', 2, 0, 3),
    payment('order', 3, 0, 7),
  ];
  expect(roundTripOf(web, 4, 0)).toEqual({ soldUsd: 18, investedUsd: 10, boundUsd: 10 });
  const narrow = web.map((one) => (one.layer === 'equity' ? { ...one, usd: 20 } : one));
  expect(roundTripOf(narrow, 4, 0).boundUsd).toBe(11);
});

test('its own orders are no capital, and capital paid to it is no revenue', () => {
  const web = [
    payment('order', 0, 1, 10),
    payment('order', 1, 0, 8),
    payment('equity', 1, 0, 6),
    payment('debt', 0, 2, 5),
  ];
  expect(roundTripOf(web, 3, 0)).toEqual({ soldUsd: 8, investedUsd: 5, boundUsd: 0 });
});

test('payments of unknown dollars count nothing; a loan is capital too', () => {
  const web = [payment('debt', 0, 1, 5), payment('order', 1, 0, null), payment('order', 1, 0, 2)];
  expect(roundTripOf(web, 2, 0)).toEqual({ soldUsd: 2, investedUsd: 5, boundUsd: 2 });
});
