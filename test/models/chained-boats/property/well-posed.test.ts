import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calmState,
  type State,
  valueScaleUsd,
} from '../../../../src/models/chained-boats/state.ts';
import { stepAll } from '../../../../src/models/chained-boats/step.ts';
import type { Web } from '../../../../src/models/chained-boats/web.ts';
import type { Shock } from '../../../../src/scenario/schema.ts';
import { heavy } from '../../../heavy.ts';
import { propertySeed } from '../../../setup.ts';
import { play } from '../play.ts';
import { randomWeb, relabelled, scaled } from './random-web.ts';

const NETWORKS = 1000;
const seed = propertySeed;
console.log(
  `random webs: seed ${seed} (PROPERTY_SEED=${seed} repeats them), ${NETWORKS} a property`,
);

const webs = fc.integer({ min: 1, max: 2 ** 31 - 2 }).map(randomWeb);
const check = <Input>(arbitrary: fc.Arbitrary<Input>, property: (input: Input) => void): void =>
  fc.assert(fc.property(arbitrary, property), { numRuns: NETWORKS, seed });

const RATIOS = [
  'activityLoss',
  'capacityLoss',
  'debtUnpaid',
  'bindingUnpaid',
  'discretionaryUnpaid',
  'promisedUnpaid',
] as const;

/** Largest difference between two states, ratios as they are and values over their scale. */
const distance = (web: Web, one: State, other: State): number => {
  const ratios = RATIOS.flatMap((name) =>
    [...one[name]].map((value, i) => Math.abs(value - other[name][i]!)),
  );
  const values = [...one.valueLossUsd].map(
    (loss, i) => Math.abs(loss - other.valueLossUsd[i]!) / valueScaleUsd(web, i),
  );
  return Math.max(0, ...ratios, ...values);
};

describe('on random webs with all layers, links, warrants and failures', heavy, () => {
  test('no shock is no loss, exactly', () => {
    check(webs, ({ size, problem }) => {
      const { solution, valueLossByRound } = play(size, problem, []);
      expect(solution.state).toEqual(calmState(size));
      expect(valueLossByRound).toEqual([]);
    });
  });

  test('a fixed point is reached, and no unknown leaves its range', () => {
    let failures = 0;
    check(webs, ({ size, problem, shocks }) => {
      const { web, shocks: arrays, solution } = play(size, problem, shocks);
      expect(solution.converged).toBe(true);
      expect(solution.errorBound).toBeLessThanOrEqual(1e-10);
      const again = calmState(size);
      stepAll(web, arrays, solution.state, again);
      expect(distance(web, solution.state, again)).toBeLessThan(1e-9);
      expect(again.failed).toEqual(solution.state.failed);
      for (const name of RATIOS) {
        for (const ratio of solution.state[name]) {
          expect(ratio).toBeGreaterThanOrEqual(0);
          expect(ratio).toBeLessThanOrEqual(1);
        }
      }
      solution.state.valueLossUsd.forEach((loss, i) => {
        expect(loss).toBeGreaterThanOrEqual(0);
        expect(loss).toBeLessThanOrEqual(Math.max(0, web.startValueUsd[i]!) * (1 + 1e-12));
      });
      failures += solution.state.failed.reduce((sum, failed) => sum + failed, 0);
    });
    expect(failures).toBeGreaterThan(NETWORKS / 10);
  });

  test('a larger shock never helps anyone', () => {
    check(fc.tuple(webs, fc.double({ min: 0, max: 1, noNaN: true })), ([web, share]) => {
      const milder = web.shocks.map((shock): Shock => ({ ...shock, size: shock.size * share }));
      const { solution: mild } = play(web.size, web.problem, milder);
      const { solution: harsh, web: built } = play(web.size, web.problem, web.shocks);
      for (const name of RATIOS) {
        mild.state[name].forEach((ratio, i) => {
          expect(ratio).toBeLessThanOrEqual(harsh.state[name][i]! + 1e-9);
        });
      }
      mild.state.valueLossUsd.forEach((loss, i) => {
        expect(loss).toBeLessThanOrEqual(
          harsh.state.valueLossUsd[i]! + 1e-9 * valueScaleUsd(built, i),
        );
      });
    });
  });

  test('the limit does not depend on the order of updates', () => {
    check(webs, ({ size, problem, shocks }) => {
      const plain = play(size, problem, shocks, { playedRounds: 100_000, quietRise: 0 });
      const early = play(size, problem, shocks, { playedRounds: 1 });
      expect(distance(plain.web, plain.solution.state, early.solution.state)).toBeLessThan(1e-9);
      expect(early.solution.state.failed).toEqual(plain.solution.state.failed);
    });
  });

  test('money has no unit', () => {
    check(fc.tuple(webs, fc.constantFrom(1e-3, 1e3, 1e9)), ([web, factor]) => {
      const one = play(web.size, web.problem, web.shocks);
      const other = play(web.size, scaled(web.problem, factor), web.shocks);
      const shrunk: State = {
        ...other.solution.state,
        valueLossUsd: other.solution.state.valueLossUsd.map((loss) => loss / factor),
      };
      expect(distance(one.web, one.solution.state, shrunk)).toBeLessThan(1e-9);
    });
  });

  test('names do not matter', () => {
    check(webs, ({ size, problem, shocks }) => {
      const place = Array.from({ length: size }, (_, i) => (i * 2 + 1) % size);
      fc.pre(new Set(place).size === size);
      const renamed = shocks.map((shock): Shock => {
        if (!('firm' in shock) || shock.firm === 'all') return shock;
        return { ...shock, firm: `firm-${place[Number(shock.firm.slice(5))]}` };
      });
      const one = play(size, problem, shocks);
      const other = play(size, relabelled(problem, place), renamed);
      const back = calmState(size);
      for (const name of [...RATIOS, 'valueLossUsd', 'failed'] as const) {
        place.forEach((to, i) => {
          back[name][i] = other.solution.state[name][to]!;
        });
      }
      expect(distance(one.web, one.solution.state, back)).toBeLessThan(1e-9);
    });
  });

  test('the ledger adds up, for every firm and after every round', () => {
    let lines = 0;
    check(webs, ({ size, problem, shocks }) => {
      for (const playedRounds of [60, 2]) {
        const { web, ledger, valueLossByRound } = play(size, problem, shocks, { playedRounds });
        valueLossByRound.forEach((losses, at) => {
          losses.forEach((loss, i) => {
            const parts = ledger.lines[i]!.filter((line) => line.round <= at + 1);
            const sum = parts.reduce((total, line) => total + line.usd, 0);
            expect(Math.abs(sum - loss)).toBeLessThanOrEqual(1e-9 * valueScaleUsd(web, i));
          });
        });
        lines += ledger.lines.flat().length;
      }
    });
    expect(lines).toBeGreaterThan(NETWORKS * 10);
  });

  test('only limited liability gives anything back', () => {
    check(webs, ({ size, problem, shocks }) => {
      fc.pre(problem.valuation === 'market');
      const { web, ledger } = play(size, problem, shocks);
      ledger.lines.forEach((lines, i) => {
        for (const line of lines) {
          if (line.cause === 'limited-liability') continue;
          expect(line.usd).toBeGreaterThan(-1e-9 * valueScaleUsd(web, i));
        }
      });
    });
  });
});
