import type { Network } from '../../../data/graph.ts';
import { type Assumption, assumptionsOf } from './assumptions.ts';
import { type DealFlows, dealFlows } from './deal-flows.ts';
import { floatFacts, type Parts, WHOLE } from './facts.ts';
import type { ModelInputs } from './inputs.ts';
import { loanLegs, orderLegs, promiseLegs, stakeLegs } from './legs.ts';
import { heldOf, inputQuantities } from './quantities.ts';
import { type Records, recordsOf } from './records.ts';
import type { DerivationSettings } from './settings.ts';

export interface Derivation {
  readonly inputs: ModelInputs;
  readonly layers: readonly string[];
  readonly assumptions: readonly Assumption[];
}

/**
 * `inputQuantities` of plain numbers, as the typed arrays that the model runs on.
 *
 * @param records  as `recordsOf` the same parts
 * @param parts    share of each deal that is left; deals of which nothing is left have no legs
 * @param flows    what the deals bring in whole
 */
export const inputsOf = (
  records: Records,
  settings: DerivationSettings,
  parts: Parts,
  flows: DealFlows<number>,
): ModelInputs => {
  const on = floatFacts(settings, parts);
  const { orders, stakes, promises, loans, valueUsd, ...perFirm } = inputQuantities(
    on,
    records,
    flows,
  );
  const arrays = Object.fromEntries(
    Object.entries(perFirm).map(([name, values]) => [name, Float64Array.from(values)]),
  ) as Record<keyof typeof perFirm, Float64Array>;
  return {
    firms: records.firms.map((firm) => firm.id),
    ...arrays,
    valueUsd: Float64Array.from(valueUsd, (usd) => usd ?? Number.NaN),
    orders: orderLegs(records, orders),
    stakes: stakeLegs(records, heldOf(records, flows), stakes),
    promises: promiseLegs(records, promises),
    loans: loanLegs(records, loans),
    valuation: settings.parameters.valuation,
  };
};

/**
 * The model's inputs, and what was assumed for them.
 *
 * @param network   the web as known on a day
 * @param settings  time span, status weights, parameters
 * @param parts     share of each deal that is left; all of every deal by default
 */
export const deriveInputs = (
  network: Network,
  settings: DerivationSettings,
  parts: Parts = WHOLE,
): Derivation => {
  const records = recordsOf(network, parts);
  return {
    layers: records.firms.map((firm) => firm.layer),
    assumptions: assumptionsOf(records, settings),
    inputs: inputsOf(records, settings, parts, dealFlows(floatFacts(settings), records)),
  };
};
