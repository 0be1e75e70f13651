import type { Network } from '../network/graph.ts';
import type { Scenario } from '../scenario/schema.ts';
import { networkPath, openNetwork } from './network-input.ts';
import type { NetworkOptions, ScenarioOptions } from './options.ts';
import { completeScenario, readBaseScenario } from './scenario-input.ts';

export interface ScenarioRun {
  readonly network: Network;
  readonly scenario: Scenario;
}

/** The network and the scenario that a command line asks for. */
export const readRun = async (options: NetworkOptions & ScenarioOptions): Promise<ScenarioRun> => {
  const base = await readBaseScenario(options, networkPath(options));
  const asOf = options.asOf ?? base.asOf;
  const network = await openNetwork({ ...options, ...(asOf === undefined ? {} : { asOf }) });
  return { network, scenario: completeScenario(base.scenario, network, options) };
};
