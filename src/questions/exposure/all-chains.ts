import { ModelError } from '../../base/errors.ts';
import type { WeightedGraph } from '../../measures/dollar-graph.ts';
import { leadingEigenvalue } from '../../measures/leading-eigenvalue.ts';
import { expectedVisits } from '../../numerics/linear/expected-visits.ts';

/** Every firm with every firm is a full matrix, and its inverse takes n³ steps. */
const MOST_ROWS = 3000;

/**
 * Exposure through all chains, T = D + P T with every column's own firm taken out of its chains:
 *
 *   T_ij = D_ij + sum over k other than j of P_ik T_kj
 *
 * D_ij dollars of i that stand on j directly, P_ik dollars that i loses per dollar that k loses. So T_ij
 * is what i loses where everything that stands on j is lost, once: chains of any length that end with
 * their first visit to j. With N = (I - P)^-1 it is (N D)_ij - (N_ij / N_jj) (N D)_jj; where D_ij =
 * P_ij x_j this is x_j N_ij / N_jj, the output lost by hypothetical extraction of j on orders, or what
 * linear DebtRank without its cap gives for a loan book.
 *
 * @param direct  D, dollars
 * @param passed  P, entries at least 0
 * @returns       n×n by rows, dollars; 0 on the diagonal
 * @throws ModelError where chains multiply without end (spectral radius of P is 1 or more), or for more
 *         than 3,000 firms
 *
 * Dietzenbacher and van der Linden, Sectoral and spatial linkages in the EC production structure,
 * Journal of Regional Science 37 (1997), for the extraction of a sector; Bardoscia, Battiston, Caccioli
 * and Caldarelli, DebtRank: a microscopic foundation, PLOS ONE 10 (2015), for losses passed on over
 * the borrower's value.
 */
export const allChains = (
  direct: WeightedGraph,
  passed: WeightedGraph,
  what: string,
): Float64Array => {
  const { size } = direct;
  const visits = inverseOf(passed, what);
  const total = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let at = direct.start[k]!; at < direct.start[k + 1]!; at++) {
      const j = direct.column[at]!;
      const usd = direct.weight[at]!;
      for (let i = 0; i < size; i++) total[i * size + j]! += visits[i * size + k]! * usd;
    }
  }
  for (let j = 0; j < size; j++) {
    const own = total[j * size + j]! / visits[j * size + j]!;
    for (let i = 0; i < size; i++) {
      const at = i * size + j;
      // rounding of a difference may fall below nothing
      total[at] = i === j ? 0 : Math.max(0, total[at]! - visits[at]! * own);
    }
  }
  return total;
};

/**
 * (I - P)^-1, n×n by rows.
 *
 * @throws ModelError where its series has no sum, or for more than 3,000 firms
 */
export const inverseOf = (passed: WeightedGraph, what: string): Float64Array => {
  const { size, start, column, weight } = passed;
  if (size > MOST_ROWS) {
    throw new ModelError({
      where: what,
      found: `${size} firms`,
      expected: `at most ${MOST_ROWS}, since every firm meets every firm`,
    });
  }
  const visits = expectedVisits({ start, column, weight }, size);
  if (visits !== undefined) return visits;
  throw new ModelError({
    where: what,
    found: `chains that come back ${leadingEigenvalue(passed).toPrecision(3)} times as large`,
    expected: 'a spectral radius below 1',
    hint: 'Some group of firms passes all of a loss on within itself: its chains have no sum.',
  });
};
