import { readFileSync } from 'node:fs';
import type { Marginals } from '../../../src/numerics/reconstruct/marginals.ts';
import { seededRandom } from '../../random.ts';

/** Seven banks with matrices computed elsewhere; provenance and conventions stand in the file. */
export const sevenBanks = () =>
  JSON.parse(
    readFileSync(new URL('../../reference/reconstruct-7banks-anand.json', import.meta.url), 'utf8'),
  );

/** The sums of a random sparse matrix without diagonal: firms from 1 to 1000 in size. */
export const randomMarginals = (size: number, seed: number): Marginals => {
  const random = seededRandom(seed);
  const assets = new Array<number>(size).fill(0);
  const liabilities = new Array<number>(size).fill(0);
  for (let lender = 0; lender < size; lender++) {
    for (let borrower = 0; borrower < size; borrower++) {
      if (lender === borrower || random() < 0.5) continue;
      const amount = 10 ** (3 * random());
      assets[lender]! += amount;
      liabilities[borrower]! += amount;
    }
  }
  return { assets, liabilities };
};

export const badMarginals: readonly (readonly [string, Marginals, string])[] = [
  ['lists of different length', { assets: [1, 2], liabilities: [3] }, 'DataError'],
  ['NaN', { assets: [1, Number.NaN], liabilities: [1, 2] }, 'DataError'],
  ['a negative amount', { assets: [3, -1], liabilities: [1, 1] }, 'ModelError'],
  ['totals that differ', { assets: [3, 1], liabilities: [1, 2] }, 'ModelError'],
  ['a firm that must lend to itself', { assets: [3, 1, 1], liabilities: [3, 1, 1] }, 'ModelError'],
  ['a single firm', { assets: [1], liabilities: [1] }, 'ModelError'],
];
