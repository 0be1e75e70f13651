import { describe, expect, test } from 'vitest';
import type { ModelInputs } from '../../../src/models/chained-boats/inputs/inputs.ts';
import { findLimit } from '../../../src/models/chained-boats/limit.ts';
import { shockArrays, shocksOver } from '../../../src/models/chained-boats/shocks.ts';
import { defaultSolveOptions } from '../../../src/models/chained-boats/solve.ts';
import { calmState } from '../../../src/models/chained-boats/state.ts';
import { leavesOf, PER_FIRM } from '../../../src/models/chained-boats/taped/inputs.ts';
import { tapedCascade } from '../../../src/models/chained-boats/taped/round.ts';
import { tapedWeb } from '../../../src/models/chained-boats/taped/web.ts';
import { buildWeb } from '../../../src/models/chained-boats/web.ts';
import { type Node, newTape } from '../../../src/numerics/program/tape.ts';
import { openLoop } from '../../../src/numerics/program/tape-loop.ts';
import { slopesOf, slopesOnSides } from '../../../src/numerics/program/tape-slopes.ts';
import type { Shock } from '../../../src/scenario/schema.ts';
import { seededRandom } from '../../random.ts';
import { smallInputs } from '../small-inputs.ts';
import { agrees, centralDifference, type Outcome } from './central-difference.ts';
import { randomWeb } from './property/random-web.ts';

const SOLVE = { ...defaultSolveOptions, tolerance: 1e-13, maxPasses: 400_000 };

const limitOf = (inputs: ModelInputs, shocks: readonly Shock[]) => {
  const web = buildWeb(inputs);
  const layers = inputs.firms.map(() => 'layer');
  const limit = findLimit(web, shockArrays(web, shocks, layers), calmState(web.size), SOLVE);
  return { web, layers, limit };
};

const outcome = (inputs: ModelInputs, shocks: readonly Shock[]): Outcome => {
  const { after } = limitOf(inputs, shocks).limit;
  const totalUsd = after.valueLossUsd.reduce((sum, usd) => sum + usd, 0);
  return { totalUsd, failed: after.failed.join('') };
};

const taped = (inputs: ModelInputs, shocks: readonly Shock[]) => {
  const { web, layers, limit } = limitOf(inputs, shocks);
  const tape = newTape();
  const leaves = leavesOf(tape, inputs);
  const sizes = shocks.map(({ size }) => tape.leaf(size));
  const shock = shocksOver(tape, web, shocks, layers, sizes);
  const baseline = tapedWeb(tape, web, leaves);
  const cascade = tapedCascade(tape, { web, inputs: leaves, baseline, shocks: shock }, limit.after);
  const gross = tape.sum(cascade.seen.valueLossUsd);
  const loops = [baseline.loop, cascade.loop];
  return { web, tape, leaves, sizes, baseline, cascade, gross, loops };
};

interface Input {
  readonly name: string;
  readonly leaf: Node;
  readonly value: number;
  readonly at: (value: number) => Outcome;
}

const withOne = (values: Float64Array, index: number, value: number): Float64Array => {
  const changed = values.slice();
  changed[index] = value;
  return changed;
};

const LEGS = [
  ['orders', 'usd'],
  ['orders', 'takeOrPay'],
  ['orders', 'essentiality'],
  ['stakes', 'stake'],
  ['promises', 'usd'],
  ['loans', 'faceUsd'],
  ['loans', 'serviceUsd'],
] as const;

const inputsOf = (
  inputs: ModelInputs,
  shocks: readonly Shock[],
  { leaves, sizes }: ReturnType<typeof taped>,
): readonly Input[] => [
  ...[...PER_FIRM, 'valueUsd' as const].flatMap((name) =>
    leaves[name].flatMap((leaf, i): Input[] => {
      const value = inputs[name][i]!;
      const at = (x: number) => outcome({ ...inputs, [name]: withOne(inputs[name], i, x) }, shocks);
      return leaf === null ? [] : [{ name: `${name}[${i}]`, leaf, value, at }];
    }),
  ),
  ...LEGS.flatMap(([kind, field]) => {
    const values = (inputs[kind] as unknown as Record<string, Float64Array>)[field]!;
    const nodes = (leaves[kind] as unknown as Record<string, readonly Node[]>)[field]!;
    return nodes.map((leaf, leg): Input => {
      const at = (x: number) => {
        const changed = { ...inputs[kind], [field]: withOne(values, leg, x) };
        return outcome({ ...inputs, [kind]: changed }, shocks);
      };
      return { name: `${kind}.${field}[${leg}]`, leaf, value: values[leg]!, at };
    });
  }),
  ...sizes.map((leaf, index): Input => {
    const at = (size: number) =>
      outcome(
        inputs,
        shocks.map((shock, which) => (which === index ? { ...shock, size } : shock)),
      );
    return { name: `shock[${index}]`, leaf, value: shocks[index]!.size, at };
  }),
];

describe('the round map on a tape, on random webs with all layers, links and failures', () => {
  test('its values are those of the model, at the baseline and at the fixed point', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const { size, problem, shocks } = randomWeb(seed * 7919);
      const { web, tape, baseline, cascade } = taped(smallInputs(size, problem), shocks);
      for (const name of ['revenueUsd', 'gapUsd', 'slackUsd', 'coreValueUsd'] as const) {
        baseline[name].forEach((node, i) => {
          const scale = 1e-12 * (1 + Math.abs(web.usesUsd[i]!) + web.startValueUsd[i]!);
          expect(Math.abs(tape.value[node]! - web[name][i]!)).toBeLessThanOrEqual(scale);
        });
      }
      for (const { leaf, result, size: scale } of [
        ...baseline.loop.unknowns,
        ...cascade.loop.unknowns,
      ]) {
        expect(Math.abs(tape.value[leaf]! - tape.value[result]!) / scale).toBeLessThan(1e-11);
      }
    }
  });

  test('one adjoint solve gives the slopes of central differences', () => {
    const random = seededRandom(5);
    const seen = { checked: 0, failing: 0, felt: 0, book: 0 };
    for (let seed = 1; seed <= 85; seed++) {
      const { size, problem, shocks } = randomWeb(seed * 7919);
      const inputs = smallInputs(size, problem);
      const run = taped(inputs, shocks);
      const { tape, gross, loops, web } = run;
      const open = loops.map((loop) => openLoop(tape, loop));
      const { slope, residual } = slopesOf(tape, open, new Map([[gross, 1]]));
      expect(residual).toBeLessThan(1e-9);
      if (outcome(inputs, shocks).failed.includes('1')) seen.failing += 1;
      if (web.valuation === 'book') seen.book += 1;
      const sizeUsd = web.startValueUsd.reduce((sum, usd) => sum + Math.max(0, usd), 0);
      const all = inputsOf(inputs, shocks, run).filter(({ value }) => value !== 0);
      for (let draw = 0; draw < 8; draw++) {
        const { name, leaf, value, at } = all[Math.floor(random() * all.length)]!;
        const found = slope[leaf]!;
        const slopes: number[] = [];
        const right = [1e-4, 1e-5].some((part) => {
          const difference = centralDifference(at, value, part * value, sizeUsd);
          if (difference !== undefined) slopes.push(difference.slope);
          return difference !== undefined && agrees(found, difference);
        });
        if (slopes.length === 0) continue;
        seen.checked += 1;
        if (Math.abs(found * value) > 1e-3 * sizeUsd) seen.felt += 1;
        expect(right, `${seed} ${name}: ${found} for ${slopes[0]}`).toBe(true);
      }
    }
    expect(seen.checked).toBeGreaterThan(670);
    expect(seen.felt).toBeGreaterThan(80);
    expect(seen.failing).toBeGreaterThan(35);
    expect(seen.book).toBeGreaterThan(10);
  });
});

describe('at a kink, by hand', () => {
  /**
   * Firm 0 earns 100, spends 40 and must pay 20 to firm 1: a revenue shock of 40 % leaves it just enough.
   * Firm 1 earns 80 besides. Values 500 and 300, in proportion to revenue.
   */
  const problem = {
    externalRevenueUsd: [100, 80],
    fixedCostUsd: [40, 0],
    valueUsd: [500, 300],
    revenueElasticity: 1,
    orders: [{ customer: 0, supplier: 1, usd: 20, takeOrPay: 1 }],
  };
  const sides = (size: number) => {
    const shocks: Shock[] = [{ kind: 'revenue', firm: 'firm-0', size }];
    const { tape, loops, gross, sizes } = taped(smallInputs(2, problem), shocks);
    return [-1, 1].map((side) => slopesOnSides(tape, loops, gross)(sizes[0]!, side as 1 | -1));
  };

  test('a little less costs the firm alone, a little more costs its supplier too', () => {
    const [below, above] = sides(0.4);
    expect(below).toBeCloseTo(500, 9);
    expect(above).toBeCloseTo(800, 9);
  });

  test('beside the kink both sides are one', () => {
    for (const [size, slope] of [
      [0.39, 500],
      [0.41, 800],
    ] as const) {
      for (const side of sides(size)) expect(side).toBeCloseTo(slope, 9);
    }
  });

  test('who would fail at the slightest more is told', () => {
    const edges = (size: number) => {
      const shocks: Shock[] = [{ kind: 'revenue', firm: 'firm-0', size }];
      return taped(smallInputs(2, problem), shocks).cascade.atEdge;
    };
    expect(edges(0.4)).toEqual([0]);
    expect(edges(0.399)).toEqual([]);
    expect(edges(0.401)).toEqual([]);
    const byValue = { ...problem, failureThreshold: [0.75, 0] };
    const atThreshold = (size: number) =>
      taped(smallInputs(2, byValue), [{ kind: 'revenue', firm: 'firm-0', size }]).cascade.atEdge;
    expect([atThreshold(0.25), atThreshold(0.24), atThreshold(0.26)]).toEqual([[0], [], []]);
  });

  test('an input that no longer is essential at 0 has a slope above alone', () => {
    const essential = {
      ...problem,
      orders: [{ customer: 0, supplier: 1, usd: 20, takeOrPay: 1, essentiality: 0 }],
    };
    const shocks: Shock[] = [{ kind: 'capacity', firm: 'firm-1', size: 0.5 }];
    const inputs = smallInputs(2, essential);
    const { tape, loops, gross, leaves } = taped(inputs, shocks);
    const at = (essentiality: number) =>
      outcome(
        { ...inputs, orders: { ...inputs.orders, essentiality: Float64Array.of(essentiality) } },
        shocks,
      ).totalUsd;
    const above = slopesOnSides(tape, loops, gross)(leaves.orders.essentiality[0]!, 1)!;
    expect(above).toBeCloseTo((at(1e-6) - at(0)) / 1e-6, 3);
    expect(above).toBeCloseTo(250, 9);
  });
});
