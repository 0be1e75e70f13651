import type { Network } from '../data/graph.ts';
import type { Deal } from '../data/schema.ts';
import { speakerIn } from './words/from-files.ts';
import { inLanguage, type Language } from './words/languages.ts';
import type { Speaker } from './words/words.ts';

/**
 * Speaks of a network in one language, for reports; an id that the network doesn't know stands for
 * itself.
 */
export interface Names extends Speaker {
  /** A firm's name in that language where the network has it, else in English. */
  readonly firm: (id: string) => string;
  /** A deal by its ends, with its id: `OpenAI’s order from Oracle (ord-openai-oracle)`. */
  readonly deal: (id: string) => string;
}

/** The names of a network's firms and deals. */
export const namesOf = (network: Network, language: Language): Names => {
  const speaker = speakerIn(language);
  const firm = (id: string): string => {
    if (!network.hasNode(id)) return id;
    return inLanguage(language, network.getNodeAttribute(id, 'name'));
  };
  const ends = (deal: Deal): string => {
    switch (deal.kind) {
      case 'order': {
        const slots = { supplier: firm(deal.supplier), customer: firm(deal.customer) };
        return speaker.say('deal.order', slots);
      }
      case 'equity':
        return speaker.say('deal.stake-of', {
          holder: firm(deal.holder),
          issuer: firm(deal.issuer),
        });
      case 'debt':
        return speaker.say('deal.loan', {
          lender: firm(deal.lender),
          borrower: firm(deal.borrower),
        });
    }
  };
  return {
    ...speaker,
    firm,
    deal: (id) => (network.hasEdge(id) ? `${ends(network.getEdgeAttributes(id))} (${id})` : id),
  };
};
