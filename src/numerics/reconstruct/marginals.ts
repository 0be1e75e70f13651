import { DataError, ModelError } from '../../base/errors.ts';

/** What each firm lends and owes in the network; amounts in one currency, same order of firms. */
export interface Marginals {
  readonly assets: readonly number[];
  readonly liabilities: readonly number[];
}

/** A matrix with rows of lenders and columns of borrowers, and how well it meets the marginals. */
export interface Reconstruction {
  readonly matrix: readonly (readonly number[])[];
  readonly links: number;
  readonly converged: boolean;
  /** Largest gap of a row or column to what it should add up to. */
  readonly residual: number;
  readonly iterations: number;
}

/** Totals may differ by this share of them: rounding of the figures. */
const ROUNDING = 1e-9;

const checkAmounts = (where: string, values: readonly number[]): void => {
  values.forEach((value, i) => {
    const facts = { where: `${where}[${i}]`, found: String(value) };
    if (!Number.isFinite(value)) throw new DataError({ ...facts, expected: 'a finite number' });
    if (value < 0) throw new ModelError({ ...facts, expected: 'an amount of 0 or more' });
  });
};

/**
 * The total that is lent, after checking that some matrix without diagonal has these marginals.
 *
 * @throws DataError for lists of different length and amounts that aren't finite
 * @throws ModelError for negative amounts, totals that differ, and a firm that would have to lend to
 *   itself: what it lends and owes together exceeds the total
 */
export const totalOf = ({ assets, liabilities }: Marginals): number => {
  if (assets.length !== liabilities.length) {
    const found = `${liabilities.length} firms`;
    throw new DataError({ where: 'liabilities', found, expected: `${assets.length}` });
  }
  checkAmounts('assets', assets);
  checkAmounts('liabilities', liabilities);
  const total = assets.reduce((sum, amount) => sum + amount, 0);
  const owed = liabilities.reduce((sum, amount) => sum + amount, 0);
  if (Math.abs(total - owed) > ROUNDING * total || (total === 0 && owed > 0)) {
    throw new ModelError({
      where: 'liabilities',
      found: `a total of ${owed}`,
      expected: `the total of the assets, ${total}`,
      hint: 'Add a firm that stands for the rest of the world.',
    });
  }
  assets.forEach((amount, i) => {
    if (amount + liabilities[i]! <= total * (1 + ROUNDING)) return;
    const found = `assets and liabilities of firm ${i} that exceed the total of the network`;
    throw new ModelError({ where: 'marginals', found, expected: 'no need to lend to itself' });
  });
  return total;
};

/** Largest gap between the sums of a matrix and its marginals. */
export const marginalGap = (
  matrix: readonly (readonly number[])[],
  { assets, liabilities }: Marginals,
): number => {
  let largest = 0;
  assets.forEach((amount, i) => {
    const lent = matrix[i]!.reduce((sum, entry) => sum + entry, 0);
    const owed = matrix.reduce((sum, row) => sum + row[i]!, 0);
    const gap = Math.max(Math.abs(lent - amount), Math.abs(owed - liabilities[i]!));
    largest = Math.max(largest, gap);
  });
  return largest;
};

/** Entries above 0. */
export const countLinks = (matrix: readonly (readonly number[])[]): number =>
  matrix.reduce((sum, row) => sum + row.filter((entry) => entry > 0).length, 0);
