import type { Network } from '../../src/network/graph.ts';

/** What the reader points at: the same object in the map, the tables and the card. */
export type Selection =
  | { readonly kind: 'firm'; readonly id: string }
  | { readonly kind: 'deal'; readonly id: string };

export interface Lit {
  readonly firms: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
}

/** Deals that stand or fall together with `deal`: the leg that it names, and the legs naming it. */
export const linkedDeals = (network: Network, deal: string): readonly string[] => {
  const { link } = network.getEdgeAttributes(deal);
  const naming = network.filterEdges((_id, other) => other.link === deal);
  const named = link !== undefined && network.hasEdge(link) ? [link] : [];
  return [...new Set([...named, ...naming])].filter((id) => id !== deal);
};

/**
 * What stays bright when `selection` is selected: a firm with its deals and their other ends, or a
 * deal with its linked legs and their ends. Null where nothing (or nothing that exists) is selected.
 */
export const litBy = (network: Network, selection: Selection | null): Lit | null => {
  if (selection === null) return null;
  const { kind, id } = selection;
  if (kind === 'firm') {
    if (!network.hasNode(id)) return null;
    return {
      firms: new Set([id, ...network.neighbors(id)]),
      deals: new Set(network.edges(id)),
    };
  }
  if (!network.hasEdge(id)) return null;
  const deals = [id, ...linkedDeals(network, id)];
  return {
    firms: new Set(deals.flatMap((deal) => network.extremities(deal))),
    deals: new Set(deals),
  };
};
