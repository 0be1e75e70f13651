import type { LedgerGroup } from '../../models/ledger-groups.ts';
import type { Names } from '../../tell/names.ts';

/** A cause and through whom it came: `lost orders: OpenAI`. */
export const causeOf = (group: LedgerGroup | undefined, names: Names): string => {
  if (group === undefined || group.usd <= 0) return '';
  const cause = names.say(`simulate.cause.${group.cause}`);
  if (group.firm === undefined) return cause;
  return names.say('simulate.cause-of', { cause, firm: names.firm(group.firm) });
};
