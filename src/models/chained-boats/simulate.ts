import { ScenarioError } from '../../base/errors.ts';
import { findById } from '../../base/find-by-id.ts';
import { resolveParameters } from '../../base/parameter.ts';
import type { Network } from '../../data/graph.ts';
import { checkScenario } from '../../scenario/check.ts';
import { networkHash, receiptOf } from '../../scenario/receipt.ts';
import type { Period, Scenario } from '../../scenario/schema.ts';
import type { Cascade, CascadeRound } from '../cascade.ts';
import { MODELS } from '../models.ts';
import { type Derivation, deriveInputs } from './inputs/derive.ts';
import type { ModelInputs } from './inputs/inputs.ts';
import { type DerivationSettings, defaultTime, defaultWeights } from './inputs/settings.ts';
import { addRound, checkLedger, emptyLedger } from './ledger.ts';
import { dealOutcomes, firmOutcomes, totalsOf } from './outcome.ts';
import { chainedBoatsParameters } from './parameters.ts';
import { shockArrays } from './shocks.ts';
import { defaultSolveOptions, type RoundView, type SolveOptions, solve } from './solve.ts';
import { buildWeb, type Web } from './web.ts';

/** A scenario with every default filled in. */
export type FullScenario = Scenario & {
  readonly [Field in 'cuts' | 'time' | 'model' | 'parameters' | 'weights' | 'seed']: NonNullable<
    Scenario[Field]
  >;
};

export const fillDefaults = (scenario: Scenario): FullScenario => ({
  ...scenario,
  cuts: scenario.cuts ?? [],
  time: scenario.time ?? defaultTime,
  model: scenario.model ?? 'chained-boats',
  parameters: { ...resolveParameters(chainedBoatsParameters, scenario.parameters) },
  weights: { ...defaultWeights, ...scenario.weights },
  seed: scenario.seed ?? 0,
});

/** @throws ScenarioError for a path of years, which is many runs and not one */
const periodOf = ({ time }: FullScenario): Period => {
  if (time.mode !== 'path') return time;
  throw new ScenarioError({
    where: 'time.mode',
    found: '"path"',
    expected: '"year" or "horizon"',
    hint: 'Years one after another: simulatePath, or the command simulate --path.',
  });
};

export const settingsOf = (network: Network, scenario: FullScenario): DerivationSettings => ({
  asOf: network.getAttribute('asOf'),
  time: periodOf(scenario),
  weights: scenario.weights,
  parameters: resolveParameters(chainedBoatsParameters, scenario.parameters),
  perGigawatt: network.getAttribute('perGigawatt'),
});

/** A network compiled for one set of cuts, time span, weights and parameters. */
export interface CompiledWeb {
  readonly derivation: Derivation;
  readonly web: Web;
}

/**
 * Cutting a deal takes away the deal alone: outside funding stays what the whole plan would have
 * needed, so that what the firm no longer spends on the deal is a cushion for the rest.
 */
const withFundingOfPlan = (inputs: ModelInputs, plan: ModelInputs): ModelInputs => ({
  ...inputs,
  plannedFundingUsd: buildWeb(plan).fundingUsd,
});

export const compileWeb = (network: Network, scenario: FullScenario): CompiledWeb => {
  const settings = settingsOf(network, scenario);
  const derivation = deriveInputs(network, settings, new Set(scenario.cuts));
  if (scenario.cuts.length === 0) return { derivation, web: buildWeb(derivation.inputs) };
  const plan = deriveInputs(network, settings).inputs;
  return { derivation, web: buildWeb(withFundingOfPlan(derivation.inputs, plan)) };
};

/** Solve and attribute: the cascade of one scenario on a compiled web. */
export const runCompiled = (
  network: Network,
  hash: string,
  { derivation, web }: CompiledWeb,
  scenario: FullScenario,
  options: SolveOptions = defaultSolveOptions,
): Cascade => {
  const shocks = shockArrays(web, scenario.shocks, derivation.layers);
  const ledger = emptyLedger(web);
  const rounds: CascadeRound[] = [];
  const failedInRound: (number | null)[] = web.firms.map(() => null);
  const playRound = (view: RoundView): void => {
    addRound(ledger, web, shocks, view);
    const failed = web.firms.filter((_, i) => view.after.failed[i]! > view.before.failed[i]!);
    for (const id of failed) failedInRound[web.firms.indexOf(id)] = view.round;
    let lossUsd = 0;
    view.after.valueLossUsd.forEach((loss, i) => {
      lossUsd += loss - view.before.valueLossUsd[i]!;
    });
    rounds.push({ round: view.round, lossUsd, failed, spans: view.spans });
  };
  const solution = solve(web, shocks, options, playRound);
  const firms = firmOutcomes(web, shocks, solution.state, ledger, failedInRound);
  checkLedger(firms);
  const { assumptions } = derivation;
  const cuts = new Set(scenario.cuts);
  const result: Omit<Cascade, 'receipt'> = {
    version: 1,
    model: scenario.model,
    converged: solution.converged,
    residual: solution.residual,
    errorBound: solution.errorBound,
    iterations: solution.iterations,
    rounds,
    firms,
    deals: dealOutcomes(network, web, shocks, solution.state, firms, { cuts, assumptions }),
    totals: totalsOf(web, solution.state, firms),
  };
  return { ...result, receipt: receiptOf(network, hash, scenario, result) };
};

/**
 * Simulations on one network, many times: records are hashed once, and the compiled web is kept
 * while cuts, time span, weights and parameters stay the same, so that moving a shock's size re-runs
 * the solver alone.
 */
export const simulator = (network: Network): ((scenario: Scenario) => Cascade) => {
  const hash = networkHash(network);
  let compiled: { readonly key: string; readonly web: CompiledWeb } | undefined;
  return (scenario) => {
    checkScenario(network, scenario);
    const full = fillDefaults(scenario);
    findById(MODELS, full.model, 'scenario, model');
    const key = JSON.stringify([full.cuts, full.time, full.weights, full.parameters]);
    if (compiled?.key !== key) compiled = { key, web: compileWeb(network, full) };
    return runCompiled(network, hash, compiled.web, full);
  };
};

/**
 * What a shock does to the firms of a web, in this scenario and under this model.
 *
 * @param network   the web as known on a day (`loadNetwork`, `parseNetwork`); not changed
 * @param scenario  shocks, cuts, time span, parameters; what is left out takes its default
 * @returns a cascade document: rounds, losses, failures, who lit whom, totals and a receipt.
 *          `converged` is false where the limit wasn't reached: then no figure is final.
 * @throws ScenarioError for firms, deals, sizes or parameters that the web or the model can't take
 * @throws LedgerError if a firm's lines don't sum to its loss: checked in every run
 * @throws ModelError where the records break the model's order (variable costs above revenue)
 */
export const simulate = (network: Network, scenario: Scenario): Cascade =>
  simulator(network)(scenario);
