import type { Network } from '../data/graph.ts';
import type { Deal } from '../data/schema.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What people call things; an id that the network doesn't know stands for itself. */
export interface Names {
  /** A firm's name in one language where the network has it, else in English. */
  readonly firm: (id: string) => string;
  /** A deal by its ends, with its id: `OpenAI’s order from Oracle (ord-openai-oracle)`. */
  readonly deal: (id: string) => string;
}

/** The names of a network's firms and deals. */
export const namesOf = (network: Network, language: Language): Names => {
  const firm = (id: string): string => {
    if (!network.hasNode(id)) return id;
    const name = network.getNodeAttribute(id, 'name');
    return name[language] ?? name.en;
  };
  const ends = (deal: Deal): string => {
    switch (deal.kind) {
      case 'order':
        return `${firm(deal.customer)}’s order from ${firm(deal.supplier)}`;
      case 'equity':
        return `${firm(deal.holder)}’s stake in ${firm(deal.issuer)}`;
      case 'debt':
        return `${firm(deal.lender)}’s loan to ${firm(deal.borrower)}`;
    }
  };
  return {
    firm,
    deal: (id) => (network.hasEdge(id) ? `${ends(network.getEdgeAttributes(id))} (${id})` : id),
  };
};
