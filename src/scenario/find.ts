import { ScenarioError } from '../base/errors.ts';
import { found } from '../base/found.ts';
import { meantHint, nearestIds } from '../base/nearest.ts';
import { firmNames } from '../data/check-references.ts';
import type { Network } from '../data/graph.ts';

const hintFacts = (ids: readonly string[], otherwise?: string) => {
  const hint = meantHint(ids) ?? otherwise;
  return hint === undefined ? {} : { hint };
};

/**
 * The id of the firm that a person means: its id, ticker or whole name, in any case.
 *
 * @throws ScenarioError with the nearest names when no firm or more than one answers to it
 */
export const findFirm = (network: Network, wanted: string, where = 'firm'): string => {
  const plain = wanted.trim().toLowerCase();
  if (network.hasNode(plain)) return plain;
  const names = firmNames(network.mapNodes((_id, firm) => firm));
  const meant = [...names].filter(([, words]) =>
    words.some((word) => word.toLowerCase() === plain),
  );
  if (meant.length === 1) return meant[0]![0];
  const near =
    meant.length > 1 ? meant.map(([id]) => id) : nearestIds(plain, names.keys(), 3, names);
  const expected =
    meant.length > 1 ? 'a name that only one firm has' : 'the id, ticker or name of a firm';
  throw new ScenarioError({ where, found: found(wanted), expected, ...hintFacts(near) });
};

/**
 * The id of a deal of the network as it is seen on its day.
 *
 * @throws ScenarioError with the nearest ids
 */
export const findDeal = (network: Network, wanted: string, where = 'deal'): string => {
  const plain = wanted.trim().toLowerCase();
  if (network.hasEdge(plain)) return plain;
  const asOf = network.getAttribute('asOf');
  const facts = { found: found(wanted), expected: `the id of a deal known on ${asOf}` };
  throw new ScenarioError({ where, ...facts, ...hintFacts(nearestIds(plain, network.edges())) });
};

/**
 * A layer that at least one firm stands in.
 *
 * @throws ScenarioError naming the layers there are
 */
export const findLayer = (network: Network, wanted: string, where = 'layer'): string => {
  const plain = wanted.trim().toLowerCase();
  const layers = [...new Set(network.mapNodes((_id, firm) => firm.layer))].sort();
  if (layers.includes(plain)) return plain;
  const near = hintFacts(nearestIds(plain, layers), `Layers: ${layers.join(', ')}.`);
  throw new ScenarioError({
    where,
    found: found(wanted),
    expected: 'a layer of the network',
    ...near,
  });
};
