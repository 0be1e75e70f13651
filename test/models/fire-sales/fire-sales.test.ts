import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { fireSales } from '../../../src/models/fire-sales/fire-sales.ts';
import { seededRandom } from '../../random.ts';
import { CURRENCIES, largestGap, scaled, shuffle } from '../reference.ts';

const { solve } = fireSales;
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

// firm 0 holds 60 and 40 with equity of 20 (debt 4 times equity), firm 1 holds 30 of the second
// asset with equity of 15 (debt 1 times equity); firm 2 holds 5 of the first and owes nothing
const holdings = {
  dense: [
    [60, 40],
    [0, 30],
    [5, 0],
  ],
};
const base = { holdings, equity: [20, 15, 5], depths: [480, 700], shocks: [[0.1, 0]] };

describe('refuses', () => {
  test.each([
    ['ragged holdings', { holdings: { dense: [[60, 40], [0]] } }, DataError],
    ['an asset that is not there', { holdings: [[0, 2, 5]] }, DataError],
    ['a short position', { holdings: [[0, 1, -5]] }, ModelError],
    ['negative equity', { equity: [20, -1, 5] }, ModelError],
    ['NaN', { depths: [Number.NaN, 700] }, DataError],
    ['a market without depth', { depths: [0, 700] }, ModelError],
    ['a shock above the price', { shocks: [[1.5, 0]] }, ModelError],
    ['a shock of too few assets', { shocks: [[0.5]] }, DataError],
    ['other assets of too few firms', { otherAssets: [1] }, DataError],
    ['a firm in debt without equity', { equity: [0, 15, 5] }, ModelError],
    ['a floor of 1', { parameters: { priceFloor: 1 } }, ScenarioError],
    ['an unknown rule', { parameters: { rule: 'panic' } }, ScenarioError],
  ])('%s', (_, change, error) => {
    expect(() => solve({ ...base, ...change } as never)).toThrow(error);
  });

  test('a firm above its limit before the shock', () => {
    const parameters = { rule: 'threshold', leverageLimit: 4.9 };
    expect(() => solve({ ...base, parameters })).toThrow(/before the shock/);
    expect(() => solve({ ...base, parameters: { ...parameters, leverageLimit: 5 } })).not.toThrow();
  });

  test('fields that the schema does not know', () => {
    expect(z.safeParse(fireSales.problemSchema, base).success).toBe(true);
    expect(z.safeParse(fireSales.problemSchema, { ...base, prices: [] }).success).toBe(false);
  });
});

describe('back to leverage, by hand', () => {
  test('a tenth off the first asset: firm 0 loses 6, sells 24, 14.4 of the first and 9.6', () => {
    const answer = solve(base);
    expect(answer.directLosses).toEqual([[6, 0, 0.5]]);
    expect(largestGap(answer.sold[0]!, [24, 0, 0])).toBeLessThan(1e-12);
    // falls of 14.4 / 480 = 3 % and 9.6 / 700 of the holdings
    const second = 9.6 / 700;
    expect(largestGap(answer.saleLosses[0]!, [1.8 + 40 * second, 30 * second, 0.15])).toBeLessThan(
      1e-13,
    );
    expect(answer.causedLosses[0]![0]).toBeCloseTo(1.95 + 70 * second, 13);
    expect(answer.causedLosses[0]!.slice(1)).toEqual([0, 0]);
    expect(answer.vulnerability[0]).toBeCloseTo((1.95 + 70 * second) / 40, 14);
    expect(largestGap(answer.prices[0]!, [0.9 * 0.97, 1 - second])).toBeLessThan(1e-15);
    expect(answer.equity[0]![2]).toBeCloseTo(5 - 0.65, 14);
  });

  test('a firm whose equity is gone sells all that is left, not more', () => {
    const { sold, equity } = solve({
      ...base,
      shocks: [
        [0.5, 0],
        [0.9, 0.9],
      ],
    });
    expect(sold[0]![0]).toBeCloseTo(70, 12);
    expect(sold[1]![0]).toBeCloseTo(10, 12);
    expect(equity[1]!.slice(0, 2)).toEqual([0, 0]);
  });

  test('what can not be sold counts for leverage, not for sales', () => {
    const { sold } = solve({ ...base, otherAssets: [20, 0, 0] });
    expect(sold[0]![0]).toBeCloseTo(5 * 6, 12);
  });
});

describe('above the limit, by hand', () => {
  const rule = { rule: 'threshold', leverageLimit: 6, leverageBuffer: 0.9, impact: 'linear' };

  test('firm 0 goes from 5 to 94 / 14, sells 94 - 5.4 * 14 = 18.4 of 94; one round is enough', () => {
    const answer = solve({ ...base, parameters: rule });
    const part = 18.4 / 94;
    const [first, second] = [(54 * part) / 480, (40 * part) / 700];
    expect(answer.sold[0]![0]).toBeCloseTo(18.4, 12);
    expect(answer.sold[0]!.slice(1)).toEqual([0, 0]);
    const borne = 1 - part / 2;
    const wanted = [borne * (54 * first + 40 * second), 30 * second, 4.5 * first];
    expect(largestGap(answer.saleLosses[0]!, wanted)).toBeLessThan(1e-13);
    expect(largestGap(answer.prices[0]!, [0.9 * (1 - first), 1 - second])).toBeLessThan(1e-15);
    expect(answer).toMatchObject({ iterations: 1, converged: true, residual: 0 });
  });

  test('at the limit nobody sells, even after a shock', () => {
    const answer = solve({ ...base, parameters: { ...rule, leverageLimit: 94 / 14 } });
    expect(answer.sold).toEqual([[0, 0, 0]]);
    expect(answer.iterations).toBe(0);
  });

  test('without equity: all is sold, or nothing', () => {
    const shocks = [[0.5, 0]];
    const sell = solve({ ...base, shocks, parameters: rule });
    expect(sell.sold[0]![0]).toBeCloseTo(70, 12);
    const hold = solve({ ...base, shocks, parameters: { ...rule, insolvent: 'hold' } });
    expect(hold.sold).toEqual([[0, 0, 0]]);
    expect(hold.vulnerability).toEqual([0]);
  });

  test('the bounded impact starts like the linear one and never passes the floor', () => {
    const small = {
      ...base,
      holdings: {
        dense: [
          [60e-6, 0],
          [0, 0],
          [6, 0],
        ],
      },
      equity: [20e-6, 0, 6],
    };
    const limited = { ...rule, leverageLimit: 3 };
    const fall = (impact: string) =>
      0.9 - solve({ ...small, parameters: { ...limited, impact } }).prices[0]![0]!;
    // at a price of 0.9 and a floor of 0.5 the slope is (1 - 0.5 / 0.9) / 0.5 of the linear one
    expect(fall('bounded') / fall('linear')).toBeCloseTo((1 - 0.5 / 0.9) / 0.5, 4);
    const thin = {
      ...base,
      depths: [1, 1],
      parameters: { ...rule, impact: 'bounded', priceFloor: 0.6 },
    };
    const { prices } = solve(thin);
    expect(prices[0]![0]).toBeGreaterThanOrEqual(0.6);
    expect(prices[0]![0]).toBeLessThan(0.61);
  });

  test('the square-root impact: four times the sales, twice the fall', () => {
    const fall = (depth: number) =>
      1 -
      solve({
        ...base,
        depths: [480, depth],
        parameters: { ...rule, impact: 'square-root', insolvent: 'hold', maxRounds: 1 },
      }).prices[0]![1]!;
    expect(fall(70_000) / fall(280_000)).toBeCloseTo(2, 12);
  });

  test('says when sales were cut off', () => {
    const thin = { ...base, depths: [100, 100], parameters: { ...rule, maxRounds: 1 } };
    const answer = solve(thin);
    expect(answer.converged).toBe(false);
    expect(answer.residual).toBeGreaterThan(0);
    expect(solve({ ...thin, parameters: rule }).converged).toBe(true);
  });
});

test('no firms, no shock', () => {
  expect(solve({ holdings: [], equity: [], depths: [], shocks: [[]] })).toMatchObject({
    equity: [[]],
    vulnerability: [0],
  });
  for (const rule of ['targeting', 'threshold']) {
    const calm = solve({ ...base, shocks: [[0, 0]], parameters: { rule } });
    expect(calm).toMatchObject({ equity: [[20, 15, 5]], vulnerability: [0], prices: [[1, 1]] });
  }
});

type Matrix = number[][];
const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
const transpose = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!));
const diagonal = (values: readonly number[]): Matrix =>
  values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));

/** Leveraged holders of a few assets, with shocks that leave everybody some equity. */
const randomMarket = (firms: number, assets: number, seed: number) => {
  const random = seededRandom(seed);
  const held = Array.from({ length: firms }, () =>
    Array.from({ length: assets }, () => (random() < 0.7 ? 10 ** (2 * random()) : 0)),
  );
  for (const [i, row] of held.entries()) row[i % assets]! += 1;
  const total = held.map((row) => row.reduce((sum, value) => sum + value, 0));
  const equity = total.map((value) => value * (0.1 + 0.3 * random()));
  const depths = Array.from({ length: assets }, () => 100 * firms * (1 + 9 * random()));
  const shock = Array.from({ length: assets }, () => 0.08 * random());
  return { held, total, equity, depths, shock };
};

describe('random markets', () => {
  test('back to leverage is the matrix product of the paper, 1 A M L M B A M F / E', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (seed, firms, assets) => {
          const { held, total, equity, depths, shock } = randomMarket(firms, assets, seed);
          const m = held.map((row, i) => row.map((value) => value / total[i]!));
          const ba = diagonal(total.map((value, i) => (value / equity[i]! - 1) * value));
          const returns = times(
            m,
            shock.map((share) => [share]),
          );
          const falls = times(
            diagonal(depths.map((depth) => 1 / depth)),
            times(transpose(m), times(ba, returns)),
          );
          const losses = times(diagonal(total), times(m, falls)).map(([loss]) => loss!);
          const { list, back } = shuffle(firms, seed);
          for (const unit of CURRENCIES) {
            const answer = solve({
              holdings: { dense: list(held.map((row) => scaled(row, unit))) },
              equity: list(scaled(equity, unit)),
              depths: scaled(depths, unit),
              shocks: [shock],
            });
            const most = Math.max(...losses);
            expect(
              largestGap(back(answer.saleLosses[0]!), scaled(losses, unit), unit * most),
            ).toBeLessThan(1e-12);
            const all = equity.reduce((sum, value) => sum + value, 0);
            const vulnerability = losses.reduce((sum, loss) => sum + loss, 0) / all;
            expect(answer.vulnerability[0]! / vulnerability).toBeCloseTo(1, 12);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('above the limit: ledgers agree, in any currency, and deeper markets never hurt more', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('linear', 'bounded'),
        (seed, firms, impact) => {
          const { held, equity, depths, shock } = randomMarket(firms, 3, seed);
          const run = (unit: number, deeper: number) =>
            solve({
              holdings: { dense: held.map((row) => scaled(row, unit)) },
              equity: scaled(equity, unit),
              depths: scaled(depths, unit * deeper),
              shocks: [shock],
              parameters: { rule: 'threshold', impact, leverageLimit: 10, leverageBuffer: 0.8 },
            });
          const [answer, large, deep] = [run(1, 0.2), run(1e9, 0.2), run(1, 10)];
          const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
          const total = add(answer.saleLosses[0]!);
          expect(answer.converged).toBe(true);
          expect(Math.abs(add(answer.causedLosses[0]!) - total)).toBeLessThan(1e-10 * (1 + total));
          expect(
            largestGap(scaled(large.saleLosses[0]!, 1e-9), answer.saleLosses[0]!, 1 + total),
          ).toBeLessThan(1e-11);
          expect(add(deep.saleLosses[0]!)).toBeLessThanOrEqual(total + 1e-9);
          answer.prices[0]!.forEach((price, k) => {
            expect(price).toBeGreaterThanOrEqual(0);
            expect(price).toBeLessThanOrEqual(1 - shock[k]!);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
