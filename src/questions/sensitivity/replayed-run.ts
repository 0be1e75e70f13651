import { finalState } from '../../models/chained-boats/final-state.ts';
import {
  inputKey,
  isOnRecord,
  type RecordRef,
} from '../../models/chained-boats/inputs/input-ref.ts';
import { defaultSolveOptions, type SolveOptions } from '../../models/chained-boats/solve.ts';
import { replayedWeb } from '../../models/chained-boats/taped/replayed-web.ts';
import type { ChangedRun } from './changed-run.ts';
import type { Target } from './sensitivity-schema.ts';
import type { TapedRun } from './taped-run.ts';
import { targetUsd } from './target.ts';

/**
 * As `changedRun`, for figures of the records: the way from the records to the
 * web is played again from the tape of the run. A figure that the run did not go through changes nothing.
 */
export const replayedRun = (
  run: TapedRun,
  target: Target,
  options: SolveOptions = defaultSolveOptions,
): ChangedRun<RecordRef> => {
  const { tape, compiled, scenario } = run;
  const figures = new Map(
    run.figures
      .filter(({ input }) => isOnRecord(input))
      .map((figure) => [inputKey(figure.input), figure]),
  );
  const leaves = [...figures.values()].map(({ leaf }) => leaf);
  const { web, replay, play } = replayedWeb(tape, compiled.web, run, leaves);
  const written = Float64Array.from(leaves, (leaf) => replay.value[leaf]!);

  const setLeaf = (input: RecordRef, value: number): void => {
    leaves.forEach((leaf, at) => {
      replay.value[leaf] = written[at]!;
    });
    const figure = figures.get(inputKey(input));
    if (figure !== undefined) replay.value[figure.leaf]! += value - figure.value;
  };
  return (input, value) => {
    setLeaf(input, Number(value));
    if (!play())
      return { totalUsd: null, why: 'values of firms that hold each other do not settle' };
    const changed = { ...compiled, web };
    const { after, errorBound } = finalState(changed, scenario.shocks, options);
    if (errorBound === null) return { totalUsd: null, why: 'the limit was not reached' };
    return { totalUsd: targetUsd(target, changed, after), why: null };
  };
};
