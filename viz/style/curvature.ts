import type { Network } from '../../src/data/graph.ts';
import type { DealTone } from '../theme/tokens.ts';
import { dealTone } from './deal-style.ts';

const BASE: Readonly<Record<DealTone, number>> = {
  order: 0.16,
  equity: 0.26,
  debt: 0.36,
  warrant: 0.46,
};
const STEP = 0.1;

/**
 * How far each deal bows to the left of its own direction, as a share of the distance between its
 * firms (height of the curve's control point).
 *
 * Opposite deals open into an eye, since each bows to its own left. Deals of one pair in one
 * direction nest by kind; a second deal of a kind takes the next free step outwards.
 */
export const curvatures = (network: Network): ReadonlyMap<string, number> => {
  const siblings = new Map<string, string[]>();
  for (const id of network.edges()) {
    const pair = network.extremities(id).join(' ');
    siblings.set(pair, [...(siblings.get(pair) ?? []), id]);
  }
  const result = new Map<string, number>();
  for (const ids of siblings.values()) {
    const nested = ids
      .map((id) => ({ id, base: BASE[dealTone(network.getEdgeAttributes(id))] }))
      .sort((a, b) => a.base - b.base || (a.id < b.id ? -1 : 1));
    let last = 0;
    for (const { id, base } of nested) {
      last = Math.max(base, last + STEP);
      result.set(id, last);
    }
  }
  return result;
};
