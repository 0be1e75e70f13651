import type { Network } from '../../../data/graph.ts';
import type { Deal, Debt, Equity, Firm, Order } from '../../../data/schema.ts';

/** A network's records by kind, with the place of every firm. */
export interface Records {
  readonly firms: readonly Firm[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly orders: readonly Order[];
  readonly equities: readonly Equity[];
  readonly debts: readonly Debt[];
}

/** The records that count: all but the deals that are cut. */
export const recordsOf = (network: Network, cuts: ReadonlySet<string>): Records => {
  const firms = network.mapNodes((_, firm) => firm);
  const deals: Deal[] = network.mapEdges((_, deal) => deal).filter((deal) => !cuts.has(deal.id));
  return {
    firms,
    indexOf: new Map(firms.map((firm, index) => [firm.id, index])),
    orders: deals.filter((deal): deal is Order => deal.kind === 'order'),
    equities: deals.filter((deal): deal is Equity => deal.kind === 'equity'),
    debts: deals.filter((deal): deal is Debt => deal.kind === 'debt'),
  };
};
