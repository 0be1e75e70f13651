import { expect, it } from 'vitest';
import { loadNetwork } from '../../src/data/load.ts';
import { chainedBoatsParameters } from '../../src/models/chained-boats/parameters.ts';
import { meanOf } from '../../src/questions/uncertain/distribution.ts';
import { drawnWeb } from '../../src/questions/uncertain/drawn-web.ts';
import { defaultWeights } from '../../src/scenario/period.ts';

const network = await loadNetwork('data/ai-web');
const rows = network.getAttribute('uncertainty');
const rowsOf = (figure: string) => rows.filter((row) => row.figure === figure);

it('every row gives a reason and a confidence', () => {
  for (const { id, note, confidence } of rows) {
    expect([id, (note ?? '').length > 30, confidence !== undefined]).toEqual([id, true, true]);
  }
});

it('paid shares have the mean that their status counts with; signed deals can only be less', () => {
  const statuses = rowsOf('paidShare').map(({ of }) => of);
  expect(statuses).toEqual(['signed', 'announced', 'reported', 'loi', 'rumoured']);
  for (const row of rowsOf('paidShare')) {
    const mean = meanOf(row);
    if (row.of === 'signed') expect(mean > 0.85 && mean < 1).toBe(true);
    else expect(mean).toBeCloseTo(defaultWeights[row.of as 'loi'], 2);
  }
});

it('the less a figure is sure, the wider its range', () => {
  for (const figure of [
    'dealDollars',
    'takeOrPay',
    'valueUsd',
    'revenueUsd',
    'operatingCost',
    'cashUsd',
    'debtUsd',
  ]) {
    const [high, medium, low] = ['high', 'medium', 'low'].map((of) => {
      const row = rowsOf(figure).find((one) => one.of === of)!;
      return row.high - row.low;
    });
    expect([figure, high! <= medium!, medium! <= low!]).toEqual([figure, true, true]);
  }
});

it('a parameter’s default lies within its range', () => {
  for (const { of, low, high } of rowsOf('parameter')) {
    const { default: usual } = chainedBoatsParameters[of as 'priceImpact'];
    expect([of, low <= usual && usual <= high]).toEqual([of, true]);
  }
});

it('every kind of figure that the web goes through is drawn', () => {
  const drawn = drawnWeb(network, { version: 1, name: 'calm', shocks: [] });
  const idle = rows.filter(({ id }) => !drawn.figuresOfRow.has(id)).map(({ id }) => id);
  expect(idle).toEqual(['paid-rumoured', 'take-or-pay-low']);
  expect(drawn.dimensions).toBeGreaterThan(300);
});
