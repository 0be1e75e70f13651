import { ChainError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import { finalState } from '../../models/chained-boats/final-state.ts';
import type { InputRef } from '../../models/chained-boats/inputs/input-ref.ts';
import { compileWeb, type FullScenario } from '../../models/chained-boats/simulate.ts';
import { defaultSolveOptions, type SolveOptions } from '../../models/chained-boats/solve.ts';
import { changedRecords, isOnRecord } from './changed-records.ts';
import type { BarEnd, Target } from './sensitivity-schema.ts';
import { targetUsd } from './target.ts';

type Total = Pick<BarEnd, 'totalUsd' | 'why'>;

const scenarioWith = (
  scenario: FullScenario,
  input: InputRef,
  value: number | string,
): FullScenario => {
  if (input.kind === 'parameter') {
    return { ...scenario, parameters: { ...scenario.parameters, [input.parameter]: value } };
  }
  if (input.kind === 'weight') {
    return { ...scenario, weights: { ...scenario.weights, [input.status]: Number(value) } };
  }
  if (input.kind !== 'shock') return scenario;
  const shocks = scenario.shocks.map((shock, index) =>
    index === input.index ? { ...shock, size: Number(value) } : shock,
  );
  return { ...scenario, shocks };
};

/** Solve again, from the records on, with one input at another value: the exact answer, kinks and failures included. */
export type ChangedRun = (input: InputRef, value: number | string) => Total;

/**
 * The same question with one input changed at a time.
 *
 * @param network  not changed
 */
export const changedRun = (
  network: Network,
  scenario: FullScenario,
  target: Target,
  options: SolveOptions = defaultSolveOptions,
): ChangedRun => {
  return (input, value) => {
    const asked = scenarioWith(scenario, input, value);
    try {
      const changed = isOnRecord(input)
        ? changedRecords(network, scenario, input, Number(value))
        : network;
      const compiled = compileWeb(changed, asked);
      const { after, errorBound } = finalState(compiled, asked.shocks, options);
      if (errorBound === null) return { totalUsd: null, why: 'the limit was not reached' };
      return { totalUsd: targetUsd(target, compiled, after), why: null };
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
      return { totalUsd: null, why: error.message };
    }
  };
};
