import type { Network } from '../data/graph.ts';
import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import { echoes } from './echoes.ts';
import type { Measure } from './measure.ts';

/** Orders between firms, and what each sells outside and pays for besides. */
export interface InputOutput {
  /** Rows customers, columns suppliers, dollars a year. */
  readonly orders: WeightedGraph;
  /** Dollars a year that each row sells outside the web (final demand). */
  readonly soldOutsideUsd: Float64Array;
}

/** Output x_i = sales to the web and outside. */
const outputOf = ({ orders, soldOutsideUsd }: InputOutput): Float64Array => {
  const output = soldOutsideUsd.slice();
  orders.weight.forEach((usd, k) => {
    output[orders.column[k]!]! += usd;
  });
  return output;
};

/**
 * Upstreamness: how many steps from a row's output to its final use, weighted by dollars,
 *
 *   U_i = 1 + sum_j (Z_ij / x_i) U_j,  Z_ij what i sells to j, x_i its output
 *
 * so 1 for a row that sells to final users alone.
 * Antràs, Chor, Fally and Hillberry, Measuring the upstreamness of production and trade flows, American
 * Economic Review 102 (2012).
 *
 * @throws ModelError where rows sell to each other alone: their chains have no end
 */
export const upstreamnessOf = (web: InputOutput): Float64Array => {
  const output = outputOf(web);
  const sales = transpose(web.orders);
  const weight = sales.weight.slice();
  for (let i = 0; i < sales.size; i++) {
    for (let k = sales.start[i]!; k < sales.start[i + 1]!; k++) weight[k]! /= output[i]!;
  }
  return echoes('upstreamness', { ...sales, weight }, new Float64Array(sales.size).fill(1));
};

/**
 * Downstreamness: how many steps of suppliers stand behind a row's output, weighted by dollars,
 *
 *   D_j = 1 + sum_i (Z_ij / x_j) D_i
 *
 * so 1 for a row that buys nothing of the web. Equal to the output multiplier of Leontief. What a row
 * buys beyond its output counts as its whole output bought: its inputs are scaled down to it.
 *
 * @throws ModelError where rows only buy of each other
 */
export const downstreamnessOf = (web: InputOutput): Float64Array => {
  const { orders } = web;
  const output = outputOf(web);
  const weight = orders.weight.slice();
  for (let j = 0; j < orders.size; j++) {
    let bought = 0;
    for (let k = orders.start[j]!; k < orders.start[j + 1]!; k++) bought += weight[k]!;
    const base = Math.max(output[j]!, bought * (1 + LEAST_VALUE_ADDED));
    for (let k = orders.start[j]!; k < orders.start[j + 1]!; k++) weight[k]! /= base;
  }
  return echoes('downstreamness', { ...orders, weight }, new Float64Array(orders.size).fill(1));
};

/** A firm that orders more than it makes still adds this share of its orders itself. */
const LEAST_VALUE_ADDED = 0.01;

/** Orders of the web; a firm sells outside what its revenue exceeds its orders by, else nothing. */
export const inputOutputOf = (network: Network): InputOutput => {
  const orders = dollarGraph(network, ['order']);
  const soldOutsideUsd = Float64Array.from(
    orders.ids,
    (id) => network.getNodeAttribute(id, 'revenueUsd') ?? 0,
  );
  orders.weight.forEach((usd, k) => {
    soldOutsideUsd[orders.column[k]!]! -= usd;
  });
  return { orders, soldOutsideUsd: soldOutsideUsd.map((usd) => Math.max(0, usd)) };
};

const common = {
  unit: 'none',
  source: 'Antràs, Chor, Fally and Hillberry 2012',
  parameters: {},
} as const;

const convention =
  'on yearly orders; output is the reported revenue, or the orders received where those are more or ' +
  'revenue is unknown; other layers do not count';

export const upstreamness: Measure = {
  ...common,
  id: 'upstreamness',
  title: { en: 'Upstreamness', zh: '上游度' },
  convention: `Steps from the firm’s output to final use, weighted by dollars, ${convention}; 1 for a firm that sells to nobody in the web.`,
  fn: (network) => upstreamnessOf(inputOutputOf(network)),
};

export const downstreamness: Measure = {
  ...common,
  id: 'downstreamness',
  title: { en: 'Downstreamness', zh: '下游度' },
  convention: `Steps of suppliers behind the firm’s output, weighted by dollars, ${convention}; a firm that orders more than its output is taken to make 1 % more than it orders; 1 for a firm that orders nothing.`,
  fn: (network) => downstreamnessOf(inputOutputOf(network)),
};
