import type { Network } from '../../src/data/graph.ts';
import type { Deal } from '../../src/data/schema.ts';
import { dealAmountUsd } from './deal-amount.ts';
import { type DealLook, dealLook } from './deal-style.ts';

/**
 * `core`: deals that carry a figure (dollars, a stake, or gigawatts, for which the model imputes
 * dollars) and are not doubtful, and their firms; `all`: everything.
 */
export type Scope = 'core' | 'all';

const isCore = (deal: Deal): boolean =>
  deal.confidence !== 'low' &&
  (dealAmountUsd(deal, 'total') !== null ||
    dealAmountUsd(deal, 'per-year') !== null ||
    deal.capacityGw !== undefined ||
    (deal.kind === 'equity' && deal.stake !== undefined));

export interface MapFilter {
  readonly scope: Scope;
  readonly hiddenKinds: readonly DealLook[];
}

export interface Visible {
  readonly firms: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
}

/** What the map shows. Cancelled deals never; firms stay when only their kind of deal is hidden. */
export const visibleSet = (network: Network, { scope, hiddenKinds }: MapFilter): Visible => {
  const inScope = network.filterEdges(
    (_id, deal) => deal.status !== 'cancelled' && (scope === 'all' || isCore(deal)),
  );
  const firms =
    scope === 'all' ? network.nodes() : inScope.flatMap((id) => network.extremities(id));
  const deals = inScope.filter(
    (id) => !hiddenKinds.includes(dealLook(network.getEdgeAttributes(id))),
  );
  return { firms: new Set(firms), deals: new Set(deals) };
};
