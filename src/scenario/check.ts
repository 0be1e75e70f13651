import { ScenarioError } from '../base/errors.ts';
import type { Network } from '../data/graph.ts';
import type { Firm } from '../data/schema.ts';
import { findDeal, findFirm, findLayer } from './find.ts';
import type { Scenario, Shock, ShockKind } from './schema.ts';

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
    checkKnown(network.getNodeAttributes(shock.firm), shock.kind, `${where}.firm`);
  }
};

/** A share can only be lost of what is known: unknown revenue or value is not zero. */
const checkKnown = (firm: Firm, kind: ShockKind, where: string): void => {
  const known = {
    revenue: firm.revenueUsd ?? firm.model?.externalRevenueUsd,
    value: firm.valueUsd,
  };
  if (kind !== 'revenue' && kind !== 'value') return;
  if (known[kind] !== undefined) return;
  throw new ScenarioError({
    where,
    found: `a ${kind} of ${firm.name.en} that nobody knows`,
    expected: `a firm whose ${kind} is known`,
    hint: 'Shock its capacity, its funding or a deal of its own instead, or give the figure.',
  });
};

/** Beyond it no schedule of any record reaches. */
const LONGEST_YEARS = 100;

const checkTime = ({ time }: Scenario, asOf: string): void => {
  if (time === undefined) return;
  const [first, last] = time.mode === 'year' ? [time.year, time.year] : time.window;
  const where = time.mode === 'year' ? 'time.year' : 'time.window[1]';
  const earliest = Math.max(time.mode === 'year' ? 0 : first, Number(asOf.slice(0, 4)));
  if (last < earliest) {
    throw new ScenarioError({ where, found: String(last), expected: `${earliest} or later` });
  }
  if (last - first < LONGEST_YEARS) return;
  const expected = `a window of at most ${LONGEST_YEARS} years`;
  throw new ScenarioError({ where, found: String(last), expected });
};

/**
 * Check that a network can take a scenario: firms, deals and layers are there, sizes are shares, the
 * period runs forward and isn't over by the network's day, revenue or value that is hit is known.
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
  checkTime(scenario, network.getAttribute('asOf'));
};
