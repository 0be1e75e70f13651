import type { Network } from '../data/graph.ts';
import { type DealKind, endsOf } from '../data/schema.ts';
import type { Bilingual, Measure } from './measure.ts';
import { dealWeight } from './weights.ts';

type Side = 'out' | 'in';

/** Dollars of one layer's deals at each firm: of the payer's side (`out`) or the payee's (`in`). */
const strengthOf = (network: Network, layer: DealKind, side: Side): Float64Array => {
  const row = new Map(network.nodes().map((id, index) => [id, index]));
  const strength = new Float64Array(network.order);
  network.forEachDirectedEdge((_, deal) => {
    if (deal.kind !== layer) return;
    const [payer, payee] = endsOf(deal);
    strength[row.get(side === 'out' ? payer : payee)!]! += dealWeight(deal, network).usd ?? 0;
  });
  return strength;
};

const strength = (layer: DealKind, side: Side, title: Bilingual, counted: string): Measure => ({
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
