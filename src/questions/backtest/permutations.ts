import { randomFrom } from '../../numerics/random/random.ts';
import { midRanks } from '../../numerics/rank-correlation/mid-ranks.ts';

/** Up to this many things are permuted in every way there is: 7! = 5040. */
const ENUMERATED = 7;

/** Ways in which what happened could have fallen on the firms. */
export interface Permutations {
  /** Rows of n indices. */
  readonly rows: readonly Uint8Array[];
  /** True: every permutation once, the identity among them. False: drawn at random. */
  readonly exact: boolean;
}

const everyPermutation = (size: number): Uint8Array[] => {
  if (size === 0) return [new Uint8Array(0)];
  return everyPermutation(size - 1).flatMap((shorter) =>
    Array.from({ length: size }, (_, at) => {
      const row = new Uint8Array(size);
      row.set(shorter.subarray(0, at));
      row[at] = size - 1;
      row.set(shorter.subarray(at), at + 1);
      return row;
    }),
  );
};

/** Fisher and Yates. */
const shuffled = (size: number, random: () => number): Uint8Array => {
  const row = Uint8Array.from({ length: size }, (_, index) => index);
  for (let end = size - 1; end > 0; end--) {
    const at = Math.floor(random() * (end + 1));
    [row[end], row[at]] = [row[at]!, row[end]!];
  }
  return row;
};

/**
 * Permutations of n things: all of them where there are few, else `draws` at random, the same for the
 * same seed.
 *
 * @param size  at most 255
 */
export const permutationsOf = (size: number, draws: number, seed: number): Permutations => {
  if (size <= ENUMERATED) return { rows: everyPermutation(size), exact: true };
  const random = randomFrom(seed);
  return { rows: Array.from({ length: draws }, () => shuffled(size, random)), exact: false };
};

/** Ranks less their mean, scaled to length 1; null where all tie. */
const unitRanks = (values: readonly number[]): Float64Array | null => {
  const mean = (values.length + 1) / 2;
  const centred = Float64Array.from(midRanks(values), (rank) => rank - mean);
  const length = Math.sqrt(centred.reduce((sum, rank) => sum + rank * rank, 0));
  return length > 0 ? centred.map((rank) => rank / length) : null;
};

/**
 * Spearman's rho of a prediction with what happened, dealt out anew in every permutation; null where
 * either ranks nobody above anybody.
 */
export const permutedSpearman = (
  predicted: readonly number[],
  actual: readonly number[],
  { rows }: Permutations,
): Float64Array | null => {
  const one = unitRanks(predicted);
  const other = unitRanks(actual);
  if (one === null || other === null) return null;
  return Float64Array.from(rows, (row) => {
    let sum = 0;
    for (let i = 0; i < row.length; i++) sum += one[i]! * other[row[i]!]!;
    return sum;
  });
};

/** Sums of the same numbers in another order differ by rounding. */
const TIE = 1e-9;

/**
 * How often chance does as well: the share of permutations whose statistic is at least the observed
 * one. Of drawn permutations the observed one counts as a draw, (k + 1)/(N + 1), so that no p is 0.
 */
export const chanceOf = (observed: number, permuted: Float64Array, exact: boolean): number => {
  let asGood = 0;
  for (const value of permuted) if (value >= observed - TIE) asGood += 1;
  return exact ? asGood / permuted.length : (asGood + 1) / (permuted.length + 1);
};
