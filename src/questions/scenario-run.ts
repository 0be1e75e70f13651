import type { Network } from '../data/graph.ts';
import type { Scenario } from '../scenario/schema.ts';
import { networkPath, openNetwork } from './network-input.ts';
import type { NetworkOptions, ScenarioOptions } from './options.ts';
import {
  type BaseScenario,
  completeScenario,
  emptyScenario,
  namedScenario,
} from './scenario-input.ts';

export interface ScenarioRun {
  readonly network: Network;
  readonly scenario: Scenario;
}

/**
 * The network and the scenario that a command line asks for.
 *
 * @param otherwise gives the scenario when no option says what happens
 */
export const readRun = async (
  options: NetworkOptions & ScenarioOptions,
  otherwise: (networkPath: string) => BaseScenario | Promise<BaseScenario>,
): Promise<ScenarioRun> => {
  const path = networkPath(options);
  const { scenario: named, shock = [], cut = [] } = options;
  const said = [...shock, ...cut].join(', ');
  const unnamed = () => (said === '' ? otherwise(path) : emptyScenario(said));
  const base = await (named === undefined ? unnamed() : namedScenario(named, path));
  const asOf = options.asOf ?? base.asOf;
  const network = await openNetwork({ ...options, ...(asOf === undefined ? {} : { asOf }) });
  return { network, scenario: completeScenario(base.scenario, network, options) };
};
