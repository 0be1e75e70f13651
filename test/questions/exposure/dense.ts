/** Sums of chains by following them step by step, on plain dense matrices: slow and plain on purpose. */
type Dense = readonly (readonly number[])[];

const LONGEST = 5000;

/**
 * What each firm has at stake with `end` through chains that visit it once: D + P D + P² D + ... with
 * the row and the column of `end` struck out of P.
 */
export const chainsTo = (direct: Dense, passed: Dense, end: number): number[] => {
  let step = direct.map((row, i) => (i === end ? 0 : row[end]!));
  const total = [...step];
  for (let length = 2; length < LONGEST; length++) {
    step = passed.map((row, i) =>
      i === end ? 0 : row.reduce((sum, share, k) => sum + (k === end ? 0 : share * step[k]!), 0),
    );
    for (const [i, usd] of step.entries()) total[i]! += usd;
    if (Math.max(...step) === 0) break;
  }
  return total;
};
