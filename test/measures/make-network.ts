import { MultiDirectedGraph } from 'graphology';
import type { Network, NetworkAttributes } from '../../src/data/graph.ts';
import { type Deal, endsOf, type Firm } from '../../src/data/schema.ts';

type FirmFields = Partial<Firm> & { id: string };

export const firm = (fields: FirmFields): Firm => ({
  name: { en: fields.id.toUpperCase() },
  layer: 'compute',
  ...fields,
});

const common = { announcedOn: '2026-01-01', status: 'signed', instrument: 'test' } as const;

export const order = (customer: string, supplier: string, fields: object): Deal => ({
  ...common,
  kind: 'order',
  id: `ord-${customer}-${supplier}`,
  customer,
  supplier,
  ...fields,
});

export const equity = (holder: string, issuer: string, fields: object): Deal => ({
  ...common,
  kind: 'equity',
  id: `eq-${holder}-${issuer}`,
  holder,
  issuer,
  ...fields,
});

export const debt = (lender: string, borrower: string, fields: object): Deal => ({
  ...common,
  kind: 'debt',
  id: `debt-${lender}-${borrower}`,
  lender,
  borrower,
  ...fields,
});

/** A network straight from records, without the loader. */
export const makeNetwork = (firms: readonly FirmFields[], deals: readonly Deal[]): Network => {
  const graph: Network = new MultiDirectedGraph<Firm, Deal, NetworkAttributes>();
  graph.replaceAttributes({
    name: 'test world',
    asOf: '2026-04-27',
    sources: [],
    facts: [],
    perGigawatt: [],
    uncertainty: [],
    layout: [],
  });
  for (const fields of firms) graph.addNode(fields.id, firm(fields));
  for (const deal of deals) graph.addDirectedEdgeWithKey(deal.id, ...endsOf(deal), deal);
  return graph;
};
