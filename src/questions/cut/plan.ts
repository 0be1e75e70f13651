import type { Network } from '../../data/graph.ts';
import { dealFlows } from '../../models/chained-boats/inputs/deal-flows.ts';
import { deriveInputs, inputsOf } from '../../models/chained-boats/inputs/derive.ts';
import { floatFacts, type Parts, WHOLE } from '../../models/chained-boats/inputs/facts.ts';
import type { ModelInputs } from '../../models/chained-boats/inputs/inputs.ts';
import { recordsOf } from '../../models/chained-boats/inputs/records.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import { type FullScenario, settingsOf } from '../../models/chained-boats/simulate.ts';
import { buildWeb } from '../../models/chained-boats/web.ts';

/** Where a deal stands among the model's legs. */
export interface DealLegs {
  readonly order?: number;
  readonly stake?: number;
  readonly promise?: number;
  readonly loan?: number;
}

export const legsOf = ({
  orders,
  stakes,
  promises,
  loans,
}: ModelInputs): ReadonlyMap<string, DealLegs> => {
  const legs = new Map<string, DealLegs>();
  const add = (deals: readonly string[], kind: keyof DealLegs): void =>
    deals.forEach((deal, leg) => {
      legs.set(deal, { ...legs.get(deal), [kind]: leg });
    });
  add(orders.deal, 'order');
  add(stakes.deal, 'stake');
  add(promises.deal, 'promise');
  add(loans.deal, 'loan');
  return legs;
};

/** The whole web, no deal cut, and what it becomes with less of some deals. */
export interface Plan {
  readonly settings: DerivationSettings;
  readonly layers: readonly string[];
  readonly inputs: ModelInputs;
  readonly legsOf: ReadonlyMap<string, DealLegs>;
  /**
   * The inputs with a part of some deals, as `deriveInputs` has them. Outside funding stays what the whole
   * plan would have needed.
   */
  readonly inputsWith: (parts: Parts) => ModelInputs;
}

export const planOf = (network: Network, scenario: FullScenario): Plan => {
  const settings = settingsOf(network, scenario);
  const { inputs, layers } = deriveInputs(network, settings);
  const flows = dealFlows(floatFacts(settings), recordsOf(network, WHOLE));
  const plannedFundingUsd = buildWeb(inputs).fundingUsd;
  return {
    settings,
    layers,
    inputs,
    legsOf: legsOf(inputs),
    inputsWith: (parts) => ({
      ...inputsOf(recordsOf(network, parts), settings, parts, flows),
      plannedFundingUsd,
    }),
  };
};
