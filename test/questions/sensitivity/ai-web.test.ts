import { beforeAll, describe, expect, test } from 'vitest';
import type { Network } from '../../../src/data/graph.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { inputKey } from '../../../src/models/chained-boats/inputs/input-ref.ts';
import { fillDefaults, simulate } from '../../../src/models/chained-boats/simulate.ts';
import { defaultSolveOptions } from '../../../src/models/chained-boats/solve.ts';
import { sensitivity } from '../../../src/questions/sensitivity/sensitivity.ts';
import {
  type Sensitivity,
  sensitivitySchema,
} from '../../../src/questions/sensitivity/sensitivity-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { agrees, centralDifference } from '../../models/chained-boats/central-difference.ts';
import { rewrittenRun } from './changed-records.ts';

const SOLVE = { ...defaultSolveOptions, tolerance: 1e-13, maxPasses: 400_000 };

const scenario: Scenario = {
  version: 1,
  name: 'half',
  shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 }],
};

let network: Network;
let answer: Sensitivity;

beforeAll(async () => {
  network = await loadNetwork('data/ai-web');
  answer = await sensitivity(network, scenario, { tornado: false });
});

describe('on the shipped web, with OpenAI’s revenue halved', () => {
  test('the document keeps to its schema, and the total is the cascade’s', () => {
    expect(sensitivitySchema.parse(answer)).toEqual(answer);
    const { totals } = simulate(network, scenario);
    expect(answer.totalUsd).toBeCloseTo(totals.grossLossUsd, -2);
    expect(answer.adjointResidual).toBeLessThan(1e-12);
    expect(answer.slopes.length).toBeGreaterThan(400);
  });

  test('the steepest slopes and a spread of others are those of central differences', () => {
    const changed = rewrittenRun(network, fillDefaults(scenario), { kind: 'gross-loss' }, SOLVE);
    const twoSided = answer.slopes.filter(
      ({ slope, slopeBelow, slopeAbove }) =>
        slope !== null && slope !== 0 && slopeBelow !== null && slopeAbove !== null,
    );
    const chosen = twoSided.filter((_, at) => at < 16 || at % 16 === 0);
    expect(chosen.length).toBeGreaterThan(20);
    for (const { input, value, slope } of chosen) {
      const at = (x: number) => ({ totalUsd: changed(input, x).totalUsd!, failed: '' });
      const right = [1e-4, 1e-5].some((part) => {
        const difference = centralDifference(at, value, part * Math.abs(value), 3e13);
        return difference !== undefined && agrees(slope!, difference);
      });
      expect(right, `${inputKey(input)} ${slope}`).toBe(true);
    }
  });

  test('the one kink, a term that ends with the window, has the sides of one-sided differences', () => {
    const kinks = answer.slopes.filter(({ kink }) => kink);
    expect(kinks.map(({ input }) => inputKey(input))).toEqual(['parameter:orderTermYears']);
    const [{ input, value, slope, perPercentUsd, slopeBelow, slopeAbove }] = kinks as [
      Sensitivity['slopes'][number],
    ];
    expect([slope, perPercentUsd]).toEqual([null, null]);
    const changed = rewrittenRun(network, fillDefaults(scenario), { kind: 'gross-loss' }, SOLVE);
    const at = (x: number) => changed(input, x).totalUsd!;
    const step = 1e-5;
    const below = (at(value) - at(value - step)) / step;
    const above = (at(value + step) - at(value)) / step;
    expect(slopeBelow! / below).toBeCloseTo(1, 4);
    expect(slopeAbove! / above).toBeCloseTo(1, 4);
    expect(Math.abs(above - below)).toBeGreaterThan(0.1 * Math.abs(above));
  });

  test('evidence: shares sum to 1, signed dollars to the total', () => {
    const { shares, remainderShare, eulerRemainderUsd } = answer.evidence!;
    const share = shares.reduce((sum, one) => sum + one.share, remainderShare);
    expect(share).toBeCloseTo(1, 12);
    const dollars = shares.reduce((sum, { eulerUsd }) => sum + eulerUsd, eulerRemainderUsd);
    expect(dollars / answer.totalUsd).toBeCloseTo(1, 12);
    expect(Math.abs(eulerRemainderUsd)).toBeLessThan(1e-9 * answer.totalUsd);
    for (const { evidence, share: part } of shares) {
      if (evidence === 'filed' || evidence === 'assumed') expect(part).toBeGreaterThan(0.05);
    }
  });

  test('every target: the slope in the size of the shock is that of a difference', async () => {
    for (const target of ['owners-loss', 'firm:amd', 'layer:compute', 'gap', 'gap:openai']) {
      const one = await sensitivity(network, scenario, { target, tornado: false });
      const shock = one.slopes.find(({ input }) => input.kind === 'shock')!;
      const changed = rewrittenRun(network, fillDefaults(scenario), one.target, SOLVE);
      const at = (x: number) => ({ totalUsd: changed(shock.input, x).totalUsd!, failed: '' });
      const difference = centralDifference(at, 0.5, 1e-5, 3e13)!;
      expect(agrees(shock.slope!, difference), `${target} ${shock.slope}`).toBe(true);
      if (one.target.kind === 'gap') expect(shock.slope).toBe(0);
      else expect(shock.slope).toBeGreaterThan(0);
    }
  });
});
