import { ModelError } from '../base/errors.ts';
import { luFactor, luSolve } from '../numerics/linear/lu.ts';
import { dollarGraph, type WeightedGraph } from './dollar-graph.ts';
import type { Measure } from './measure.ts';

/** Part of every payment that is spread over all other rows, so that every row comes to every other. */
const JUMP = 0.01;
/** Memory is n² numbers: 72 MB here. */
const MOST_ROWS = 3000;

/** P by rows: payments as shares, 1 % of them spread over all other rows; a row that pays nobody spreads all. */
const payments = ({ size, start, column, weight }: WeightedGraph): Float64Array => {
  const p = new Float64Array(size * size).fill(JUMP / (size - 1));
  for (let i = 0; i < size; i++) {
    let paid = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) paid += weight[k]!;
    if (paid === 0) p.fill(1 / (size - 1), i * size, (i + 1) * size);
    p[i * size + i] = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      p[i * size + column[k]!]! += ((1 - JUMP) * weight[k]!) / paid;
    }
  }
  return p;
};

/** The distribution that P leaves as it is, of a P whose rows all come to each other. */
const stationary = (p: Float64Array, size: number): Float64Array => {
  const a = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) a[j * size + i] = (i === j ? 1 : 0) - p[i * size + j]!;
  }
  a.fill(1, (size - 1) * size);
  const right = new Float64Array(size);
  right[size - 1] = 1;
  return luSolve(luFactor(a, size)!, right);
};

/**
 * SinkRank of every row: (n - 1) over the sum, over all other rows, of the mean number of payments that
 * a dollar makes before it comes to the row; so the inverse of the mean way of a dollar to it.
 *
 * One inverse serves all rows: with Z = (I - P + 1 pi^T)^-1 and pi the stationary distribution the mean
 * way from j to i is (z_ii - z_ji) / pi_i (Kemeny and Snell 1960), so
 *
 *   SinkRank_i = (n - 1) pi_i / (n z_ii - sum_j z_ji)
 *
 * Soramäki and Cook, SinkRank: an algorithm for identifying systemically important banks in payment
 * systems, Economics 7 (2013). P is mixed with 1 % of even jumps to all other rows. Cost O(n³).
 *
 * @throws ModelError for more than 3,000 rows
 */
export const sinkrankOf = (graph: WeightedGraph): Float64Array => {
  const { size } = graph;
  if (size > MOST_ROWS) {
    throw new ModelError({
      where: 'sinkrank',
      found: `${size} firms`,
      expected: `at most ${MOST_ROWS}, since it takes a full matrix of them`,
    });
  }
  if (size < 2) return new Float64Array(size);
  const p = payments(graph);
  const pi = stationary(p, size);
  const a = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) a[i * size + j] = (i === j ? 1 : 0) - p[i * size + j]! + pi[j]!;
  }
  const lu = luFactor(a, size)!;
  const unit = new Float64Array(size);
  return pi.map((share, i) => {
    unit.fill(0);
    unit[i] = 1;
    const column = luSolve(lu, unit);
    const sum = column.reduce((total, value) => total + value, 0);
    return ((size - 1) * share) / (size * column[i]! - sum);
  });
};

export const sinkrank: Measure = {
  id: 'sinkrank',
  title: { en: 'SinkRank', zh: 'SinkRank 汇点排名' },
  unit: 'none',
  convention:
    'Inverse of the mean number of payments that a dollar, starting at any other firm, makes before it ' +
    'comes to the firm; it follows dollars of the chosen layers, payer to payee, with 1 % of even ' +
    'jumps; a firm that pays nobody jumps. At most 3,000 firms; 0 for a firm alone.',
  source: 'Soramäki and Cook 2013',
  parameters: {},
  fn: (network, { layers } = {}) => sinkrankOf(dollarGraph(network, layers)),
};
