import { expect, test } from 'vitest';
import {
  bestOf,
  leaveOneOutScore,
  meanScore,
} from '../../../src/questions/backtest/variant-work.ts';

const weights = [2, 1, 4];

test('means by hand; no answer counts as 0', () => {
  const one = { name: 'one', scores: [0.5, null, -0.25] };
  expect(meanScore(one, weights)).toBeCloseTo((2 * 0.5 + 0 - 4 * 0.25) / 7, 12);
  expect(meanScore(one, weights, (event) => event < 2)).toBeCloseTo(1 / 3, 12);
});

test('each event is scored by what does best on the others, by hand', () => {
  const steady = { name: 'steady', scores: [0.3, 0.3, 0.3] };
  const lucky = { name: 'lucky', scores: [0.9, 0.9, -0.6] };
  // Without event 0 or 1 steady is ahead, without event 2 lucky is.
  expect(leaveOneOutScore([steady, lucky], weights)).toBeCloseTo(
    (2 * 0.3 + 1 * 0.3 + 4 * -0.6) / 7,
    12,
  );
});

test('the event that is scored has no say: whatever it is poisoned with, the choice stands', () => {
  const candidates = [
    { name: 'a', scores: [0.1, 0.4, 0.2] },
    { name: 'b', scores: [0.3, 0.1, 0.5] },
    { name: 'c', scores: [0.2, 0.2, 0.1] },
  ];
  for (const left of [0, 1, 2]) {
    const choose = (poison: number) =>
      bestOf(
        candidates.map((one, at) => ({
          ...one,
          scores: one.scores.map((score, event) => (event === left ? poison * (at + 1) : score)),
        })),
        weights,
        (event) => event !== left,
      ).name;
    expect(new Set([-1e6, -1, 0, 1, 1e6].map(choose)).size).toBe(1);
  }
});

test('of those that tie the first stands: the defaults', () => {
  const same = [0.2, 0.1, 0.3];
  expect(
    bestOf(
      [
        { name: 'default', scores: same },
        { name: 'other', scores: same },
      ],
      weights,
    ).name,
  ).toBe('default');
});
