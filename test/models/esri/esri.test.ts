import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { esri } from '../../../src/models/esri/esri.ts';
import { lossesAtLimit } from '../../../src/models/esri/losses.ts';
import { lossesStepwise } from '../../../src/models/esri/stepwise.ts';
import { readSupplyWeb } from '../../../src/models/esri/supply-web.ts';
import { randomPairs, seededRandom } from '../../random.ts';
import { largestGap, referenceCase, type Triple } from '../reference.ts';
import { restatements } from '../restatements.ts';

const { solve } = esri;
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

interface Scores {
  readonly esri: number[];
  readonly esri_d: number[];
  readonly esri_u: number[];
  readonly T: number[];
  readonly eps: number;
  readonly loss_down?: number[][];
  readonly loss_up?: number[][];
}

interface EsriCase {
  readonly n: number;
  readonly edges: Triple[];
  readonly industry: number[];
  readonly ess: number[][];
  readonly partial_shock: { psi_capacity: number[] } & Record<
    'eps_1e-2' | 'tight',
    { esri: number; esri_d: number; esri_u: number; T: number }
  >;
}

const problemOf = ({ edges, industry, ess }: EsriCase) => ({
  links: edges,
  industry,
  essentiality: ess,
});

/** The case in every currency and order of its firms. */
const restated = ({ n, edges, industry, ess }: EsriCase) =>
  restatements(n).map(({ name, list, back, entries }) => ({
    statement: name,
    list,
    back,
    problem: { links: entries(edges), industry: list(industry), essentiality: ess },
  }));

describe('refuses', () => {
  const problem = {
    links: [[0, 1, 2]],
    industry: [0, 1],
    essentiality: [
      [0, 2],
      [0, 0],
    ],
  };

  test.each([
    ['links that are not square', { links: [[0, 1]] }, DataError],
    ['a negative amount', { links: [[0, 1, -2]] }, ModelError],
    ['a firm that sells to itself', { links: [[1, 1, 2]] }, ModelError],
    ['NaN', { links: [[0, 1, Number.NaN]] }, DataError],
    ['half an industry', { industry: [0, 0.5] }, DataError],
    [
      'a need of 3',
      {
        essentiality: [
          [0, 3],
          [0, 0],
        ],
      },
      DataError,
    ],
    ['ragged needs', { essentiality: [[0, 2], [0]] }, DataError],
    ['needs of an industry that is not there', { essentiality: [[0, 2, 1]] }, DataError],
    ['a capacity above 1', { capacities: [1, 1.5] }, ModelError],
    ['capacities of too few firms', { capacities: [[1]] }, DataError],
    ['revenues below the links', { revenues: [1, 0] }, ModelError],
    ['costs below the links', { costs: [0, 1] }, ModelError],
    ['a negative weight', { weights: [1, -1] }, ModelError],
    ['a tolerance of 0', { parameters: { tolerance: 0 } }, ScenarioError],
    ['an unknown stopping rule', { parameters: { stopping: 'soon' } }, ScenarioError],
  ])('%s', (_, change, error) => {
    expect(() => solve({ ...problem, ...change } as never)).toThrow(error);
  });

  test('three rows of needs that can be read both ways, unless named', () => {
    const rows = [
      [0, 1, 2],
      [1, 2, 1],
      [2, 0, 0],
    ];
    const three = {
      links: [
        [0, 1, 3],
        [1, 2, 4],
        [2, 0, 5],
      ] as Triple[],
      industry: [0, 1, 2],
    };
    expect(() => solve({ ...three, essentiality: rows })).toThrow(/both ways/);
    const dense = solve({ ...three, essentiality: { dense: rows } });
    const listed = solve({ ...three, essentiality: { entries: rows } });
    expect(dense.downstream).not.toEqual(listed.downstream);
  });

  test('fields that the schema does not know', () => {
    expect(z.safeParse(esri.problemSchema, problem).success).toBe(true);
    expect(z.safeParse(esri.problemSchema, { ...problem, stocks: [] }).success).toBe(false);
  });
});

describe('by hand', () => {
  // firms 0 and 1 (industry 0) sell 6 and 2 to firm 2 (industry 1), firm 3 (industry 2) sells it 4;
  // firm 2 sells 5 to firm 3. Industry 1 can't do without industry 0.
  const links: Triple[] = [
    [0, 2, 6],
    [1, 2, 2],
    [3, 2, 4],
    [2, 3, 5],
  ];
  const base = { links, industry: [0, 0, 1, 2] };

  test('an essential input stops its users by what is missing of that input', () => {
    const { downstream, converged } = solve({ ...base, essentiality: [[0, 1, 2]] });
    // closing firm 0 stops 6 of 8 of firm 2; sales are 6, 2, 5, 4 of 17
    expect(
      largestGap(downstream, [(6 + 5 * 0.75) / 17, (2 + 5 * 0.25) / 17, 5 / 17, 4 / 17]),
    ).toBeLessThan(1e-15);
    expect(converged).toBe(true);
  });

  test('other inputs add up by what they cost', () => {
    const { downstream } = solve({
      ...base,
      essentiality: [
        [0, 1, 1],
        [2, 1, 1],
      ],
    });
    expect(
      largestGap(downstream, [(6 + 5 * 0.5) / 17, (2 + 5 / 6) / 17, 5 / 17, (4 + 5 / 3) / 17]),
    ).toBeLessThan(1e-15);
  });

  test('replaceable: of firm 1, by firm 0, but for its share of what is left', () => {
    const parameters = { replaceability: true };
    const { downstream } = solve({ ...base, essentiality: [[0, 1, 2]], parameters });
    // closing firm 1: firm 0 has 6 left, so a third of its loss can't be replaced
    expect(downstream[1]).toBeCloseTo((2 + (5 * 0.25) / 3) / 17, 15);
    // closing firm 0: firm 1 has only 2 left, nothing is replaced
    expect(downstream[0]).toBeCloseTo((6 + 5 * 0.75) / 17, 15);
  });

  test('upstream: suppliers lose by the share that they sell to whom', () => {
    const { upstream } = solve({ ...base, essentiality: [[0, 1, 2]] });
    // 0, 1 and 3 sell to 2 alone, 2 to 3 alone: whoever of 2 and 3 closes takes all others with it
    expect(largestGap(upstream, [6 / 17, 2 / 17, 1, 1])).toBeLessThan(1e-15);
    const revenues = [6, 4, 10, 4];
    // firm 2 sells half of its output elsewhere
    const open = solve({
      ...base,
      revenues,
      essentiality: [[0, 1, 2]],
      weights: revenues,
    }).upstream;
    expect(open[3]).toBeCloseTo((4 + 10 * 0.5 + 6 * 0.5 + 4 * 0.5 * 0.5) / 24, 15);
  });

  test('no firms; firms without links', () => {
    expect(solve({ links: [], industry: [], essentiality: [] }).total).toEqual([]);
    const alone = solve({ links: [], industry: [0, 0], essentiality: [] });
    expect(alone).toMatchObject({ total: [0, 0], converged: true });
  });
});

describe.each([
  ['esri-hand8', 1e-12],
  ['esri-random50', 2e-8],
])('as computed by GLcascade: %s', (name, tightGap) => {
  const file = referenceCase(name);
  const statements = restated(file);

  test.each(['no_replacement', 'replaceable'])('%s, stopped at steps of 0.01', (kind) => {
    const wanted: Scores = file[kind];
    const options = {
      replaceable: kind === 'replaceable',
      stopping: 'step',
      tolerance: wanted.eps,
      maxSweeps: 1000,
    } as const;
    for (const { statement, list, back, problem } of statements) {
      const web = readSupplyWeb(problem);
      for (let closed = 0; closed < file.n; closed++) {
        const shock = Array.from({ length: file.n }, (_, i) => (i === closed ? 1 : 0));
        const { down, up } = lossesStepwise(web, Float64Array.from(list(shock)), options);
        const [lostDown, lostUp] = [back([...down]), back([...up])];
        expect(largestGap(lostDown, wanted.loss_down![closed]!), statement).toBeLessThan(1e-13);
        expect(largestGap(lostUp, wanted.loss_up![closed]!), statement).toBeLessThan(1e-13);
      }
    }
  });

  test.each([
    ['no_replacement', 1e-13],
    ['replaceable', 1e-13],
    ['no_replacement_tight', 1e-12],
    ['replaceable_tight', 1e-12],
  ])('%s, scores and number of rounds', (kind, gap) => {
    const wanted: Scores = file[kind];
    const replaceability = kind.startsWith('replaceable');
    const parameters = { replaceability, stopping: 'step', tolerance: wanted.eps };
    for (const { statement, back, problem } of statements) {
      const answer = solve({ ...problem, parameters });
      expect(largestGap(back(answer.total), wanted.esri), statement).toBeLessThan(gap);
      expect(largestGap(back(answer.downstream), wanted.esri_d), statement).toBeLessThan(gap);
      expect(largestGap(back(answer.upstream), wanted.esri_u), statement).toBeLessThan(gap);
      expect(back(answer.sweeps), statement).toEqual(wanted.T);
    }
  });

  test.each(['no_replacement_tight', 'replaceable_tight'])('%s: the limit, not lower', (kind) => {
    const wanted: Scores = file[kind];
    const parameters = { replaceability: kind.startsWith('replaceable') };
    for (const { statement, back, problem } of statements) {
      const answer = solve({ ...problem, parameters });
      expect(answer.converged, statement).toBe(true);
      // the reference stops at steps of eps: what is left is below the stated gap, and never above
      for (const [ours, theirs] of [
        [answer.total, wanted.esri],
        [answer.downstream, wanted.esri_d],
        [answer.upstream, wanted.esri_u],
      ] as const) {
        expect(largestGap(back(ours), theirs), statement).toBeLessThan(Math.max(tightGap, 2e-10));
        back(ours).forEach((score, i) => {
          expect(score, statement).toBeGreaterThan(theirs[i]! - 2e-10);
        });
      }
    }
  });

  test.each(['eps_1e-2', 'tight'] as const)('part of some capacities, %s', (kind) => {
    const { psi_capacity: capacities } = (file as EsriCase).partial_shock;
    const wanted = (file as EsriCase).partial_shock[kind];
    const tolerance = kind === 'tight' ? 1e-10 : 1e-2;
    const replaceability = true;
    for (const { statement, list, problem } of statements) {
      const partly = list(capacities);
      const stepwise = solve({
        ...problem,
        capacities: partly,
        parameters: { replaceability, stopping: 'step', tolerance },
      });
      const limit = solve({ ...problem, capacities: [partly], parameters: { replaceability } });
      for (const answer of kind === 'tight' ? [stepwise, limit] : [stepwise]) {
        expect(Math.abs(answer.total[0]! - wanted.esri), statement).toBeLessThan(1e-9);
        expect(Math.abs(answer.downstream[0]! - wanted.esri_d), statement).toBeLessThan(1e-9);
        expect(Math.abs(answer.upstream[0]! - wanted.esri_u), statement).toBeLessThan(1e-9);
      }
      if (kind !== 'tight') expect(stepwise.sweeps, statement).toEqual([wanted.T]);
    }
  });
});

/** Firms in three industries with links of very different size; some sell nothing. */
const randomSupply = (size: number, seed: number) => {
  const random = seededRandom(seed);
  const links = randomPairs(size, 0.3, random).map(
    ([i, j]): Triple => [i, j, 10 ** (3 * random())],
  );
  const industry = Array.from({ length: size }, () => Math.floor(3 * random()));
  industry[0] = 2;
  const need = () => Math.floor(3 * random());
  const essentiality = { dense: Array.from({ length: 3 }, () => [need(), need(), need()]) };
  return { links, industry, essentiality };
};

describe('random networks', () => {
  test('closed classes included, the limit is where many synchronous rounds end', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 2, max: 10 }),
        fc.boolean(),
        (seed, size, replaceable) => {
          const web = readSupplyWeb(randomSupply(size, seed));
          const options = { replaceable, tolerance: 1e-11, maxSweeps: 100_000 };
          const limit = lossesAtLimit(web, size, options);
          for (let closed = 0; closed < size; closed++) {
            const floor = new Float64Array(size);
            floor[closed] = 1;
            const found = limit(floor);
            const wanted = lossesStepwise(web, floor, {
              replaceable,
              maxSweeps: 20_000,
              stopping: 'step',
              tolerance: 1e-15,
            });
            expect(found.converged).toBe(true);
            // where rounds take more than 20,000 to end, they are at least below the limit
            const gap = wanted.converged ? 1e-9 : 1;
            for (const channel of ['down', 'up'] as const) {
              expect(largestGap([...found[channel]], [...wanted[channel]])).toBeLessThan(gap);
              for (const [i, share] of wanted[channel].entries()) {
                expect(found[channel][i]!).toBeGreaterThan(share - 1e-10);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('less capacity never means a smaller loss; no shock, no loss', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 2, max: 10 }),
        fc.boolean(),
        (seed, size, replaceability) => {
          const problem = { ...randomSupply(size, seed), parameters: { replaceability } };
          const random = seededRandom(seed + 1);
          const more = Array.from({ length: size }, () => (random() < 0.5 ? 1 : random()));
          const less = more.map((share) => share * random());
          const calm = more.map(() => 1);
          const { total, downstream, upstream } = solve({
            ...problem,
            capacities: [more, less, calm],
          });
          for (const scores of [total, downstream, upstream]) {
            expect(scores[1]!).toBeGreaterThanOrEqual(scores[0]! - 1e-9);
            expect(scores[2]).toBe(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('stops by the growth of the score when asked, and says when it could not finish', () => {
  const problem = problemOf(referenceCase('esri-random50'));
  const tight = solve({ ...problem, parameters: { stopping: 'ratio', tolerance: 1e-12 } });
  const limit = solve(problem);
  expect(largestGap(tight.total, limit.total)).toBeLessThan(1e-8);
  const short = solve({ ...problem, parameters: { stopping: 'step', maxSweeps: 5 } });
  expect(short.converged).toBe(false);
  expect(short.residual).toBeGreaterThan(1e-3);
});
