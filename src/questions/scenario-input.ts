import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { ScenarioError, UsageError } from '../base/errors.ts';
import { meantHint, nearestIds } from '../base/nearest.ts';
import type { Network } from '../data/graph.ts';
import { findDeal } from '../scenario/find.ts';
import { fromLink } from '../scenario/link.ts';
import { loadPresets, loadScenario } from '../scenario/load-scenario.ts';
import { parseScenario } from '../scenario/parse-scenario.ts';
import { parseShock } from '../scenario/parse-shock.ts';
import type { Scenario } from '../scenario/schema.ts';
import { namedValues } from './named-values.ts';
import type { ScenarioOptions } from './options.ts';
import { SHIPPED_NETWORK } from './package-root.ts';

/** What runs when nobody says what to run. */
const LEADING_PRESET = 'openai-shortfall-50';

/** A scenario before other options add to it. */
export interface BaseScenario {
  readonly scenario: Scenario;
  /** The day that a link was made for. */
  readonly asOf?: string | undefined;
}

const isLink = (text: string): boolean => /(^|[#&])v=\d/.test(text);

const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
};

const preset = async (name: string, networkPath: string): Promise<Scenario> => {
  const places = [...new Set([networkPath, SHIPPED_NETWORK])].map((path) =>
    join(path, 'scenarios'),
  );
  const presets = (await Promise.all(places.map(loadPresets))).flat();
  const match = presets.find(({ id }) => id === name);
  if (match !== undefined) return match.scenario;
  const ids = presets.map(({ id }) => id);
  throw new ScenarioError({
    where: '--scenario',
    found: JSON.stringify(name),
    expected: 'a JSON file, a link or the name of a preset',
    hint: meantHint(nearestIds(name, ids)) ?? `Presets: ${[...new Set(ids)].join(', ')}.`,
  });
};

/**
 * What `--scenario` names: a link, a file or a preset.
 *
 * @throws ScenarioError when it names nothing or can't be read
 */
export const namedScenario = async (named: string, networkPath: string): Promise<BaseScenario> => {
  if (isLink(named)) return fromLink(named);
  if (await exists(named)) return { scenario: await loadScenario(named) };
  return { scenario: await preset(named, networkPath) };
};

/**
 * The leading case of the data that ships.
 *
 * @throws UsageError when another network is asked for: nobody can guess what should hit it
 */
export const leadingScenario = async (networkPath: string): Promise<BaseScenario> => {
  if (networkPath === SHIPPED_NETWORK) {
    return { scenario: await preset(LEADING_PRESET, networkPath) };
  }
  throw new UsageError({
    where: '--shock',
    found: 'nothing',
    expected: 'a shock, as in --shock some-firm:revenue=-50%, or a --scenario',
  });
};

/** The leading case of the data that ships; in any other network nothing happens. */
export const leadingOrCalm = async (networkPath: string): Promise<BaseScenario> =>
  networkPath === SHIPPED_NETWORK ? leadingScenario(networkPath) : emptyScenario('no crisis');

/** A scenario in which nothing happens, for other options to fill. */
export const emptyScenario = (name: string): BaseScenario => ({
  scenario: { version: 1, name, shocks: [] },
});

const timeOf = ({ year, window, path }: ScenarioOptions) => {
  if (year !== undefined) return { mode: 'year', year };
  if (window !== undefined) return { mode: 'horizon', window };
  return path === undefined ? undefined : { mode: 'path', window: path };
};

/**
 * The base scenario with what the other options add or change.
 *
 * @throws ScenarioError for shocks, deals, weights or a window that the network can't take
 */
export const completeScenario = (
  base: Scenario,
  network: Network,
  options: ScenarioOptions,
): Scenario => {
  const { shock = [], cut = [], set = [], weight = [] } = options;
  const time = timeOf(options);
  const cuts = [...(base.cuts ?? []), ...cut.map((id) => findDeal(network, id, '--cut'))];
  return parseScenario({
    ...base,
    shocks: [...base.shocks, ...shock.map((text) => parseShock(text, network))],
    ...(cuts.length > 0 ? { cuts } : {}),
    ...(time === undefined ? {} : { time }),
    ...(set.length > 0 ? { parameters: { ...base.parameters, ...namedValues(set, '--set') } } : {}),
    ...(weight.length > 0
      ? { weights: { ...base.weights, ...namedValues(weight, '--weight') } }
      : {}),
  });
};
