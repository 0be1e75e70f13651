import { describe, expect, test } from 'vitest';
import type { Network } from '../../../src/data/graph.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import { finalState } from '../../../src/models/chained-boats/final-state.ts';
import { inputKey } from '../../../src/models/chained-boats/inputs/input-ref.ts';
import {
  compileWeb,
  type FullScenario,
  fillDefaults,
} from '../../../src/models/chained-boats/simulate.ts';
import { defaultSolveOptions } from '../../../src/models/chained-boats/solve.ts';
import type { Slope, Target } from '../../../src/questions/sensitivity/sensitivity-schema.ts';
import { slopesAt } from '../../../src/questions/sensitivity/slopes.ts';
import { tapedRun } from '../../../src/questions/sensitivity/taped-run.ts';
import { targetNode, targetUsd } from '../../../src/questions/sensitivity/target.ts';
import { agrees, centralDifference } from '../../models/chained-boats/central-difference.ts';
import { seededRandom } from '../../random.ts';
import { rewrittenRun } from './changed-records.ts';
import { randomNetwork } from './random-network.ts';

const SOLVE = { ...defaultSolveOptions, tolerance: 1e-13, maxPasses: 400_000 };

const taped = (network: Network, scenario: FullScenario) => {
  const compiled = compileWeb(network, scenario);
  const limit = finalState(compiled, scenario.shocks, SOLVE);
  return tapedRun(network, scenario, compiled, limit);
};

const TARGETS: readonly Target[] = [
  { kind: 'gross-loss' },
  { kind: 'owners-loss' },
  { kind: 'firm-loss', firm: 'firm-2' },
  { kind: 'layer-loss', layer: 'compute' },
  { kind: 'gap', firm: null },
];

/** The scenario's own run, through `rewrittenRun`, with every figure of it. */
const asked = (network: Network, scenario: FullScenario, target: Target) => {
  const run = taped(network, scenario);
  const { slopes, residual } = slopesAt(run, targetNode(target, run));
  const changed = rewrittenRun(network, scenario, target, SOLVE);
  const { startValueUsd } = run.compiled.web;
  const sizeUsd = startValueUsd.reduce((sum, usd) => sum + Math.max(0, usd), 0);
  /** Whether a step of a differencing agrees: a short one where the total bends, a long one elsewhere. */
  const isRight = ({ input, value, slope }: Slope): boolean => {
    const at = (x: number) => {
      const { totalUsd, why } = changed(input, x);
      return { totalUsd: totalUsd!, failed: why ?? '' };
    };
    return [1e-4, 1e-5].some((part) => {
      const difference = centralDifference(at, value, Math.abs(part * value), sizeUsd);
      return difference !== undefined && agrees(slope!, difference);
    });
  };
  return { run, slopes, residual, isRight };
};

/** Figures that can go both ways from where they are. */
const within = ({ slopeBelow, slopeAbove, value }: Slope): boolean =>
  slopeBelow !== null && slopeAbove !== null && value !== 0;

const nameOf = ({ input }: Slope): string => {
  if (input.kind === 'deal' || input.kind === 'firm') return `${input.kind} ${input.field}`;
  return input.kind === 'parameter' ? `parameter ${input.parameter}` : input.kind;
};

/** Kinds of figures that must have been checked where they matter. */
const FELT = [
  'deal amountUsd',
  'deal capacityGw',
  'deal commitmentUsd',
  'deal essentiality',
  'deal faceUsd',
  'deal paidShare',
  'deal perYearUsd',
  'deal scheduleUsd',
  'deal servicePerYearUsd',
  'deal stake',
  'deal takeOrPay',
  'deal valueUsd',
  'deal withinShare',
  'firm cashUsd',
  'firm debtUsd',
  'firm model.fixedCostUsd',
  'firm model.fundingElasticity',
  'firm model.fundsUsd',
  'firm model.liquidShare',
  'firm model.outsideDebtServiceUsd',
  'firm model.outsideFundingUsd',
  'firm operatingIncomeUsd',
  'firm revenueUsd',
  'firm valueUsd',
  'parameter essentiality',
  'parameter failureCostShare',
  'parameter fundingElasticity',
  'parameter interestRate',
  'parameter liquidShare',
  'parameter nonBinding',
  'parameter orderTermYears',
  'parameter ownRecovery',
  'parameter priceImpact',
  'parameter receivableRecovery',
  'parameter repaymentYears',
  'parameter revenueElasticity',
  'parameter takeOrPay',
  'parameter unknownCash',
  'parameter unknownMargin',
  'parameter variableCostShare',
  'per-gigawatt',
  'shock',
  'weight',
];

describe('slopes in the figures of records, on random networks', () => {
  test('are those of central differences through records, inputs and rounds', () => {
    const random = seededRandom(11);
    const felt = new Set<string>();
    for (let seed = 1; seed <= 30; seed++) {
      const { document, scenario } = randomNetwork(seed);
      const target = TARGETS[seed % TARGETS.length]!;
      const question = asked(parseNetwork(document), fillDefaults(scenario), target);
      expect(question.residual).toBeLessThan(1e-9);
      const slopes = question.slopes.filter(within);
      const names = [...new Set(slopes.map(nameOf))].sort();
      for (let draw = 0; draw < 40; draw++) {
        const name = names[Math.floor(random() * names.length)];
        const named = slopes.filter((slope) => nameOf(slope) === name);
        const one = named.find(({ slope }) => slope !== 0) ?? named[0]!;
        expect(one.kink).toBe(false);
        expect(question.isRight(one), `${seed} ${inputKey(one.input)}: ${one.slope}`).toBe(true);
        if (one.slope !== 0) felt.add(nameOf(one));
      }
    }
    for (const name of FELT) expect(felt, name).toContain(name);
  });

  test('all dollars together give the total back, since all money x k is loss x k (Euler)', () => {
    for (let seed = 31; seed <= 90; seed++) {
      const { document, scenario } = randomNetwork(seed);
      const { run, slopes } = asked(parseNetwork(document), fillDefaults(scenario), {
        kind: 'gross-loss',
      });
      const dollars = slopes.filter(({ unit }) => unit.startsWith('USD'));
      const sum = dollars.reduce((total, { value, slopeAbove }) => total + value * slopeAbove!, 0);
      const total = targetUsd({ kind: 'gross-loss' }, run.compiled, run.limit.after);
      expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * total);
    }
  });
});
