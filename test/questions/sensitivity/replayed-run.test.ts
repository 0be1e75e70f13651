import { expect, test } from 'vitest';
import { ChainError } from '../../../src/base/errors.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import { inputKey, isOnRecord } from '../../../src/models/chained-boats/inputs/input-ref.ts';
import { fillDefaults } from '../../../src/models/chained-boats/simulate.ts';
import { defaultSolveOptions } from '../../../src/models/chained-boats/solve.ts';
import { replayedRun } from '../../../src/questions/sensitivity/replayed-run.ts';
import { tapedRun } from '../../../src/questions/sensitivity/taped-run.ts';
import { rewrittenRun } from './changed-records.ts';
import { randomNetwork } from './random-network.ts';

const SOLVE = { ...defaultSolveOptions, tolerance: 1e-12 };
const TARGET = { kind: 'gross-loss' } as const;

test('a figure set on the tape gives what changing its record gives, whatever was set before', () => {
  let compared = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const { document, scenario } = randomNetwork(seed);
    const network = parseNetwork(document);
    const full = fillDefaults(scenario);
    try {
      const run = tapedRun(network, full);
      const [fast, slow] = [
        replayedRun(run, TARGET, SOLVE),
        rewrittenRun(network, full, TARGET, SOLVE),
      ];
      for (const { input, value, max } of run.figures) {
        if (!isOnRecord(input)) continue;
        for (const factor of [0.6, 1.2]) {
          const changed = Math.min(max, value * factor);
          const expected = slow(input, changed);
          if (expected.totalUsd === null) continue;
          const { totalUsd } = fast(input, changed);
          const off = Math.abs(totalUsd! - expected.totalUsd) / Math.max(1, expected.totalUsd);
          expect(off, `${inputKey(input)} ${changed} of ${document.name}`).toBeLessThan(1e-8);
          compared += 1;
        }
      }
      const nothing = fast({ kind: 'firm', firm: 'nobody', field: 'valueUsd' }, 1);
      expect(nothing.totalUsd).toBeGreaterThan(0);
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
    }
  }
  expect(compared).toBeGreaterThan(800);
});
