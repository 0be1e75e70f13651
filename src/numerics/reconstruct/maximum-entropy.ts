import {
  countLinks,
  type Marginals,
  marginalGap,
  type Reconstruction,
  totalOf,
} from './marginals.ts';

const BISECTIONS = 200;

const smallerRoot = (room: number, product: number): number => {
  if (product === 0) return 0;
  return (2 * product) / (room + Math.sqrt(Math.max(0, room * room - 4 * product)));
};

/** Where f changes its sign between two ends. */
const bisect = (f: (at: number) => number, one: number, other: number): number => {
  let [low, high] = [one, other];
  const lowSign = Math.sign(f(low));
  for (let turn = 0; turn < BISECTIONS; turn++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(f(middle)) === lowSign) low = middle;
    else high = middle;
  }
  return low + (high - low) / 2;
};

/**
 * Where RAS without a diagonal ends, from one unknown. Its entries are r_i c_j off the diagonal; with
 * m_i = r_i c_i and T = Σ r Σ c the marginals say m_i T = (a_i + m_i)(l_i + m_i), and T = X + Σ m_i.
 * So each m_i is a root of a quadratic in T, the smaller one except perhaps of the largest firm, and T
 * is found by bisection. Plain RAS needs ever more sweeps as one firm comes to hold half of everything.
 *
 * @param total  X, the sum of the assets; no firm's assets and liabilities together reach it
 * @returns      m, per firm, in the currency of the marginals
 */
const ownProducts = ({ assets, liabilities }: Marginals, total: number): number[] => {
  const product = assets.map((amount, i) => amount * liabilities[i]!);
  const both = assets.map((amount, i) => amount + liabilities[i]!);
  const leastRoom = both.map((sum, i) => sum + 2 * Math.sqrt(product[i]!));
  const least = Math.max(...leastRoom);
  const largest = leastRoom.indexOf(least);
  const small = (t: number) => both.map((sum, i) => smallerRoot(t - sum, product[i]!));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const plain = (t: number) => t - total - sum(small(t));
  if (plain(least) <= 0) {
    const most = total + sum(product.map(Math.sqrt));
    return small(bisect(plain, least, Math.max(most, least)));
  }
  const dominated = (t: number) => {
    const roots = small(t);
    return both[largest]! - total + 2 * roots[largest]! - sum(roots);
  };
  let far = 2 * Math.max(least, total);
  while (dominated(far) > 0) far *= 2;
  const t = bisect(dominated, least, far);
  const roots = small(t);
  roots[largest] = t - both[largest]! - roots[largest]!;
  return roots;
};

/** A firm this near to being one side of every loan leaves no room for loans between others. */
const TIGHT = 1e-12;
const MAX_SWEEPS = 1000;

const withoutOwn = (values: readonly number[], own: number): number =>
  values.reduce((sum, value, i) => (i === own ? sum : sum + value), 0);

const outer = (rows: readonly number[], columns: readonly number[]): number[][] =>
  rows.map((r, i) => columns.map((c, j) => (i === j ? 0 : r * c)));

const divided = (amount: number, by: number): number => (amount === 0 ? 0 : amount / by);

/** All loans have the hub on one side: the only matrix there is. */
const star = ({ assets, liabilities }: Marginals, hub: number): number[][] =>
  assets.map((amount, i) =>
    liabilities.map((due, j) => {
      if (i === j || (i !== hub && j !== hub)) return 0;
      return i === hub ? due : amount;
    }),
  );

/**
 * The most even matrix of loans with given marginals and no diagonal: maximum entropy, to which RAS
 * converges (Upper 2011 surveys its use for networks of banks). Every firm then lends to all that
 * borrow, which spreads contagion too evenly.
 *
 * Found from one scalar equation and polished by RAS sweeps, so that marginals hold to rounding;
 * programs that stop RAS at a marginal error of 1e-3 give other digits. Cost O(n²) a sweep.
 *
 * @returns  rows: lenders, columns: borrowers, in the currency of the marginals
 * @throws DataError, ModelError as `totalOf`
 */
export const maximumEntropy = (marginals: Marginals): Reconstruction => {
  const { assets, liabilities } = marginals;
  const total = totalOf(marginals);
  const hub = assets.findIndex((amount, i) => amount + liabilities[i]! >= total * (1 - TIGHT));
  if (hub >= 0 || assets.length === 0) {
    const matrix = star(marginals, hub);
    const residual = marginalGap(matrix, marginals);
    return { matrix, links: countLinks(matrix), converged: true, residual, iterations: 0 };
  }
  const own = ownProducts(marginals, total);
  const level = total + own.reduce((sum, product) => sum + product, 0);
  let columns = liabilities.map((due, j) => (due + own[j]!) / level);
  let best = { matrix: [] as number[][], residual: Number.POSITIVE_INFINITY };
  for (let iterations = 1; ; iterations++) {
    const current = columns;
    const rows = assets.map((amount, i) => divided(amount, withoutOwn(current, i)));
    columns = liabilities.map((due, j) => divided(due, withoutOwn(rows, j)));
    const matrix = outer(rows, columns);
    const residual = marginalGap(matrix, marginals);
    const better = residual < best.residual;
    if (better) best = { matrix, residual };
    if (better && residual > 0 && iterations < MAX_SWEEPS) continue;
    const converged = best.residual <= 1e-12 * total;
    return { ...best, links: countLinks(best.matrix), converged, iterations };
  }
};
