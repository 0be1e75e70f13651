import { MultiDirectedGraph } from 'graphology';
import type { Network, NetworkAttributes } from './graph.ts';
import { resolve } from './resolve.ts';
import { type Deal, endsOf, type Firm, type NetworkDocument } from './schema.ts';
import { type ValidateOptions, validateDocument } from './validate.ts';

export interface AsOfOption {
  /** The day, YYYY-MM-DD, on which the web is to be seen; default: the last that is known. */
  readonly asOf?: string | undefined;
}

export type ReadOptions = AsOfOption & Pick<ValidateOptions, 'drawable'>;

/**
 * The graph of a document that is known to be right: firms as nodes, deals as edges.
 *
 * @throws DataError when `asOf` is not a day
 */
export const buildNetwork = (document: NetworkDocument, { asOf }: AsOfOption = {}): Network => {
  const known = resolve(document, asOf);
  const network = new MultiDirectedGraph<Firm, Deal, NetworkAttributes>();
  network.replaceAttributes({
    name: known.name,
    asOf: known.asOf,
    sources: known.sources ?? [],
    facts: known.facts ?? [],
    perGigawatt: known.perGigawatt ?? [],
    uncertainty: known.uncertainty ?? [],
    layout: known.layout ?? [],
  });
  for (const firm of known.firms) network.addNode(firm.id, firm);
  for (const deal of known.deals) {
    const [payer, payee] = endsOf(deal);
    network.addDirectedEdgeWithKey(deal.id, payer, payee, deal);
  }
  return network;
};

/**
 * Read a network document: check it, see it as of a day, build the graph.
 *
 * @throws DataErrors with every problem of the document; DataError when `asOf` is not a day
 */
export const parseNetwork = (document: unknown, options: ReadOptions = {}): Network =>
  buildNetwork(validateDocument(document, { drawable: options.drawable }), options);

/** The document of a network as it was resolved: its `asOf` is the last day that it knows. */
export const toDocument = (network: Network): NetworkDocument => {
  const { name, asOf, sources, facts, perGigawatt, uncertainty, layout } = network.getAttributes();
  return {
    version: 1,
    name,
    asOf,
    firms: network.mapNodes((_id, firm) => ({ ...firm })),
    deals: network.mapEdges((_id, deal) => ({ ...deal })),
    ...(sources.length > 0 ? { sources: [...sources] } : {}),
    ...(facts.length > 0 ? { facts: [...facts] } : {}),
    ...(perGigawatt.length > 0 ? { perGigawatt: [...perGigawatt] } : {}),
    ...(uncertainty.length > 0 ? { uncertainty: [...uncertainty] } : {}),
    ...(layout.length > 0 ? { layout: [...layout] } : {}),
  };
};
