/** What of a variance is due to one group of inputs. */
export interface GroupIndices {
  /** Share that the group explains by itself: V(E(f | group)) / V(f). */
  readonly first: number;
  readonly firstError: number | null;
  /** Share that hangs on the group alone or with others: 1 - V(E(f | all but the group)) / V(f). */
  readonly total: number;
  readonly totalError: number | null;
}

export interface SobolIndices {
  /** Rows that count: those of which every run has an answer. */
  readonly rows: number;
  readonly mean: number;
  readonly variance: number;
  /** Null where nothing varies. */
  readonly groups: readonly GroupIndices[] | null;
}

/** Sums over some rows of a plan, about a common mean. */
const estimate = (values: Float64Array, groups: number, kept: readonly number[], mean: number) => {
  const width = groups + 2;
  const first = new Float64Array(groups);
  const total = new Float64Array(groups);
  let squares = 0;
  for (const row of kept) {
    const a = values[row * width]! - mean;
    const b = values[row * width + 1]! - mean;
    squares += a * a + b * b;
    for (let group = 0; group < groups; group++) {
      const mixed = values[row * width + 2 + group]! - mean;
      first[group]! += b * (mixed - a);
      total[group]! += (a - mixed) ** 2 / 2;
    }
  }
  const scale = (sums: Float64Array) => sums.map((sum) => sum / kept.length);
  return { variance: squares / (2 * kept.length), first: scale(first), total: scale(total) };
};

const spreadOf = (numbers: readonly number[]): number | null => {
  if (numbers.length < 2) return null;
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const squares = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - 1) / numbers.length);
};

/**
 * First- and total-order Sobol' indices of groups of independent inputs.
 *
 *   S_i  = 1/N Σ_j f(B)_j (f(A_B^i)_j - f(A)_j) / V     (Saltelli et al. 2010, table 2, estimator b)
 *   ST_i = 1/2N Σ_j (f(A)_j - f(A_B^i)_j)² / V          (Jansen 1999; ibid., estimator f)
 *
 * f is taken about its mean, V over A and B. Estimates may lie a little outside 0..1; errors are one standard
 * error, from what independent batches say.
 *
 * @param values   answers run by run in the order of `indexPoints`, groups + 2 a row; not finite: none, the row is left out
 * @param batches  consecutive parts of the rows that are independent of each other
 */
export const sobolIndices = (
  values: Float64Array,
  groups: number,
  batches: number,
): SobolIndices => {
  const width = groups + 2;
  const rows = Math.floor(values.length / width);
  const isWhole = (row: number): boolean =>
    values.subarray(row * width, (row + 1) * width).every(Number.isFinite);
  const kept = Array.from({ length: rows }, (_, row) => row).filter(isWhole);
  let sum = 0;
  for (const row of kept) sum += values[row * width]! + values[row * width + 1]!;
  const mean = sum / (2 * kept.length);
  if (kept.length === 0) return { rows: 0, mean: Number.NaN, variance: Number.NaN, groups: null };
  const level = values[kept[0]! * width]!;
  const varies = kept.some((row) =>
    values.subarray(row * width, (row + 1) * width).some((value) => value !== level),
  );
  if (!varies) return { rows: kept.length, mean: level, variance: 0, groups: null };
  const whole = estimate(values, groups, kept, mean);
  if (!(whole.variance > 0)) return { rows: kept.length, mean, variance: 0, groups: null };
  const parts = Array.from({ length: batches }, (_, batch) =>
    kept.filter((row) => Math.floor((row * batches) / rows) === batch),
  )
    .filter(({ length }) => length > 0)
    .map((part) => estimate(values, groups, part, mean));
  // an index is a ratio: what a batch says of the variance counts too (delta method)
  const errorOf = (kind: 'first' | 'total', group: number, index: number): number | null =>
    spreadOf(parts.map((part) => (part[kind][group]! - index * part.variance) / whole.variance));
  return {
    rows: kept.length,
    mean,
    variance: whole.variance,
    groups: Array.from({ length: groups }, (_, group) => {
      const first = whole.first[group]! / whole.variance;
      const total = whole.total[group]! / whole.variance;
      const firstError = errorOf('first', group, first);
      return { first, firstError, total, totalError: errorOf('total', group, total) };
    }),
  };
};
