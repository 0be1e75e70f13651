import { DealCard } from './deal-card.ts';
import { FirmCard } from './firm-card.ts';
import { Ledger } from './ledger.ts';

/** Details of a selection: fetched with the first one. */
export const CARDS: Readonly<Record<string, CustomElementConstructor>> = {
  'cb-deal-card': DealCard,
  'cb-firm-card': FirmCard,
  'cb-ledger': Ledger,
};
