import { ChainError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import { finalState } from '../../models/chained-boats/final-state.ts';
import type { InputRef, RecordRef } from '../../models/chained-boats/inputs/input-ref.ts';
import { compileWeb, type FullScenario } from '../../models/chained-boats/simulate.ts';
import { defaultSolveOptions, type SolveOptions } from '../../models/chained-boats/solve.ts';
import type { BarEnd, Target } from './sensitivity-schema.ts';
import { targetUsd } from './target.ts';

type Total = Pick<BarEnd, 'totalUsd' | 'why'>;

type ScenarioRef = Exclude<InputRef, RecordRef>;

const scenarioWith = (
  scenario: FullScenario,
  input: ScenarioRef,
  value: number | string,
): FullScenario => {
  if (input.kind === 'parameter') {
    return { ...scenario, parameters: { ...scenario.parameters, [input.parameter]: value } };
  }
  if (input.kind === 'weight') {
    return { ...scenario, weights: { ...scenario.weights, [input.status]: Number(value) } };
  }
  const shocks = scenario.shocks.map((shock, index) =>
    index === input.index ? { ...shock, size: Number(value) } : shock,
  );
  return { ...scenario, shocks };
};

/** The target of a run solved from the records on; null, and why, where the records or the model give none. */
export const solvedTotal = (
  network: Network,
  scenario: FullScenario,
  target: Target,
  options: SolveOptions = defaultSolveOptions,
): Total => {
  try {
    const compiled = compileWeb(network, scenario);
    const { after, errorBound } = finalState(compiled, scenario.shocks, options);
    if (errorBound === null) return { totalUsd: null, why: 'the limit was not reached' };
    return { totalUsd: targetUsd(target, compiled, after), why: null };
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    return { totalUsd: null, why: error.message };
  }
};

/** Solve again with one input at another value: the exact answer, kinks and failures included. */
export type ChangedRun<Input = InputRef> = (input: Input, value: number | string) => Total;

/** The same question with one number of the scenario changed at a time, solved from the records on. */
export const changedRun =
  (
    network: Network,
    scenario: FullScenario,
    target: Target,
    options: SolveOptions = defaultSolveOptions,
  ): ChangedRun<ScenarioRef> =>
  (input, value) =>
    solvedTotal(network, scenarioWith(scenario, input, value), target, options);
