import { type ParameterTable, resolveParameters } from '../base/parameter.ts';
import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import { echoes } from './echoes.ts';
import type { Measure } from './measure.ts';

export const influenceParameters = {
  labourShare: {
    kind: 'number',
    default: 0.3,
    min: 0.01,
    max: 1,
    step: 0.01,
    unit: 'share',
    meaning: {
      en: 'part of a firm’s cost that is not bought from firms',
      zh: '企业成本中不购自其他企业的比例',
    },
  },
} as const satisfies ParameterTable;

/**
 * Influence vector: v = (a / n) (I - (1 - a) S^T)^-1 1, S_ij = share of supplier j in the purchases
 * of customer i. How much aggregate output follows a shock to a firm's productivity; sums to 1 where
 * every firm buys.
 *
 * Acemoglu, Carvalho, Ozdaglar and Tahbaz-Salehi, The network origins of aggregate
 * fluctuations, Econometrica 80 (2012).
 *
 * @param orders  rows customers, columns suppliers
 * @param a       share of labour, 0..1 (0 excluded)
 */
export const influenceOf = (orders: WeightedGraph, a: number): Float64Array => {
  const { size, start } = orders;
  const weight = new Float64Array(orders.weight.length);
  for (let i = 0; i < size; i++) {
    let bought = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) bought += orders.weight[k]!;
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      weight[k] = ((1 - a) * orders.weight[k]!) / bought;
    }
  }
  const b = new Float64Array(size).fill(size === 0 ? 0 : a / size);
  return echoes('influence', transpose({ ...orders, weight }), b);
};

export const influence: Measure = {
  id: 'influence',
  title: { en: 'Influence vector', zh: '影响力向量' },
  unit: 'share',
  convention:
    'v = (a / n) (I - (1 - a) S^T)^-1 1 on orders, S = shares of suppliers in a customer’s orders, ' +
    'a = 0.3; other layers do not count; sums to less than 1 where some firms order nothing.',
  source: 'Acemoglu, Carvalho, Ozdaglar and Tahbaz-Salehi 2012',
  parameters: influenceParameters,
  fn: (network, { parameters } = {}) => {
    const { labourShare } = resolveParameters(influenceParameters, parameters);
    return influenceOf(dollarGraph(network, ['order']), labourShare);
  },
};
