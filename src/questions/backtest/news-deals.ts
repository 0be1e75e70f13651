import type { Network } from '../../data/graph.ts';
import { flowBasis } from '../../data/order-term.ts';
import { resolve } from '../../data/resolve.ts';
import { type Deal, endsOf, type NetworkDocument } from '../../data/schema.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import type { MarketEvent } from './event-schema.ts';
import { UNSTATED_ORDER_USD } from './rules.ts';

/**
 * A deal as the news told it: the record of that day, or, where the record is of a later day, no more
 * than its ends and its kind.
 */
const asTold = (document: NetworkDocument, id: string, event: MarketEvent): Deal | undefined => {
  const onTheDay = resolve(document, event.on).deals.find((deal) => deal.id === id);
  if (onTheDay !== undefined) return onTheDay;
  const later = document.deals.find((deal) => deal.id === id);
  if (later === undefined) return undefined;
  const told = { id, announcedOn: event.on, status: 'announced', instrument: later.instrument };
  switch (later.kind) {
    case 'order':
      return { ...told, kind: 'order', customer: later.customer, supplier: later.supplier } as Deal;
    case 'equity':
      return { ...told, kind: 'equity', holder: later.holder, issuer: later.issuer } as Deal;
    case 'debt':
      return { ...told, kind: 'debt', lender: later.lender, borrower: later.borrower } as Deal;
  }
};

const withDollars = (deal: Deal, settings: DerivationSettings): Deal =>
  deal.kind === 'order' && flowBasis(deal, settings) === 'unknown'
    ? { ...deal, perYearUsd: UNSTATED_ORDER_USD }
    : deal;

/**
 * Put the deals of the news into the web: each on the terms that were told that day, an order without
 * dollars at a conventional size. A deal that is there already stays as it is.
 */
export const addDeals = (
  network: Network,
  document: NetworkDocument,
  event: MarketEvent,
  settings: DerivationSettings,
): void => {
  const told = (event.deals ?? []).flatMap((id) => asTold(document, id, event) ?? []);
  const ids = new Set(told.map(({ id }) => id));
  const isThere = (id: string | undefined) =>
    id !== undefined && (ids.has(id) || network.hasEdge(id));
  for (const deal of told) {
    const { link, within, ...rest } = withDollars(deal, settings);
    const [payer, payee] = endsOf(deal);
    if (network.hasEdge(deal.id) || !network.hasNode(payer) || !network.hasNode(payee)) continue;
    network.addDirectedEdgeWithKey(deal.id, payer, payee, {
      ...rest,
      ...(isThere(link) ? { link } : {}),
      ...(isThere(within) ? { within } : {}),
    } as Deal);
  }
};
