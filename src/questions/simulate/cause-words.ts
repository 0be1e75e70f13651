import type { Cause } from '../../models/cascade.ts';
import type { LedgerGroup } from '../../models/ledger-groups.ts';
import type { Names } from '../../tell/names.ts';

const WORDS: Readonly<Record<Cause, string>> = {
  'own-shock': 'the shock itself',
  'lost-order': 'lost orders',
  'missed-delivery': 'missed delivery',
  holding: 'stake',
  warrant: 'lapsed warrant',
  'forced-sale': 'forced sale',
  loan: 'loan',
  'cut-tranche': 'cut tranche',
  'lost-funding': 'lost funding',
  'failure-cost': 'cost of failing',
  'limited-liability': 'limited liability',
};

export const causeWords = (cause: Cause): string => WORDS[cause];

/** A cause and through whom it came: `lost orders: OpenAI`. */
export const causeOf = (group: LedgerGroup | undefined, names: Names): string => {
  if (group === undefined || group.usd <= 0) return '';
  const words = causeWords(group.cause);
  return group.firm === undefined ? words : `${words}: ${names.firm(group.firm)}`;
};
