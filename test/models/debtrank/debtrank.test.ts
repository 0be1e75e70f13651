import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { debtrank } from '../../../src/models/debtrank/debtrank.ts';
import { linearSolve } from '../../linear-solve.ts';
import { randomPairs, seededRandom } from '../../random.ts';
import { largestGap, referenceCase, type Triple } from '../reference.ts';
import { restatements } from '../restatements.ts';
import { stressByRounds, stressOnce } from './stress-by-rounds.ts';

const { solve } = debtrank;
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const parameters = (changes: Record<string, number | string | boolean>) => ({
  parameters: changes,
});

/** Firms of very different buffers; about half of the networks amplify losses until firms fail. */
const randomLending = (size: number, seed: number) => {
  const random = seededRandom(seed);
  const buffers = Array.from({ length: size }, () => 10 ** (2 * random()));
  const heat = 0.2 + 2 * random();
  const exposures = randomPairs(size, 0.3, random).map(
    ([i, j]): Triple => [i, j, (heat * buffers[i]! * random()) / (0.3 * size)],
  );
  const shocks = [
    Array.from({ length: size }, () => (random() < 0.4 ? random() : 0)),
    Array.from({ length: size }, () => 0.1 * random()),
  ];
  return { exposures, buffers, shocks };
};

describe('refuses', () => {
  const problem = { exposures: [[0, 1, 2]], buffers: [1, 1], shocks: 'each' };

  test.each([
    ['a matrix that is not square', { exposures: [[0, 1]] }, DataError],
    ['a negative exposure', { exposures: [[0, 1, -2]] }, ModelError],
    ['a loan to itself', { exposures: [[1, 1, 2]] }, ModelError],
    ['a firm that is not there', { exposures: [[0, 2, 2]] }, DataError],
    ['NaN', { buffers: [Number.NaN, 1] }, DataError],
    ['a negative buffer', { buffers: [-1, 1] }, ModelError],
    ['a negative weight', { weights: [-1, 1] }, ModelError],
    ['too few weights', { weights: [1] }, DataError],
    ['a shock for too many firms', { shocks: [[0, 0, 1]] }, DataError],
    ['a shock above the buffer', { shocks: [[0, 1.5]] }, ModelError],
    ['an unknown variant', parameters({ variant: 'cubic' }), ScenarioError],
    ['an unknown parameter', parameters({ recovery: 0.5 }), ScenarioError],
  ])('%s', (_, change, error) => {
    expect(() => solve({ ...problem, ...change } as never)).toThrow(error);
  });

  test('fields that the schema does not know', () => {
    expect(z.safeParse(debtrank.problemSchema, problem).success).toBe(true);
    expect(z.safeParse(debtrank.problemSchema, { ...problem, debts: [] }).success).toBe(false);
    expect(z.safeParse(debtrank.problemSchema, { ...problem, shocks: 'all' }).success).toBe(false);
  });
});

interface Lending {
  readonly exposures: readonly Triple[];
  readonly buffers: readonly number[];
  readonly shocks: readonly (readonly number[])[];
}

/** The answer to a problem in every currency and order of its firms, under their given numbers. */
const restated = (
  { exposures, buffers, shocks }: Lending,
  changes: Parameters<typeof parameters>[0] = {},
) =>
  restatements(buffers.length).map(({ name, unit, list, back, amounts, entries }) => {
    const answer = solve({
      exposures: entries(exposures),
      buffers: amounts(buffers),
      shocks: shocks.map(list),
      ...parameters(changes),
    });
    return { name, unit, answer, stress: answer.stress.map(back) };
  });

describe('by hand', () => {
  // firm 0 (buffer 90) lends 10 to firm 1 (buffer 10), which lends 5 to firm 2 (buffer 2)
  const chain = {
    exposures: [
      [0, 1, 10],
      [1, 2, 5],
    ] as Triple[],
    buffers: [90, 10, 2],
  };

  test('a chain: firm 2 loses 1 of 2, firm 1 half of 5, firm 0 a quarter of 10', () => {
    for (const { name, unit, answer, stress } of restated({ ...chain, shocks: [[0, 0, 0.5]] })) {
      expect(largestGap(stress[0]!, [2.5 / 90, 0.25, 0.5]), name).toBeLessThan(1e-15);
      expect(answer.originalStress[0], name).toBeCloseTo(1 / 102, 15);
      expect(answer.additionalStress[0], name).toBeCloseTo(5 / 102, 15);
      expect(answer.additionalLosses[0]! / unit, name).toBeCloseTo(5, 13);
      expect(answer.additionalDefaults, name).toEqual([0]);
      expect(answer.converged, name).toBe(true);
    }
  });

  // a ring: firm 0 (buffer 8) lends 4 to firm 1 (buffer 5), which lends 1 to firm 0
  const ring = {
    exposures: [
      [0, 1, 4],
      [1, 0, 1],
    ] as Triple[],
    buffers: [8, 5],
  };

  test('a ring: every echo counts when linear, the first only when single-hit', () => {
    const shocks = [[0, 0.5]];
    for (const { name, stress } of restated({ ...ring, shocks })) {
      // h0 = h1 / 2, h1 = 1/2 + h0 / 5: h1 = 5/9
      expect(largestGap(stress[0]!, [5 / 18, 5 / 9]), name).toBeLessThan(1e-11);
    }
    for (const { name, stress } of restated({ ...ring, shocks }, { variant: 'single-hit' })) {
      expect(largestGap(stress[0]!, [0.25, 0.55]), name).toBeLessThan(1e-15);
    }
  });

  test('nonlinear: half a firm in distress is felt as a half of exp(-1/2)', () => {
    const problem = { ...chain, shocks: [[0, 0, 0.5]] };
    const first = 0.5 * (0.5 * Math.exp(-0.5));
    const second = (10 / 90) * first * Math.exp(first - 1);
    for (const { name, stress } of restated(problem, { variant: 'nonlinear' })) {
      expect(largestGap(stress[0]!, [second, first, 0.5]), name).toBeLessThan(1e-15);
    }
  });

  test('capped impacts: a lender of 6 with a buffer of 2 loses half of it, not all', () => {
    const problem = { exposures: [[1, 0, 6]] as Triple[], buffers: [9, 2], shocks: [[0.5, 0]] };
    for (const [capImpacts, variant, wanted] of [
      ['as-published', 'linear', 1],
      [true, 'linear', 0.5],
      ['as-published', 'single-hit', 0.5],
      ['no', 'single-hit', 1],
    ] as const) {
      for (const { name, stress } of restated(problem, { capImpacts, variant })) {
        expect(stress[0]![1], `${capImpacts}, ${variant}, ${name}`).toBe(wanted);
      }
    }
  });

  test('the cap holds for a pair, not for each of its loans', () => {
    const exposures = [
      [1, 0, 1.5],
      [1, 0, 1.5],
    ] as Triple[];
    const problem = { exposures, buffers: [9, 2], shocks: [[0.5, 0]] };
    for (const { name, stress } of restated(problem, { capImpacts: true })) {
      expect(stress[0]![1], name).toBe(0.5);
    }
  });

  test('each: every firm in turn, defaults and losses are those that contagion adds', () => {
    const exposures = [
      [0, 1, 90],
      [1, 2, 5],
    ] as Triple[];
    const answer = solve({ ...chain, exposures, shocks: 'each', weights: [1, 1, 2] });
    expect(answer.originalStress).toEqual([0.25, 0.25, 0.5]);
    expect(answer.additionalDefaults).toEqual([0, 1, 0]);
    expect(answer.additionalLosses[1]).toBeCloseTo(90, 12);
    expect(answer.additionalStress[2]).toBeCloseTo((0.5 + 0.5) / 4, 12);
  });
});

describe('edges', () => {
  test('no firms, no loans, no shock', () => {
    expect(solve({ exposures: [], buffers: [], shocks: 'each' })).toMatchObject({ stress: [] });
    expect(solve({ exposures: [], buffers: [3, 1], shocks: 'each' }).stress).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const calm = solve({ exposures: [[0, 1, 2]], buffers: [3, 1], shocks: [[0, 0]] });
    expect(calm).toMatchObject({ stress: [[0, 0]], additionalLosses: [0], converged: true });
  });

  test('a lender without a buffer fails at the first loss, not before', () => {
    const problem = {
      exposures: [[0, 1, 1]] as Triple[],
      buffers: [0, 5],
      shocks: [
        [0, 0.001],
        [0, 0],
      ],
    };
    expect(solve(problem).stress).toEqual([
      [1, 0.001],
      [0, 0],
    ]);
  });

  test('dense rows mean the same as entries', () => {
    const dense = [
      [0, 4, 0, 1],
      [1, 0, 0, 0],
      [0, 2, 0, 0],
      [0, 0, 3, 0],
    ];
    const entries = dense.flatMap((row, i) => row.map((amount, j): Triple => [i, j, amount]));
    const rest = { buffers: [8, 5, 7, 20], shocks: 'each' } as const;
    const listed = entries.filter(([, , amount]) => amount > 0);
    expect(solve({ exposures: dense, ...rest })).toEqual(solve({ exposures: listed, ...rest }));
  });

  // a ring of two with impacts of 0.997 each way, and a third firm that a lot is lent to
  const slow = {
    exposures: [
      [0, 1, 0.997 * 3],
      [1, 0, 0.997 * 50],
      [0, 2, 0.0005 * 3],
    ] as Triple[],
    buffers: [3, 50, 1],
    shocks: [[0, 0, 1]],
  };

  test('echoes that fade by 0.3 % a round still converge to 1e-9', () => {
    const { stress, converged } = solve(slow);
    const matrix = [
      [1, -0.997],
      [-0.997, 1],
    ];
    expect(converged).toBe(true);
    const [first, second] = linearSolve(matrix, [0.0005, 0]);
    expect(largestGap(stress[0]!, [first!, second!, 1])).toBeLessThan(1e-10);
  });

  test('or say that they did not', () => {
    const changes = parameters({ variant: 'nonlinear', alpha: 0.01, maxSweeps: 3 });
    const answer = solve({ ...slow, shocks: [[0, 0.01, 1]], ...changes });
    expect(answer.converged).toBe(false);
    expect(answer.residual).toBeGreaterThan(0);
  });
});

describe('as computed by neva, valuation lin_dr with every firm on its own equity', () => {
  interface Bank {
    readonly name: string;
    readonly extasset: number;
    readonly extliab: number;
    readonly ibasset?: Record<string, number>;
    readonly ibliabtot: number;
  }
  const file = referenceCase('neva-linear-debtrank');
  const lending = (banks: readonly Bank[]) => {
    const place = new Map(banks.map(({ name }, i) => [name, i]));
    const exposures = banks.flatMap(({ ibasset = {} }, i) =>
      Object.entries(ibasset).map(([name, amount]): Triple => [i, place.get(name)!, amount]),
    );
    const lent = banks.map(({ ibasset = {} }) => Object.values(ibasset).reduce((a, b) => a + b, 0));
    const buffers = banks.map(
      ({ extasset, extliab, ibliabtot }, i) => extasset - extliab + lent[i]! - ibliabtot,
    );
    return { exposures, buffers };
  };
  const cases = file.scenarios as {
    network: string;
    equity_shock_fraction: number;
    equity: number[];
  }[];

  test.each(cases)('$network, equity down by $equity_shock_fraction', (scenario) => {
    const { exposures, buffers } = lending(file.inputs[scenario.network]);
    const wanted = scenario.equity.map((equity, i) => Math.min(1, 1 - equity / buffers[i]!));
    const shock = buffers.map(() => Math.min(1, scenario.equity_shock_fraction));
    for (const { name, answer, stress } of restated({ exposures, buffers, shocks: [shock] })) {
      expect(answer.converged, name).toBe(true);
      expect(largestGap(stress[0]!, wanted), name).toBeLessThan(file.tolerance.rel);
    }
  });

  test('there are cases, on unequal banks', () => {
    expect(cases.length).toBeGreaterThan(20);
    expect(new Set(lending(file.inputs.random30).buffers).size).toBe(30);
  });
});

describe('random networks', () => {
  test('linear, capped and nonlinear end where the rounds of the papers end', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 9 }), fc.boolean(), (seed, size, capped) => {
        const problem = randomLending(size, seed);
        for (const alpha of [0, 2.5]) {
          const variant = alpha === 0 ? 'linear' : 'nonlinear';
          const changes = parameters({ variant, alpha, capImpacts: capped });
          const answer = solve({ ...problem, ...changes });
          problem.shocks.forEach((shock, k) => {
            const wanted = stressByRounds(problem, shock, { alpha, capped });
            expect(answer.converged).toBe(true);
            expect(largestGap(answer.stress[k]!, wanted)).toBeLessThan(1e-9);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('single-hit walks as the paper does', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 12 }), fc.boolean(), (seed, size, capped) => {
        const problem = randomLending(size, seed);
        const changes = parameters({ variant: 'single-hit', capImpacts: capped });
        const answer = solve({ ...problem, ...changes });
        problem.shocks.forEach((shock, k) => {
          expect(largestGap(answer.stress[k]!, stressOnce(problem, shock, capped))).toBeLessThan(
            1e-12,
          );
        });
      }),
      { numRuns: 100 },
    );
  });

  test('nonlinear with exponent 0 is linear; a larger exponent never hurts more', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 9 }), (seed, size) => {
        const problem = randomLending(size, seed);
        const stress = (alpha: number) =>
          solve({ ...problem, ...parameters({ variant: 'nonlinear', alpha }) }).stress.flat();
        const linear = solve(problem).stress.flat();
        expect(largestGap(stress(0), linear)).toBeLessThan(1e-10);
        const [mild, steep] = [stress(1), stress(20)];
        for (const [at, share] of linear.entries()) {
          expect(mild[at]!).toBeLessThanOrEqual(share + 1e-10);
          expect(steep[at]!).toBeLessThanOrEqual(mild[at]! + 1e-10);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a larger shock never means less stress, which stays within the buffer', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 9 }), (seed, size) => {
        const { shocks, ...problem } = randomLending(size, seed);
        const larger = shocks.map((shock) => shock.map((share) => Math.min(1, 1.3 * share + 0.01)));
        const [less, more] = [solve({ ...problem, shocks }), solve({ ...problem, shocks: larger })];
        less.stress.flat().forEach((share, at) => {
          expect(more.stress.flat()[at]!).toBeGreaterThanOrEqual(share - 1e-10);
          expect(share).toBeGreaterThanOrEqual(shocks.flat()[at]!);
          expect(share).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 40 },
    );
  });
});
