import type { Network } from '../../data/graph.ts';
import { type Entry, toCsr } from '../../measures/dollar-graph.ts';
import {
  type DealPair,
  dividedByColumn,
  type ExposedWeb,
  layerDeals,
  sumsBy,
} from './exposed-web.ts';

/**
 * All three layers in one unit, dollars of value at stake: stakes at their worth, loans at their face,
 * and for an order the part of the supplier's own value that rests on it,
 *
 *   max(0, value - worth of its stakes) x order / max(revenue, orders received)
 *
 * so that no yearly flow is added to a stock. Where value or revenue of the supplier is unknown, so is
 * what rests on the order. A loss passes on as a share of the value of the firm that has it.
 */
export const valueAtStake = (network: Network): ExposedWeb => {
  const [equity, order, debt] = [
    layerDeals(network, 'equity'),
    layerDeals(network, 'order'),
    layerDeals(network, 'debt'),
  ];
  const { ids } = equity;
  const size = ids.length;
  const firms = network.mapNodes((_, firm) => firm);
  const stakesUsd = sumsBy(equity.entries, size, 'row');
  const receivedUsd = sumsBy(order.entries, size, 'row');
  const restsOnOrders = (i: number): number | undefined => {
    const { valueUsd, revenueUsd } = firms[i]!;
    if (valueUsd === undefined || revenueUsd === undefined) return undefined;
    return Math.max(0, valueUsd - stakesUsd[i]!) / Math.max(revenueUsd, receivedUsd[i]!);
  };
  const isKnown = ({ exposed }: DealPair): boolean => restsOnOrders(exposed) !== undefined;
  const entries: readonly Entry[] = [
    ...equity.entries,
    ...debt.entries,
    ...order.entries.flatMap(([supplier, customer, usd]): Entry[] => {
      const value = restsOnOrders(supplier);
      return value === undefined ? [] : [[supplier, customer, usd * value]];
    }),
  ];
  const unvalued = order.counted.filter((pair) => !isKnown(pair));
  return {
    ids,
    direct: toCsr(size, entries),
    passed: toCsr(
      size,
      dividedByColumn(entries, (column) => firms[column]!.valueUsd),
    ),
    counted: [...equity.counted, ...order.counted.filter(isKnown), ...debt.counted],
    unknown: [...equity.unknown, ...order.unknown, ...debt.unknown, ...unvalued],
    leftOut: [
      ...equity.leftOut,
      ...order.leftOut,
      ...debt.leftOut,
      ...unvalued.map(({ deal }) => ({
        deal,
        reason: 'value or revenue of the supplier unknown',
      })),
    ],
  };
};
