import { endsOf } from '../../src/data/ends.ts';
import type { Deal } from '../../src/data/schema.ts';

/**
 * Which way a loss ran along a deal: 1 along the deal's own direction (who owns, owes or orders ->
 * whom), -1 against it. A loss runs towards the firm that suffers it: a markdown from the issuer
 * back to the holder, a lost order on to the supplier. Null where the firm isn't an end of the deal.
 */
export const lossDirection = (deal: Deal, victim: string): 1 | -1 | null => {
  const [payer, payee] = endsOf(deal);
  if (victim === payee) return 1;
  return victim === payer ? -1 : null;
};
