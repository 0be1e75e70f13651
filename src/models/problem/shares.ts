import { ModelError } from '../../base/errors.ts';
import { compressRows } from '../../numerics/sparse/csr.ts';
import { type Entries, type MatrixInput, readEntries } from './entries.ts';

/** Shares of one issuer may add up to this much more than 1: rounding of the document. */
const ROUNDING = 1e-9;

/** What of every issuer is held in the network, 0..1. */
export const sharesHeld = ({ column, amount }: Entries, size: number): Float64Array => {
  const held = new Float64Array(size);
  for (let at = 0; at < amount.length; at++) held[column[at]!]! += amount[at]!;
  return held;
};

/**
 * Read shares `[holder, issuer, share]`.
 * @throws ModelError where more than all of an issuer is held; DataError as `readEntries`
 */
export const readShares = (where: string, input: MatrixInput, size: number): Entries => {
  const shares = readEntries(where, input, size);
  sharesHeld(shares, size).forEach((held, issuer) => {
    if (held <= 1 + ROUNDING) return;
    const found = `shares of firm ${issuer} that add up to ${held}`;
    throw new ModelError({ where, found, expected: 'at most 1 of every firm' });
  });
  return shares;
};

/**
 * Refuse groups of firms that belong wholly to each other: what they own then has no final owner,
 * and the matrix of shares has a spectral radius of 1.
 *
 * @throws ModelError naming a firm of such a group
 */
export const refuseClosedGroups = (
  where: string,
  shares: Entries,
  size: number,
  nameOf: (firm: number) => string = (firm) => `firm ${firm}`,
): void => {
  const held = sharesHeld(shares, size);
  const issuersOf = compressRows(shares.row, shares.column, shares.amount, size);
  const reachesOwner = new Uint8Array(size);
  const open: number[] = [];
  held.forEach((share, firm) => {
    if (share >= 1 - ROUNDING) return;
    reachesOwner[firm] = 1;
    open.push(firm);
  });
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    for (let at = issuersOf.start[holder]!; at < issuersOf.start[holder + 1]!; at++) {
      const issuer = issuersOf.column[at]!;
      if (reachesOwner[issuer] === 1) continue;
      reachesOwner[issuer] = 1;
      open.push(issuer);
    }
  }
  const closed = reachesOwner.indexOf(0);
  if (closed < 0) return;
  throw new ModelError({
    where,
    found: `${nameOf(closed)} owned wholly by firms that own each other`,
    expected: 'a spectral radius below 1: some owner outside at the end of every chain',
  });
};
