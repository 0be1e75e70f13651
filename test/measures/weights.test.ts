import { expect, test } from 'vitest';
import type { Deal } from '../../src/data/schema.ts';
import { dealWeight } from '../../src/measures/weights.ts';
import { debt, equity, makeNetwork, order } from './make-network.ts';

const firms = [{ id: 'a', valueUsd: 50e9 }, { id: 'b', valueUsd: 200e9 }, { id: 'c' }];
const weigh = (deal: Deal, others: readonly Deal[] = []) =>
  dealWeight(deal, makeNetwork(firms, [deal, ...others]));

test('an order weighs its mean yearly dollars', () => {
  expect(weigh(order('a', 'b', { perYearUsd: 7e9 })).usd).toBe(7e9);
  expect(weigh(order('a', 'b', { amountUsd: 60e9, startYear: 2026, endYear: 2030 })).usd).toBe(
    15e9,
  );
  expect(weigh(order('a', 'b', { amountUsd: 6e9, startYear: 2026, endYear: 2026 })).usd).toBe(6e9);
  const schedule = [
    { year: 2026, usd: 1e9 },
    { year: 2029, usd: 7e9 },
  ];
  expect(weigh(order('a', 'b', { schedule })).usd).toBe(2e9); // four years, two of them empty
});

test('a total of unknown term is spread over the default term of five years', () => {
  expect(weigh(order('a', 'b', { amountUsd: 60e9, startYear: 2026 })).usd).toBe(12e9);
  expect(weigh(order('a', 'b', { amountUsd: 60e9, endYear: 2030 })).usd).toBe(15e9); // from 2026
});

test('a stake weighs its share of the issuer, else its stated worth, else the cash put in', () => {
  const all = { stake: 0.1, valueUsd: 3e9, paidUsd: 1e9 };
  expect(weigh(equity('a', 'b', all)).usd).toBeCloseTo(20e9, 3);
  expect(weigh(equity('a', 'c', all)).usd).toBe(3e9); // nobody knows what c is worth
  expect(weigh(equity('a', 'c', { stake: 0.1, paidUsd: 1e9 })).usd).toBe(1e9);
});

test('a loan weighs its face, else its commitment', () => {
  expect(weigh(debt('a', 'b', { faceUsd: 4e9, commitmentUsd: 9e9 })).usd).toBe(4e9);
  expect(weigh(debt('a', 'b', { commitmentUsd: 9e9 })).usd).toBe(9e9);
});

test('unknown dollars are a reason, never 0', () => {
  expect(weigh(order('a', 'b', {}))).toEqual({ usd: null, reason: 'no amount known' });
  expect(weigh(debt('a', 'b', {}))).toEqual({ usd: null, reason: 'no amount known' });
  expect(weigh(equity('a', 'c', { stake: 0.1 }))).toEqual({ usd: null, reason: 'no worth known' });
  const warrant = equity('a', 'b', { stake: 0.1, contingent: true });
  expect(weigh(warrant)).toEqual({ usd: null, reason: 'due only on a condition' });
  const cancelled = order('a', 'b', { perYearUsd: 7e9, status: 'cancelled' });
  expect(weigh(cancelled)).toEqual({ usd: null, reason: 'cancelled' });
});

test('dollars that another deal counts are not counted twice', () => {
  const outer = order('a', 'c', { perYearUsd: 9e9 });
  const inner = order('a', 'b', { perYearUsd: 8e9, within: outer.id, withinShare: 0.75 });
  expect(weigh(inner, [outer]).usd).toBe(2e9);
  expect(weigh({ ...inner, withinShare: undefined } as Deal, [outer]).usd).toBe(0);
  expect(weigh(inner).usd).toBe(8e9); // the outer deal is not in the web
  expect(weigh(inner, [order('a', 'c', {})]).usd).toBe(8e9); // its dollars are unknown
});
