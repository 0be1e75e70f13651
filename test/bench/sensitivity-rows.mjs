import { finalState } from '../../dist/models/chained-boats/final-state.js';
import { compileWeb, fillDefaults } from '../../dist/models/chained-boats/simulate.js';
import { openLoop } from '../../dist/numerics/program/tape-loop.js';
import { slopesOf } from '../../dist/numerics/program/tape-slopes.js';
import { changedRun } from '../../dist/questions/sensitivity/changed-run.js';
import { slopesAt } from '../../dist/questions/sensitivity/slopes.js';
import { tapedRun } from '../../dist/questions/sensitivity/taped-run.js';
import { targetNode } from '../../dist/questions/sensitivity/target.js';
import { interleaved } from './measure.mjs';

const TARGET = { kind: 'gross-loss' };
/** Every so-manieth figure is timed by differences, and multiplied. */
const SAMPLE = 20;

/** The slopes of the gross loss in every figure: one adjoint solve, beside one run and beside differences. */
export const sensitivityRows = (network, scenario, quick) => {
  const full = fillDefaults(scenario);
  const compiled = compileWeb(network, full);
  const limit = finalState(compiled, full.shocks);
  const run = tapedRun(network, full, compiled, limit);
  const node = targetNode(TARGET, run);
  const { slopes } = slopesAt(run, node);
  const changed = changedRun(network, full, TARGET);
  const sampled = slopes.filter((_, at) => at % SAMPLE === 0);
  const differences = () => {
    for (const { input, value } of sampled) {
      changed(input, value * 1.0001);
      changed(input, value * 0.9999);
    }
  };
  const [compileMs, solveMs, tapeMs, adjointMs, slopesMs] = interleaved(
    [
      () => compileWeb(network, full),
      () => finalState(compiled, full.shocks),
      () => tapedRun(network, full, compiled, limit),
      () => {
        const loops = [run.baseline.loop, run.cascade.loop].map((loop) => openLoop(run.tape, loop));
        slopesOf(run.tape, loops, new Map([[node, 1]]));
      },
      () => slopesAt(run, node),
    ],
    { warmUps: 10, rounds: quick ? 20 : 200 },
  );
  const [sampledMs] = interleaved([differences], { warmUps: 1, rounds: quick ? 1 : 5 });
  const differencesMs = (sampledMs * slopes.length) / sampled.length;
  const wholeMs = tapeMs + slopesMs;
  const oneRunMs = compileMs + solveMs;
  const rows = [
    {
      what: `slopes of the gross loss in ${slopes.length} figures, tape and kinks and all`,
      took: wholeMs,
      note: `${(wholeMs / oneRunMs).toFixed(1)} runs (compile and solve)`,
    },
    {
      what: '- the adjoint solve and the pass back alone',
      took: adjointMs,
      note: `${(adjointMs / solveMs).toFixed(1)} solves`,
    },
    {
      what: '- the same by central differences (every 20th, multiplied)',
      took: differencesMs,
      note: `${(differencesMs / wholeMs).toFixed(0)} x ours`,
    },
  ];
  const faults = slopes.length < 400 ? ['the web has lost figures'] : [];
  return { rows, faults };
};
