import type { Network } from '../network/graph.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Firm names by id, in one language where the network has it, else in English, else the id. */
export type NameOf = (id: string) => string;

/** A firm's name, for people. */
export const namesOf =
  (network: Network, language: Language): NameOf =>
  (id) => {
    if (!network.hasNode(id)) return id;
    const name = network.getNodeAttribute(id, 'name');
    return name[language] ?? name.en;
  };
