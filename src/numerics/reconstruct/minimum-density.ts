import { randomFrom } from '../random/random.ts';
import {
  countLinks,
  type Marginals,
  marginalGap,
  type Reconstruction,
  totalOf,
} from './marginals.ts';

export interface MinimumDensityOptions {
  readonly seed: number;
  /** Matrices that are drawn, of which the one with the fewest links is kept. */
  readonly attempts?: number;
}

/** What is left of a marginal below this share of the total is rounding. */
const ROUNDING = 1e-14;

interface Pair {
  readonly lender: number;
  readonly borrower: number;
}

interface Draft {
  readonly matrix: number[][];
  readonly toLend: number[];
  readonly toOwe: number[];
}

const settled = (left: number, dust: number): number => (left <= dust ? 0 : left);

/**
 * Draw the next loan: the likelier, the more unequal the two firms are, since small firms are clients
 * of large ones; two firms that want the same go first, as one loan then serves both.
 */
const drawPair = ({ toLend, toOwe }: Draft, dust: number, random: () => number) => {
  const pairs: Pair[] = [];
  const upTo: number[] = [];
  let weight = 0;
  for (let lender = 0; lender < toLend.length; lender++) {
    const lends = toLend[lender]!;
    if (lends === 0) continue;
    for (let borrower = 0; borrower < toOwe.length; borrower++) {
      const owes = toOwe[borrower]!;
      if (owes === 0 || lender === borrower) continue;
      if (Math.abs(lends - owes) <= dust) return { lender, borrower };
      weight += Math.max(lends / owes, owes / lends);
      pairs.push({ lender, borrower });
      upTo.push(weight);
    }
  }
  const at = random() * weight;
  return pairs[upTo.findIndex((end) => at < end)] ?? pairs.at(-1);
};

/** Only firm k is left, with itself: reroute loans between others through it until it is served. */
const rerouteThrough = ({ matrix, toLend, toOwe }: Draft, k: number, dust: number): void => {
  while (toLend[k]! > 0) {
    const needed = toLend[k]!;
    let best: Pair | undefined;
    let bestGap = Number.POSITIVE_INFINITY;
    matrix.forEach((row, lender) => {
      row.forEach((amount, borrower) => {
        if (amount === 0 || lender === k || borrower === k) return;
        const gap = Math.abs(amount - needed);
        if (gap >= bestGap) return;
        bestGap = gap;
        best = { lender, borrower };
      });
    });
    if (best === undefined) return;
    const { lender, borrower } = best;
    const moved = Math.min(needed, matrix[lender]![borrower]!);
    matrix[lender]![borrower] = settled(matrix[lender]![borrower]! - moved, dust);
    matrix[lender]![k]! += moved;
    matrix[k]![borrower]! += moved;
    toLend[k] = settled(needed - moved, dust);
    toOwe[k] = settled(toOwe[k]! - moved, dust);
  }
};

const drawMatrix = (
  { assets, liabilities }: Marginals,
  dust: number,
  random: () => number,
): readonly (readonly number[])[] => {
  const draft: Draft = {
    matrix: assets.map(() => assets.map(() => 0)),
    toLend: assets.map((amount) => settled(amount, dust)),
    toOwe: liabilities.map((amount) => settled(amount, dust)),
  };
  for (let pair = drawPair(draft, dust, random); pair; pair = drawPair(draft, dust, random)) {
    const { lender, borrower } = pair;
    const amount = Math.min(draft.toLend[lender]!, draft.toOwe[borrower]!);
    draft.matrix[lender]![borrower]! += amount;
    draft.toLend[lender] = settled(draft.toLend[lender]! - amount, dust);
    draft.toOwe[borrower] = settled(draft.toOwe[borrower]! - amount, dust);
  }
  const alone = draft.toLend.findIndex((left, k) => left > 0 && draft.toOwe[k]! > 0);
  if (alone >= 0) rerouteThrough(draft, alone, dust);
  return draft.matrix;
};

/**
 * A matrix of loans with given marginals, no diagonal and few links, after Anand, Craig and von Peter
 * (2015), Quantitative Finance 15(4), doi:10.1080/14697688.2014.968195: loans as large as both sides
 * allow, between unequal firms first. The least number of links is hard to find; this draws
 * `attempts` matrices and keeps the sparsest, without the authors' annealing. It concentrates
 * contagion, where maximum entropy spreads it: the two bracket what is likely.
 *
 * Cost O(attempts · links · n²). The same seed gives the same matrix on every machine.
 *
 * @returns  rows: lenders, columns: borrowers, in the currency of the marginals
 * @throws DataError, ModelError as `totalOf`
 */
export const minimumDensity = (
  marginals: Marginals,
  { seed, attempts = 50 }: MinimumDensityOptions,
): Reconstruction => {
  const total = totalOf(marginals);
  const random = randomFrom(seed);
  let matrix = drawMatrix(marginals, ROUNDING * total, random);
  let links = countLinks(matrix);
  for (let attempt = 1; attempt < attempts; attempt++) {
    const other = drawMatrix(marginals, ROUNDING * total, random);
    const otherLinks = countLinks(other);
    if (otherLinks >= links) continue;
    matrix = other;
    links = otherLinks;
  }
  const residual = marginalGap(matrix, marginals);
  return { matrix, links, converged: residual <= 1e-9 * total, residual, iterations: attempts };
};
