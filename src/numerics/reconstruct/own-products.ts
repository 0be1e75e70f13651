import type { Marginals } from './marginals.ts';

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
export const ownProducts = ({ assets, liabilities }: Marginals, total: number): number[] => {
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
