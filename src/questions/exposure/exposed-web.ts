import type { Network } from '../../data/graph.ts';
import { type Deal, type DealKind, endsOf } from '../../data/schema.ts';
import {
  type Entry,
  type LeftOutDeal,
  toCsr,
  type WeightedGraph,
} from '../../measures/dollar-graph.ts';
import { dealWeight } from '../../measures/weights.ts';
import { stakeOf } from '../../models/chained-boats/inputs/capital-flow.ts';

/** A pair of rows, and the deal between them. */
export interface DealPair {
  readonly exposed: number;
  readonly to: number;
  readonly deal: string;
}

/**
 * Who is exposed to whom in one layer, and how a loss is passed on. Row: the firm that is exposed
 * (holder, supplier, lender); column: to whom (issuer, customer, borrower).
 */
export interface ExposedWeb {
  readonly ids: readonly string[];
  /** Dollars: worth of stakes, yearly orders, faces of loans. */
  readonly direct: WeightedGraph;
  /** Dollars that the row loses per dollar that the column loses. */
  readonly passed: WeightedGraph;
  /** Deals that count, with known dollars. */
  readonly counted: readonly DealPair[];
  /** Deals of unknown dollars. */
  readonly unknown: readonly DealPair[];
  readonly leftOut: readonly LeftOutDeal[];
}

/** Who is exposed through a deal, and to whom: holder to issuer, supplier to customer, lender to borrower. */
export const exposedEnds = (deal: Deal): readonly [exposed: string, to: string] => {
  const [payer, payee] = endsOf(deal);
  return deal.kind === 'order' ? [payee, payer] : [payer, payee];
};

/** Whether a deal stands today: not torn up, and due without a condition. */
const stands = (deal: Deal): boolean => deal.status !== 'cancelled' && deal.contingent !== true;

interface LayerDeals {
  readonly ids: readonly string[];
  readonly entries: readonly Entry[];
  readonly counted: readonly DealPair[];
  readonly unknown: readonly DealPair[];
  readonly leftOut: readonly LeftOutDeal[];
}

/** The deals of one layer in dollars, by pair of firms. */
export const layerDeals = (network: Network, layer: DealKind): LayerDeals => {
  const ids = network.nodes();
  const row = new Map(ids.map((id, index) => [id, index]));
  const entries: Entry[] = [];
  const [counted, unknown]: [DealPair[], DealPair[]] = [[], []];
  const leftOut: LeftOutDeal[] = [];
  network.forEachDirectedEdge((id, deal) => {
    if (deal.kind !== layer) return;
    const [one, other] = exposedEnds(deal);
    const pair = { exposed: row.get(one)!, to: row.get(other)!, deal: id };
    const { usd, reason } = dealWeight(deal, network);
    if (usd === null) {
      leftOut.push({ deal: id, reason });
      if (stands(deal)) unknown.push(pair);
    } else if (usd > 0) {
      entries.push([pair.exposed, pair.to, usd]);
      counted.push(pair);
    }
  });
  return { ids, entries, counted, unknown, leftOut };
};

/** Entries divided by a figure of their column; a column without one passes nothing on. */
export const dividedByColumn = (
  entries: readonly Entry[],
  baseUsd: (column: number) => number | undefined,
): Entry[] =>
  entries.flatMap(([row, column, usd]): Entry[] => {
    const base = baseUsd(column);
    return base === undefined || base <= 0 ? [] : [[row, column, usd / base]];
  });

export const sumsBy = (
  entries: readonly Entry[],
  size: number,
  end: 'row' | 'column',
): Float64Array => {
  const sums = new Float64Array(size);
  for (const [row, column, usd] of entries) sums[end === 'row' ? row : column]! += usd;
  return sums;
};

/**
 * Shares of issuers that firms of the web own, `[holder, issuer, share]`: as stated, else worth or
 * cash over the issuer's value. Where they add up to more than an issuer, all of its shrink alike.
 */
export const stakesHeld = (network: Network): readonly Entry[] => {
  const row = new Map(network.nodes().map((id, index) => [id, index]));
  const held: Entry[] = [];
  network.forEachDirectedEdge((_, deal) => {
    if (deal.kind !== 'equity' || !stands(deal)) return;
    const stake = stakeOf(deal, network.getNodeAttributes(deal.issuer))?.stake ?? 0;
    const isWithin = deal.within !== undefined && network.hasEdge(deal.within);
    const own = isWithin ? 1 - (deal.withinShare ?? 1) : 1;
    held.push([row.get(deal.holder)!, row.get(deal.issuer)!, stake * own]);
  });
  const total = sumsBy(held, network.order, 'column');
  return held.map(([holder, issuer, stake]) => [
    holder,
    issuer,
    stake / Math.max(1, total[issuer]!),
  ]);
};

const figure = (network: Network, name: 'valueUsd' | 'revenueUsd') => {
  const figures = network.mapNodes((_, firm) => firm[name]);
  return (index: number): number | undefined => figures[index];
};

/**
 * Yearly output of every firm: its revenue, or the orders that it gets or places where those are more
 * (what it buys beyond its sales is paid for by money from outside).
 */
export const outputsUsd = (network: Network, orders: readonly Entry[]): Float64Array => {
  const received = sumsBy(orders, network.order, 'row');
  const placed = sumsBy(orders, network.order, 'column');
  const revenue = figure(network, 'revenueUsd');
  return received.map((usd, i) => Math.max(usd, placed[i]!, revenue(i) ?? 0));
};

/** What one layer's losses pass on: stakes, input coefficients, loans over the borrower's value. */
const passedOn = (
  network: Network,
  layer: DealKind,
  entries: readonly Entry[],
): readonly Entry[] => {
  if (layer === 'equity') return stakesHeld(network);
  if (layer === 'debt') return dividedByColumn(entries, figure(network, 'valueUsd'));
  const output = outputsUsd(network, entries);
  return dividedByColumn(entries, (column) => output[column]);
};

/** One layer as a web of exposures. */
export const exposedWeb = (network: Network, layer: DealKind): ExposedWeb => {
  const { ids, entries, counted, unknown, leftOut } = layerDeals(network, layer);
  return {
    ids,
    direct: toCsr(ids.length, entries),
    passed: toCsr(ids.length, passedOn(network, layer, entries)),
    counted,
    unknown,
    leftOut,
  };
};
