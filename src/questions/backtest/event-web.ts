import type { Network } from '../../data/graph.ts';
import { flowBasis } from '../../data/order-term.ts';
import { buildNetwork } from '../../data/parse.ts';
import { resolve } from '../../data/resolve.ts';
import { type Deal, endsOf, type NetworkDocument } from '../../data/schema.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import { shockArrays } from '../../models/chained-boats/shocks.ts';
import {
  compileWeb,
  type FullScenario,
  fillDefaults,
  settingsOf,
} from '../../models/chained-boats/simulate.ts';
import type { Web } from '../../models/chained-boats/web.ts';
import { type HitWeb, hitWeb } from '../../models/on-web/hit-web.ts';
import type { Scenario, Shock } from '../../scenario/schema.ts';
import type { MarketEvent } from './event-schema.ts';
import { ordersOfOrigin, type Rule, ruleOf, SHOCK_SIZE, UNSTATED_ORDER_USD } from './rules.ts';

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
const addDeals = (
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

/** What every run of a backtest shares: time span, parameters and weights of the model. */
export interface Settings extends Pick<Scenario, 'time' | 'parameters' | 'weights'> {
  /** Of the shocks on firms and orders; default `SHOCK_SIZE`. */
  readonly size?: number;
  /** Factor on the revenue elasticity of the firms of a layer: a multiple that falls further. */
  readonly layerFactors?: Readonly<Record<string, number>>;
  /** Orders whose dollars nobody stated count this share of their supplier’s revenue; default none. */
  readonly unstatedShare?: number;
  /** Bad news about a firm’s funding also cuts what it orders, before its cash is used up. */
  readonly fundingCutsOrders?: boolean;
}

/** An event on the web of the day before. */
export interface EventWeb {
  readonly event: MarketEvent;
  readonly rule: Rule;
  /** The web as known the day before, with the deals of the news where the rule adds them. */
  readonly network: Network;
  readonly asOf: string;
  readonly hit: HitWeb;
  readonly shocks: readonly Shock[];
  /** +1: what the shock takes is what the news gives. */
  readonly sign: 1 | -1;
}

const DAY_MS = 86_400_000;

/** The calendar day before. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** The scenario that all events share, without their shocks. */
export const sharedScenario = ({ time, parameters, weights }: Settings): FullScenario =>
  fillDefaults({
    version: 1,
    name: 'backtest',
    shocks: [],
    ...(time === undefined ? {} : { time }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(weights === undefined ? {} : { weights }),
  });

const applyLayerFactors = (
  network: Network,
  { layerFactors = {} }: Settings,
  { parameters }: DerivationSettings,
): void => {
  network.forEachNode((id, { layer, model }) => {
    const factor = layerFactors[layer];
    if (factor === undefined) return;
    const revenueElasticity = factor * (model?.revenueElasticity ?? parameters.revenueElasticity);
    network.setNodeAttribute(id, 'model', { ...model, revenueElasticity });
  });
};

const countUnstated = (network: Network, share: number, derived: DerivationSettings): void => {
  network.forEachEdge((id, deal) => {
    if (deal.kind !== 'order' || flowBasis(deal, derived) !== 'unknown') return;
    const { revenueUsd } = network.getNodeAttributes(deal.supplier);
    if (revenueUsd === undefined) return;
    network.replaceEdgeAttributes(id, { ...deal, perYearUsd: share * revenueUsd });
  });
};

const shocksFor = (event: MarketEvent, web: Web, settings: Settings): readonly Shock[] => {
  const size = settings.size ?? SHOCK_SIZE;
  const shocks = ruleOf(event).shocks(event, web, size);
  const isFunding = event.kind === 'funding' && event.direction === 'bad';
  if (!isFunding || settings.fundingCutsOrders !== true) return shocks;
  return [...shocks, ...ordersOfOrigin(event, web, size)];
};

/**
 * The web of the day before an event, hit by what the rules make of the news. Nothing of the event's
 * own day or later is in it but the terms of its deals; a firm's value that is a later observation
 * (`isLaterThan`) stands in where no earlier one is known.
 *
 * @returns the event on its web, or why it can't be scored
 */
export const eventWeb = (
  document: NetworkDocument,
  event: MarketEvent,
  settings: Settings = {},
): EventWeb | { readonly why: string } => {
  const rule = ruleOf(event);
  const { origin } = event;
  if (rule.by === 'none' || origin === undefined) return { why: rule.says.en };
  const network = buildNetwork(document, { asOf: dayBefore(event.on) });
  const asOf = network.getAttribute('asOf');
  const full = sharedScenario(settings);
  const derived = settingsOf(network, full);
  if (rule.by === 'deals') addDeals(network, document, event, derived);
  applyLayerFactors(network, settings, derived);
  if (settings.unstatedShare !== undefined) {
    countUnstated(network, settings.unstatedShare, derived);
  }
  if (!network.hasNode(origin) || network.degree(origin) === 0) {
    return { why: `${origin} is not in the web on ${asOf}` };
  }
  const { web, derivation } = compileWeb(network, full);
  const shocks = shocksFor(event, web, settings);
  if (shocks.length === 0) {
    return { why: `nothing that the news is about is in the web on ${asOf}` };
  }
  const hit = hitWeb(web, shockArrays(web, shocks, derivation.layers), derivation.layers);
  return { event, rule, network, asOf, hit, shocks, sign: event.direction === 'good' ? 1 : -1 };
};
