import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { crossHoldings } from '../../../src/models/cross-holdings/cross-holdings.ts';
import { randomPairs, seededRandom } from '../../random.ts';
import {
  CURRENCIES,
  largestGap,
  referenceCase,
  scaled,
  type Triple,
  twoOrders,
} from '../reference.ts';

const { solve } = crossHoldings;

describe('refuses', () => {
  const problem = { holdings: [[0, 1, 0.4]], baselineAssets: [1, 2], assets: [1, 2] };

  test.each([
    [
      'more than all of a firm',
      {
        holdings: [
          [0, 1, 0.7],
          [0, 1, 0.4],
        ],
      },
      ModelError,
    ],
    ['a negative share', { holdings: [[0, 1, -0.1]] }, ModelError],
    ['own shares', { holdings: [[1, 1, 0.1]] }, ModelError],
    [
      'firms that own each other wholly',
      {
        holdings: [
          [0, 1, 1],
          [1, 0, 1],
        ],
      },
      ModelError,
    ],
    ['a baseline below nothing', { baselineAssets: [1, -2] }, ModelError],
    ['NaN', { assets: [Number.NaN, 1] }, DataError],
    ['assets of other firms', { assets: [1, 2, 3] }, DataError],
    ['a ragged matrix', { holdings: [[0, 0.1], [0]] }, DataError],
    ['a threshold above 1', { parameters: { threshold: 1.1 } }, ScenarioError],
  ])('%s', (_, change, error) => {
    expect(() => solve({ ...problem, ...change } as never)).toThrow(error);
  });

  test('a firm wholly owned by an owned firm has owners in the end', () => {
    const { values } = solve({ ...problem, holdings: [[0, 1, 1]] });
    expect(values).toEqual([3, 0]);
  });
});

test('no firms', () => {
  expect(solve({ holdings: [], baselineAssets: [], assets: [] })).toMatchObject({
    values: [],
    waves: [],
    dependency: [],
    converged: true,
  });
});

test('three unequal firms by hand: two waves', () => {
  // Firm 0 owns half of 1, firm 1 a fifth of 2: A = [[1, .5, .1], [0, .5, .1], [0, 0, .8]].
  // Baseline (1, 8, 10): v = (6, 5, 8). Shock: firm 2 has 8: v = (5.8, 4.8, 6.4); theta 0.95:
  // 7.6 is missed by firm 2, which loses 0.5 * 7.6 = 3.8: v = (5.42, 4.42, 3.36). 5.7 and 4.75 are
  // missed: they lose 2.85 and 2.375: v = (5.42 - 2.85 - 1.1875, 4.42 - 1.1875, 3.36).
  const answer = solve({
    holdings: {
      entries: [
        [0, 1, 0.5],
        [1, 2, 0.2],
      ],
    },
    baselineAssets: [1, 8, 10],
    assets: [1, 8, 8],
    parameters: { threshold: 0.95, failureCostShare: 0.5 },
  });
  expect(largestGap(answer.dependency.flat(), [1, 0.5, 0.1, 0, 0.5, 0.1, 0, 0, 0.8])).toBeLessThan(
    1e-15,
  );
  expect(largestGap(answer.baselineValues, [6, 5, 8])).toBeLessThan(1e-14);
  expect(answer.waves).toEqual([[2], [0, 1]]);
  expect(answer.failed).toEqual([true, true, true]);
  expect(largestGap(answer.values, [1.3825, 3.2325, 3.36])).toBeLessThan(1e-14);
});

test('an unchanged value is a tie with a threshold of 1 and holds, in any currency', () => {
  for (const unit of [...CURRENCIES, 0.1, 1 / 3]) {
    const assets = [0.1 * unit, 0.7 * unit, 1.3 * unit];
    const answer = solve({
      holdings: {
        entries: [
          [0, 1, 0.3],
          [1, 2, 0.3],
          [2, 0, 0.1],
        ],
      },
      baselineAssets: assets,
      assets: assets.map((worth) => worth * (1 - 1e-15)),
      parameters: { threshold: 1 },
    });
    expect(answer.waves).toEqual([]);
  }
});

interface EuropeScenario {
  readonly matrix: string;
  readonly theta?: number;
  readonly waves: readonly (readonly string[])[];
  readonly v_final: readonly number[];
  readonly A: readonly (readonly number[])[];
  readonly v0: readonly number[];
}

describe('reference: six European countries', () => {
  const { inputs, scenarios, halving, tolerance } = referenceCase('egj-europe');
  const countries: string[] = inputs.countries;
  const size = countries.length;
  const sharesOf = (matrix: string): Triple[] => {
    const held: number[][] = matrix.startsWith('ultimate')
      ? inputs.holdings_ultimate_risk
      : inputs.holdings_immediate_borrower;
    return held
      .flatMap((row, i) =>
        row.map((amount, j) => {
          const issued = held.reduce((sum, other) => sum + other[j]!, 0);
          return [i, j, (inputs.c * amount) / issued] as const;
        }),
      )
      .filter(([i, j]) => i !== j);
  };
  const run = (
    matrix: string,
    before: number[],
    after: number[],
    theta: number,
    unit: number,
    order: ReturnType<typeof twoOrders>[number],
  ) => {
    const answer = solve({
      holdings: { entries: order.entries(sharesOf(matrix)) },
      baselineAssets: order.list(scaled(before, unit)),
      assets: order.list(scaled(after, unit)),
      parameters: { threshold: theta, failureCostShare: 0.5 },
    });
    const names = order.list(countries);
    return {
      values: order.back(answer.values),
      baselineValues: order.back(answer.baselineValues),
      dependency: order.back(answer.dependency).map((row) => order.back(row)),
      waves: answer.waves.map((wave) => wave.map((i) => names[i]!).sort()),
    };
  };

  test.each(CURRENCIES)('waves and values, currency x %s, in two orders', (unit) => {
    let checked = 0;
    for (const scenario of scenarios as EuropeScenario[]) {
      for (const order of twoOrders(size, 3)) {
        const found = run(
          scenario.matrix,
          inputs.p_2008,
          inputs.p_2011,
          scenario.theta ?? 0.9,
          unit,
          order,
        );
        if (scenario.theta === undefined) {
          expect(largestGap(found.dependency.flat(), scenario.A.flat())).toBeLessThan(
            tolerance.abs,
          );
          expect(largestGap(found.baselineValues, scaled(scenario.v0, unit), unit)).toBeLessThan(
            tolerance.abs,
          );
        } else {
          expect(found.waves).toEqual(scenario.waves.map((wave) => wave.toSorted()));
          expect(largestGap(found.values, scaled(scenario.v_final, unit), unit)).toBeLessThan(
            tolerance.abs,
          );
          checked += 1;
        }
      }
    }
    expect(checked).toBe(44);
  });

  test.each(CURRENCIES)('one country loses half, currency x %s, in two orders', (unit) => {
    expect(halving).toHaveLength(24);
    for (const { theta, halved, waves, v_final } of halving) {
      const after = inputs.p_2011.map((worth: number, i: number) =>
        countries[i] === halved ? worth / 2 : worth,
      );
      for (const order of twoOrders(size, 5)) {
        const found = run('immediate', inputs.p_2011, after, theta, unit, order);
        expect(found.waves).toEqual(waves.map((wave: string[]) => wave.toSorted()));
        expect(largestGap(found.values, scaled(v_final, unit), unit)).toBeLessThan(tolerance.abs);
      }
    }
  });
});

describe('reference: two organisations and random networks of a hundred', () => {
  const { inputs, two_org_scenarios, random_scenarios, tolerance } =
    referenceCase('egj-small-and-random');

  test.each(CURRENCIES)('two organisations: best and worst case, currency x %s', (unit) => {
    for (const { p, vbar, beta, best_waves, best_v, worst_failed, worst_v } of two_org_scenarios) {
      for (const order of twoOrders(2, 1)) {
        const problem = {
          holdings: order.list<number[]>(inputs.two.C.map((row: number[]) => order.list(row))),
          baselineAssets: [unit, unit],
          assets: order.list(scaled(p, unit)),
        };
        const firms = order.list([0, 1]);
        const inOrder = (waves: readonly (readonly number[])[]) =>
          waves.map((wave) => wave.map((i) => firms[i]!).sort());
        const gap = (found: readonly number[], wanted: number[]) =>
          largestGap(order.back(found), scaled(wanted, unit), unit);
        const parameters = { threshold: vbar[0], failureCostShare: beta[0] / vbar[0] };
        const best = solve({ ...problem, parameters });
        expect(inOrder(best.waves)).toEqual(best_waves);
        expect(gap(best.values, best_v)).toBeLessThan(tolerance.abs);
        const dependency = order.back(best.dependency).map((row) => order.back(row));
        expect(largestGap(dependency.flat(), inputs.two.A.flat())).toBeLessThan(1e-15);
        const worst = solve({ ...problem, parameters: { ...parameters, equilibrium: 'worst' } });
        expect(inOrder(worst.waves)).toEqual(worst_failed.length === 0 ? [] : [worst_failed]);
        expect(gap(worst.values, worst_v)).toBeLessThan(tolerance.abs);
      }
    }
  });

  test.each(CURRENCIES)('random networks: who fails, in how many waves, currency x %s', (unit) => {
    const size: number = inputs.n;
    for (const { d, c, theta, waves, failed, v_sum } of random_scenarios) {
      const edges: [number, number][] = inputs.edges_by_degree[d];
      const holders = edges.reduce(
        (count, [, issuer]) => count.fill(count[issuer]! + 1, issuer, issuer + 1),
        new Array<number>(size).fill(0),
      );
      const shares = edges.map(
        ([holder, issuer]) => [holder, issuer, c / holders[issuer]!] as const,
      );
      for (const order of twoOrders(size, d)) {
        const answer = solve({
          holdings: { entries: order.entries(shares) },
          baselineAssets: new Array<number>(size).fill(unit),
          assets: order.list(Array.from({ length: size }, (_, i) => (i === 0 ? 0 : unit))),
          parameters: { threshold: theta, failureCostShare: 1 },
        });
        expect(answer.waves.map((wave) => wave.length)).toEqual(waves);
        expect(order.back(answer.failed).flatMap((is, i) => (is ? [i] : []))).toEqual(
          failed.toSorted((a: number, b: number) => a - b),
        );
        const sum = answer.values.reduce((total, value) => total + value, 0) / unit;
        expect(Math.abs(sum - v_sum)).toBeLessThan(tolerance.abs);
      }
    }
  });
});

describe('random webs', () => {
  const problemOf = (seed: number) => {
    const random = seededRandom(seed);
    const size = 2 + Math.floor(random() * 9);
    const pairs = randomPairs(size, 0.5, random);
    const holdings = pairs.map(([holder, issuer]) => {
      const holders = pairs.filter(([, other]) => other === issuer).length;
      return [holder, issuer, (0.95 * random()) / holders] as const;
    });
    const baselineAssets = Array.from({ length: size }, () => 10 ** (2 * random()));
    const assets = baselineAssets.map((worth) => worth * (random() < 0.4 ? random() : 1));
    return { holdings: { entries: holdings }, baselineAssets, assets };
  };
  const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

  test('columns of A add up to 1, and A is the sum of all chains of holdings', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = problemOf(seed);
        const { dependency, values, failed, failureValues } = solve({
          ...problem,
          parameters: { failureCostShare: 0 },
        });
        const size = values.length;
        for (let j = 0; j < size; j++) {
          // one unit of firm j's assets walks up the chains: what isn't held at a firm stays there
          let here: number[] = Array.from({ length: size }, (_, i) => (i === j ? 1 : 0));
          const stays = new Array<number>(size).fill(0);
          for (let step = 0; step < 2000; step++) {
            const next = new Array<number>(size).fill(0);
            here.forEach((amount, issuer) => {
              stays[issuer]! += amount;
            });
            for (const [holder, issuer, share] of problem.holdings.entries) {
              stays[issuer]! -= share * here[issuer]!;
              next[holder]! += share * here[issuer]!;
            }
            here = next;
          }
          const column = dependency.map((row) => row[j]!);
          expect(largestGap(column, stays)).toBeLessThan(1e-12);
          expect(column.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        }
        values.forEach((value, i) => {
          expect(failed[i]).toBe(value < failureValues[i]! * (1 - 1e-12));
        });
      }),
      { numRuns: 40 },
    );
  });

  test('the worst case holds every failure of the best one; a harder shock saves nobody', () => {
    let more = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = problemOf(seed);
        const best = solve(problem);
        const worst = solve({ ...problem, parameters: { equilibrium: 'worst' } });
        const harder = solve({ ...problem, assets: problem.assets.map((worth) => 0.9 * worth) });
        best.failed.forEach((is, i) => {
          expect(worst.failed[i]! || !is).toBe(true);
          expect(harder.failed[i]! || !is).toBe(true);
          expect(worst.values[i]).toBeLessThanOrEqual(best.values[i]! + 1e-9);
        });
        more += worst.failed.filter(Boolean).length - best.failed.filter(Boolean).length;
        expect(best.waves.flat().sort()).toEqual(
          best.failed.flatMap((is, i) => (is ? [i] : [])).sort(),
        );
      }),
    );
    expect(more).toBeGreaterThan(0);
  });
});
