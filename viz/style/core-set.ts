import type { Network } from '../../src/network/graph.ts';
import type { Deal } from '../../src/network/schema.ts';
import { dealAmountUsd } from './deal-amount.ts';

/** `core`: deals that carry a figure and are not doubtful, and their firms; `all`: everything. */
export type Scope = 'core' | 'all';

const isCore = (deal: Deal): boolean =>
  deal.confidence !== 'low' &&
  (dealAmountUsd(deal, 'total') !== null ||
    dealAmountUsd(deal, 'per-year') !== null ||
    (deal.kind === 'equity' && deal.stake !== undefined));

export interface Visible {
  readonly firms: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
}

/** What the map shows. Cancelled deals are never shown. */
export const visibleSet = (network: Network, scope: Scope): Visible => {
  const deals = new Set(
    network.filterEdges(
      (_id, deal) => deal.status !== 'cancelled' && (scope === 'all' || isCore(deal)),
    ),
  );
  const firms =
    scope === 'all'
      ? new Set(network.nodes())
      : new Set([...deals].flatMap((id) => network.extremities(id)));
  return { firms, deals };
};
