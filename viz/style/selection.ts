import type { Network } from '../../src/data/graph.ts';

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
 * deal with its linked legs and their ends; of the deals that the map shows. Null where nothing (or
 * nothing that exists) is selected.
 */
export const litBy = (
  network: Network,
  selection: Selection | null,
  shown: ReadonlySet<string>,
): Lit | null => {
  if (selection === null) return null;
  const { kind, id } = selection;
  if (!(kind === 'firm' ? network.hasNode(id) : network.hasEdge(id))) return null;
  const own = kind === 'firm' ? network.edges(id) : [id, ...linkedDeals(network, id)];
  const deals = own.filter((deal) => shown.has(deal));
  const ends = deals.flatMap((deal) => network.extremities(deal));
  return { firms: new Set(kind === 'firm' ? [id, ...ends] : ends), deals: new Set(deals) };
};

/** What stays bright while a chain of deals is pointed at; null where the map shows none of them. */
export const litChain = (
  network: Network,
  chain: readonly string[],
  shown: ReadonlySet<string>,
): Lit | null => {
  const deals = chain.filter((deal) => network.hasEdge(deal) && shown.has(deal));
  if (deals.length === 0) return null;
  const ends = deals.flatMap((deal) => network.extremities(deal));
  return { firms: new Set(ends), deals: new Set(deals) };
};
