import { ScenarioError } from '../errors.ts';
import type { Network } from '../network/graph.ts';
import { findDeal, findFirm, findLayer } from './find.ts';
import type { Scenario, Shock } from './schema.ts';

const requireSame = (id: string, resolved: string, where: string): void => {
  if (id === resolved) return;
  const hint = 'Scenario documents name ids.';
  throw new ScenarioError({ where, found: JSON.stringify(id), expected: `"${resolved}"`, hint });
};

const checkShock = (network: Network, shock: Shock, where: string): void => {
  if (!(shock.size >= 0 && shock.size <= 1)) {
    const expected = 'a share that is lost, 0 to 1';
    throw new ScenarioError({ where: `${where}.size`, found: String(shock.size), expected });
  }
  if (shock.kind === 'cancel') {
    requireSame(shock.deal, findDeal(network, shock.deal, `${where}.deal`), `${where}.deal`);
  } else if (shock.kind === 'multiple') {
    requireSame(shock.layer, findLayer(network, shock.layer, `${where}.layer`), `${where}.layer`);
  } else if (shock.firm !== 'all') {
    requireSame(shock.firm, findFirm(network, shock.firm, `${where}.firm`), `${where}.firm`);
  }
};

const checkTime = ({ time }: Scenario): void => {
  if (time?.mode !== 'horizon' || time.window[0] <= time.window[1]) return;
  const [first, last] = time.window;
  const expected = `${first} or later`;
  throw new ScenarioError({ where: 'time.window[1]', found: String(last), expected });
};

/**
 * Check that a network can take a scenario: firms, deals and layers are there, sizes are shares, the
 * window runs forward.
 *
 * @throws ScenarioError about the first thing that is wrong, with the nearest names
 */
export const checkScenario = (network: Network, scenario: Scenario): void => {
  scenario.shocks.forEach((shock, index) => {
    checkShock(network, shock, `shocks[${index}]`);
  });
  scenario.cuts?.forEach((deal, index) => {
    requireSame(deal, findDeal(network, deal, `cuts[${index}]`), `cuts[${index}]`);
  });
  checkTime(scenario);
};
