import type { Network } from '../../data/graph.ts';
import { finalState } from '../../models/chained-boats/final-state.ts';
import { deriveInputs } from '../../models/chained-boats/inputs/derive.ts';
import { type Parts, WHOLE, without } from '../../models/chained-boats/inputs/facts.ts';
import {
  type Figure,
  type Figures,
  newFigures,
} from '../../models/chained-boats/inputs/figures.ts';
import { inputQuantities } from '../../models/chained-boats/inputs/quantities.ts';
import { recordsOf } from '../../models/chained-boats/inputs/records.ts';
import { tapedFacts } from '../../models/chained-boats/inputs/taped-facts.ts';
import type { Limit } from '../../models/chained-boats/limit.ts';
import { shocksOver } from '../../models/chained-boats/shocks.ts';
import {
  type CompiledWeb,
  compileWeb,
  type FullScenario,
  settingsOf,
} from '../../models/chained-boats/simulate.ts';
import type { TapedInputs } from '../../models/chained-boats/taped/inputs.ts';
import { type TapedCascade, tapedCascade } from '../../models/chained-boats/taped/round.ts';
import { type TapedWeb, tapedFunding, tapedWeb } from '../../models/chained-boats/taped/web.ts';
import { buildWeb } from '../../models/chained-boats/web.ts';
import { newTape, type Tape } from '../../numerics/program/tape.ts';

/** The way from the records to the baseline of a web, every step on one tape. */
export interface TapedBaseline {
  readonly compiled: CompiledWeb;
  readonly tape: Tape;
  /** Every figure of the records that the web went through; grows with what is put on the tape. */
  readonly figures: Figures;
  readonly inputs: TapedInputs;
  readonly baseline: TapedWeb;
}

/** Write records, model inputs and baseline of a scenario's web on a tape. */
export const tapedBaseline = (
  network: Network,
  scenario: FullScenario,
  compiled: CompiledWeb = compileWeb(network, scenario),
): TapedBaseline => {
  const tape = newTape();
  const figures = newFigures(tape);
  const settings = settingsOf(network, scenario);
  const inputsWith = (parts: Parts) =>
    inputQuantities(tapedFacts(tape, figures, network, settings, parts), recordsOf(network, parts));
  const derived = inputsWith(without(scenario.cuts));
  const inputs =
    scenario.cuts.length === 0
      ? derived
      : {
          ...derived,
          plannedFundingUsd: tapedFunding(
            tape,
            buildWeb(deriveInputs(network, settings).inputs),
            inputsWith(WHOLE),
          ),
        };
  return { compiled, tape, figures, inputs, baseline: tapedWeb(tape, compiled.web, inputs) };
};

/** A run from the records to where the shock ends, every step on one tape. */
export interface TapedRun extends Omit<TapedBaseline, 'figures'> {
  readonly scenario: FullScenario;
  readonly limit: Limit;
  readonly cascade: TapedCascade;
  /** Every figure of the records and of the scenario that the run went through. */
  readonly figures: readonly Figure[];
}

/**
 * Solve a scenario and write the whole calculation on a tape: records, model inputs, baseline, and one
 * round at the fixed point.
 *
 * @param limit  where the shock ends, if that is known already
 */
export const tapedRun = (
  network: Network,
  scenario: FullScenario,
  compiled: CompiledWeb = compileWeb(network, scenario),
  limit: Limit = finalState(compiled, scenario.shocks),
): TapedRun => {
  const { web, derivation } = compiled;
  const { figures, ...written } = tapedBaseline(network, scenario, compiled);
  const { tape, inputs, baseline } = written;
  const sizes = scenario.shocks.map(({ size }, index) =>
    figures.leaf({ kind: 'shock', index }, () => ({
      value: size,
      unit: 'share',
      max: 1,
      evidence: 'assumed',
    })),
  );
  const shocks = shocksOver(tape, web, scenario.shocks, derivation.layers, sizes);
  const cascade = tapedCascade(tape, { web, inputs, baseline, shocks }, limit.after);
  return { ...written, scenario, limit, cascade, figures: figures.all() };
};
