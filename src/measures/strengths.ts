import { weightedInDegree, weightedOutDegree } from 'graphology-metrics/node/weighted-degree.js';
import type { Network } from '../data/graph.ts';
import type { Deal, DealKind } from '../data/schema.ts';
import type { Bilingual, Measure } from './measure.ts';
import { dealWeight } from './weights.ts';

/** Of the payer's side (`out`) or the payee's (`in`). */
const SIDES = { out: weightedOutDegree, in: weightedInDegree } as const;

/**
 * Dollars of one layer's deals at each firm: graphology-metrics' weighted degree. It takes an edge
 * without a number for one of 1, so a deal of another layer or of unknown dollars is handed over as 0.
 */
const strengthOf = (network: Network, layer: DealKind, side: keyof typeof SIDES): Float64Array => {
  const usdOf = (_: string, deal: Deal): number =>
    deal.kind === layer ? (dealWeight(deal, network).usd ?? 0) : 0;
  return Float64Array.from(network.nodes(), (id) => SIDES[side](network, id, usdOf));
};

const strength = (
  layer: DealKind,
  side: keyof typeof SIDES,
  title: Bilingual,
  counted: string,
): Measure => ({
  id: `${layer}-${side}`,
  title,
  unit: layer === 'order' ? 'usd-per-year' : 'usd',
  convention: `${counted}; deals without known dollars are left out; 0 for a firm without any.`,
  source: 'weighted degree by layer',
  parameters: {},
  fn: (network) => strengthOf(network, layer, side),
});

/** In and out strength of each layer, in dollars. */
export const strengths: readonly Measure[] = [
  strength('equity', 'out', { en: 'Stakes held', zh: '持有股权' }, 'Worth of the stakes it holds'),
  strength('equity', 'in', { en: 'Stakes issued', zh: '被持股权' }, 'Worth of stakes held in it'),
  strength('order', 'out', { en: 'Orders placed', zh: '发出订单' }, 'Mean yearly orders it places'),
  strength('order', 'in', { en: 'Orders received', zh: '收到订单' }, 'Mean yearly orders it gets'),
  strength('debt', 'out', { en: 'Loans given', zh: '借出贷款' }, 'Face of what it lends'),
  strength('debt', 'in', { en: 'Loans owed', zh: '所欠贷款' }, 'Face of what it owes'),
];
