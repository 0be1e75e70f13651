import type { Network } from '../../data/graph.ts';
import type { DealKind } from '../../data/schema.ts';
import { dealWeight } from '../../measures/weights.ts';
import type { ChainDeal } from './paths-schema.ts';

/** Two firms with deals between them; rows of firms in the network's node order. */
export interface Hop {
  readonly tail: number;
  readonly head: number;
  /** Known dollars of its deals; null: none is known. */
  readonly usd: number | null;
  readonly deals: readonly ChainDeal[];
}

export interface HopGraph {
  readonly ids: readonly string[];
  readonly hops: readonly Hop[];
  readonly leftOut: readonly { readonly deal: string; readonly reason: string }[];
}

const mostFirst = (one: ChainDeal, other: ChainDeal): number =>
  (other.usd ?? -1) - (one.usd ?? -1) || (one.id < other.id ? -1 : 1);

const knownSum = (deals: readonly ChainDeal[]): number | null => {
  const known = deals.flatMap(({ usd }) => (usd === null ? [] : [usd]));
  return known.length === 0 ? null : known.reduce((sum, usd) => sum + usd, 0);
};

/**
 * The deals of some kinds by pair of firms. Directed: the two ways of a pair stay apart, tail pays
 * head. Else they are one, its tail the firm that the network lists first.
 *
 * Cancelled deals and those of a firm with itself are left out. Where dollars are asked for, so are
 * pairs without any known dollars: unknown is neither strong nor weak.
 */
export const hopGraph = (
  network: Network,
  kinds: readonly DealKind[],
  directed: boolean,
  needsUsd: boolean,
): HopGraph => {
  const ids = network.nodes();
  const row = new Map(ids.map((id, index) => [id, index]));
  const between = new Map<number, ChainDeal[]>();
  const leftOut: { deal: string; reason: string }[] = [];
  const reasons = new Map<string, string>();
  network.forEachDirectedEdge((id, deal, payer, payee) => {
    if (!kinds.includes(deal.kind)) return;
    if (deal.status === 'cancelled' || payer === payee) {
      leftOut.push({ deal: id, reason: payer === payee ? 'with itself' : 'cancelled' });
      return;
    }
    const { usd, reason } = dealWeight(deal, network);
    if (reason !== undefined) reasons.set(id, reason);
    const [tail, head] = [row.get(payer)!, row.get(payee)!];
    const key = directed || tail < head ? tail * ids.length + head : head * ids.length + tail;
    const unit = deal.kind === 'order' ? 'usd-per-year' : 'usd';
    const found = { id, kind: deal.kind, payer, payee, usd, unit, status: deal.status } as const;
    between.set(key, [...(between.get(key) ?? []), found]);
  });
  const hops: Hop[] = [];
  for (const [key, deals] of between) {
    const usd = knownSum(deals);
    if (needsUsd && !(usd !== null && usd > 0)) {
      for (const { id } of deals) {
        leftOut.push({ deal: id, reason: reasons.get(id) ?? 'no dollars of its own' });
      }
      continue;
    }
    const [tail, head] = [Math.floor(key / ids.length), key % ids.length];
    hops.push({ tail, head, usd, deals: deals.sort(mostFirst) });
  }
  return { ids, hops, leftOut };
};
