import type { Network } from '../../../data/graph.ts';
import type { Deal, Debt, Equity, Firm, Order } from '../../../data/schema.ts';
import type { Parts } from './facts.ts';

/** Places in a list of deals, one list per firm, each in the order of the deals. */
type PlacesByFirm = readonly (readonly number[])[];

/** A network's records by kind, with the place of every firm and of every firm's deals. */
export interface Records {
  readonly firms: readonly Firm[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly orders: readonly Order[];
  readonly equities: readonly Equity[];
  readonly debts: readonly Debt[];
  readonly ordersReceived: PlacesByFirm;
  readonly ordersPlaced: PlacesByFirm;
  readonly debtsOwed: PlacesByFirm;
  /** The place among the orders of the one that a tranche or warrant is linked to; -1 for none and for other kinds. */
  readonly linkedOrder: (link: string | undefined) => number;
}

/** The records that count, in the order of the network: all but the deals of which nothing is left. */
export const recordsOf = (network: Network, parts: Parts): Records => {
  const firms = network.mapNodes((_, firm) => firm);
  const indexOf = new Map(firms.map((firm, index) => [firm.id, index]));
  const orders: Order[] = [];
  const equities: Equity[] = [];
  const debts: Debt[] = [];
  network.forEachEdge((_, deal: Deal) => {
    if (parts.get(deal.id) === 0) return;
    if (deal.kind === 'order') orders.push(deal);
    else if (deal.kind === 'equity') equities.push(deal);
    else debts.push(deal);
  });
  const byFirm = <Item>(items: readonly Item[], firmOf: (item: Item) => string): PlacesByFirm => {
    const places = firms.map((): number[] => []);
    items.forEach((item, place) => {
      places[indexOf.get(firmOf(item))!]!.push(place);
    });
    return places;
  };
  const placeOfOrder = new Map(orders.map(({ id }, place) => [id, place]));
  return {
    firms,
    indexOf,
    orders,
    equities,
    debts,
    ordersReceived: byFirm(orders, ({ supplier }) => supplier),
    ordersPlaced: byFirm(orders, ({ customer }) => customer),
    debtsOwed: byFirm(debts, ({ borrower }) => borrower),
    linkedOrder: (link) => (link === undefined ? -1 : (placeOfOrder.get(link) ?? -1)),
  };
};
