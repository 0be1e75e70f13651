import { describe, expect, test } from 'vitest';
import { findLimit, limitSpace } from '../../../src/models/chained-boats/limit.ts';
import { shockArrays } from '../../../src/models/chained-boats/shocks.ts';
import { defaultSolveOptions } from '../../../src/models/chained-boats/solve.ts';
import { calmState, largestRise } from '../../../src/models/chained-boats/state.ts';
import { buildWeb } from '../../../src/models/chained-boats/web.ts';
import { smallInputs } from '../small-inputs.ts';
import { randomWeb } from './property/random-web.ts';

const EXACT = { ...defaultSolveOptions, tolerance: 1e-13, maxPasses: 400_000 };
const ROUGH = { ...defaultSolveOptions, tolerance: 1e-4, checkEvery: 2, restPasses: 0 };

const worlds = Array.from({ length: 300 }, (_, seed) => {
  const { size, problem, shocks } = randomWeb(seed * 104_729 + 5);
  const web = buildWeb(smallInputs(size, problem));
  const layers = web.firms.map(() => 'layer');
  return { web, shocks: shockArrays(web, shocks, layers) };
});

describe('a limit that may be rough', () => {
  test('is as near as it says, and takes fewer passes', () => {
    let [rough, exact, open] = [0, 0, 0];
    for (const { web, shocks } of worlds) {
      const near = findLimit(web, shocks, calmState(web.size), ROUGH);
      const far = findLimit(web, shocks, calmState(web.size), EXACT);
      if (near.errorBound === null || far.errorBound === null) {
        open += 1;
        continue;
      }
      expect(near.errorBound).toBeLessThanOrEqual(1e-4);
      // failing is a jump: a state before it would be further off than any bound
      expect(near.after.failed).toEqual(far.after.failed);
      const off = largestRise(web, near.after, far.after);
      expect(off).toBeLessThanOrEqual(near.errorBound + far.errorBound + 1e-12);
      rough += near.passes;
      exact += far.passes;
    }
    expect(open).toBeLessThan(worlds.length / 50);
    expect(rough).toBeLessThan(exact / 1.5);
  });

  test('is the same in a space that was used before', () => {
    for (const { web, shocks } of worlds.slice(0, 40)) {
      const space = limitSpace(web.size);
      for (const state of Object.values(space)) {
        state.valueLossUsd.fill(7e9);
        state.activityLoss.fill(0.9);
        state.failed.fill(1);
      }
      const used = findLimit(web, shocks, calmState(web.size), ROUGH, space);
      const fresh = findLimit(web, shocks, calmState(web.size), ROUGH);
      expect(used).toEqual(fresh);
    }
  });
});
