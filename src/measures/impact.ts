import { ModelError } from '../base/errors.ts';
import type { Network } from '../data/graph.ts';
import { dollarGraph } from './dollar-graph.ts';
import { exponential } from './matrix-exponential.ts';
import type { Measure } from './measure.ts';

/** Every firm's spread takes a matrix exponential of its own. */
const MOST_ROWS = 400;

/**
 * V_ij = min(1, what j has at stake with i / value of j): the part of j that i's failure takes, by rows.
 * Stakes and loans count. A firm of unknown value has no row to be hurt in: its column is 0.
 */
const impactMatrix = (network: Network): Float64Array => {
  const { ids, size, start, column, weight } = dollarGraph(network, ['equity', 'debt']);
  if (size > MOST_ROWS) {
    throw new ModelError({
      where: 'impact measures',
      found: `${size} firms`,
      expected: `at most ${MOST_ROWS}, since each takes a full matrix of them`,
    });
  }
  const v = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const valueUsd = network.getNodeAttribute(ids[j]!, 'valueUsd') ?? 0;
    if (valueUsd <= 0) continue;
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      v[column[k]! * size + j] = Math.min(1, weight[k]! / valueUsd);
    }
  }
  return v;
};

/** exp(V) without its diagonal: all ways of contagion from row to column, a way of l steps over l!. */
const communicability = (v: Float64Array, size: number): Float64Array => {
  const c = exponential(v, size);
  for (let i = 0; i < size; i++) c[i * size + i] = 0;
  return c;
};

const columnSums = (a: Float64Array, size: number): Float64Array => {
  const total = new Float64Array(size);
  a.forEach((value, at) => {
    total[at % size]! += value;
  });
  return total;
};

/**
 * Impact susceptibility: all ways of contagion that can reach a firm over the direct ones. Above 1: it
 * can be hit from beyond its neighbours.
 *
 * s_j = sum_i (exp(V))_ij / sum_i V_ij, i other than j; 0 where nothing is at stake.
 *
 * Silva, Souza and Tabak, Monitoring vulnerability and impact diffusion in financial networks, Central
 * Bank of Brazil, Working Paper 392 (2015). V is capped at 1, not turned into zeros and ones.
 */
export const susceptibilityOf = (v: Float64Array, size: number): Float64Array => {
  const direct = columnSums(v, size);
  const all = columnSums(communicability(v, size), size);
  return all.map((ways, j) => (direct[j]! > 0 ? ways / direct[j]! : 0));
};

/**
 * Impact diffusion: what a firm adds to the ways of contagion in the whole web, over its direct ones:
 * the fall of all entries of exp(V) once the firm passes nothing on.
 *
 * d_q = sum_ij max(0, exp(V)_ij - exp(V without row q)_ij) / sum_j V_qj, i other than j
 */
export const diffusionOf = (v: Float64Array, size: number): Float64Array => {
  const all = communicability(v, size);
  return Float64Array.from({ length: size }, (_, q) => {
    const row = v.subarray(q * size, (q + 1) * size);
    const direct = row.reduce((sum, value) => sum + value, 0);
    if (direct === 0) return 0;
    const muted = v.slice();
    muted.fill(0, q * size, (q + 1) * size);
    const without = communicability(muted, size);
    let fall = 0;
    for (let at = 0; at < all.length; at++) fall += Math.max(0, all[at]! - without[at]!);
    return fall / direct;
  });
};

const common = {
  unit: 'none',
  source: 'Silva, Souza and Tabak 2015',
  parameters: {},
} as const;

const stakes =
  'over stakes and loans as shares of the value of who holds them, at most 1; a firm of unknown value ' +
  'takes no part; other layers do not count; at most 400 firms';

export const impactSusceptibility: Measure = {
  ...common,
  id: 'impact-susceptibility',
  title: { en: 'Impact susceptibility', zh: '冲击敏感度' },
  convention: `All ways of contagion that reach the firm over the direct ones, ${stakes}; above 1 it can be hit from beyond its neighbours; 0 where nothing is at stake.`,
  fn: (network) => susceptibilityOf(impactMatrix(network), network.order),
};

export const impactDiffusion: Measure = {
  ...common,
  id: 'impact-diffusion',
  title: { en: 'Impact diffusion', zh: '冲击扩散度' },
  convention: `What the firm adds to all ways of contagion of the web over its direct ones, ${stakes}; 0 where nobody has anything at stake with it.`,
  fn: (network) => diffusionOf(impactMatrix(network), network.order),
};

export const impactFluidity: Measure = {
  ...common,
  id: 'impact-fluidity',
  title: { en: 'Impact fluidity', zh: '冲击流动度' },
  convention: `The firm’s part of the mean susceptibility of the web: its own over the number of firms, ${stakes}; the sum over all firms is the fluidity of the web.`,
  fn: (network) =>
    susceptibilityOf(impactMatrix(network), network.order).map((value) => value / network.order),
};
