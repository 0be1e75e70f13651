import { describe, expect, it } from 'vitest';
import { lossDirection } from '../../../viz/style/picture.ts';
import { debt, equity, order } from '../worlds.ts';

const supply = order('o', 'customer', 'supplier');
const stake = equity('e', 'holder', 'issuer');
const loan = debt('l', 'lender', 'borrower');

/** By cause: the firm that suffers, and which way the fire must run against the deal's arrow. */
const CASES = [
  ['lost-order', supply, 'supplier', 1],
  ['missed-delivery', supply, 'customer', -1],
  ['holding', stake, 'holder', -1],
  ['warrant', stake, 'holder', -1],
  ['forced-sale', stake, 'issuer', 1],
  ['cut-tranche', stake, 'issuer', 1],
  ['loan', loan, 'lender', -1],
  ['cut-tranche of a loan', loan, 'borrower', 1],
] as const;

describe('lossDirection', () => {
  it.each(CASES)('%s', (_cause, deal, victim, sign) => {
    expect(lossDirection(deal, victim)).toBe(sign);
  });

  it('is unknown for a firm that is no end of the deal', () => {
    expect(lossDirection(loan, 'customer')).toBeNull();
  });
});
