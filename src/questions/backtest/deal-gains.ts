import { isLaterThan } from '../../data/figures.ts';
import type { Network } from '../../data/graph.ts';
import { flowBasis, perGigawattRow, termOf } from '../../data/order-term.ts';
import { buildNetwork } from '../../data/parse.ts';
import { resolve } from '../../data/resolve.ts';
import type { NetworkDocument, Order } from '../../data/schema.ts';
import type { DerivationSettings } from '../../models/chained-boats/inputs/settings.ts';
import { fillDefaults, settingsOf } from '../../models/chained-boats/simulate.ts';
import type { EventBook, MarketEvent, Move } from './event-schema.ts';
import { dayBefore } from './event-web.ts';

/** What the market gave a supplier for an order, dollar by dollar. */
export interface DealGain {
  readonly event: string;
  readonly deal: string;
  readonly supplier: string;
  /** Dollars of the whole contract; null: nobody stated them. */
  readonly orderedUsd: number | null;
  /** True: gigawatts times dollars per gigawatt, not a stated sum. */
  readonly imputed: boolean;
  /** Market value the day before: by the latest observation, or one of the day less its move. */
  readonly valueUsd: number;
  /** The day of that value, and whether that is later than the event. */
  readonly valueOn: string | null;
  readonly looksAhead: boolean;
  readonly gains: {
    readonly window: 'close' | '2d' | '3d' | '5d';
    readonly percent: number;
    readonly usd: number;
    /** Market value gained per dollar ordered. */
    readonly perOrderedUsd: number | null;
  }[];
}

const WINDOWS = ['close', '2d', '3d', '5d'] as const;

/** Dollars of a whole contract, as stated or by its gigawatts. */
export const contractUsd = (
  order: Order,
  settings: DerivationSettings,
): { readonly usd: number | null; readonly imputed: boolean } => {
  const { start, end } = termOf(order, settings);
  switch (flowBasis(order, settings)) {
    case 'schedule':
      return { usd: order.schedule!.reduce((sum, { usd }) => sum + usd, 0), imputed: false };
    case 'per-year':
      return { usd: order.perYearUsd! * (end - start), imputed: false };
    case 'total':
      return { usd: order.amountUsd!, imputed: false };
    case 'per-gigawatt': {
      const { basis, usdPerGw } = perGigawattRow(order, settings.perGigawatt)!;
      const usd = usdPerGw * order.capacityGw!;
      return { usd: basis === 'per-year' ? usd * (end - start) : usd, imputed: true };
    }
    case 'unknown':
      return { usd: null, imputed: false };
  }
};

const gainOf = (
  book: EventBook,
  event: MarketEvent,
  order: Order,
  before: Network,
): DealGain | undefined => {
  const { supplier } = order;
  const firm = before.getNodeAttributes(supplier);
  const valueOn = firm.figuresOn?.valueUsd ?? firm.asOf ?? null;
  const moveOver = (window: Move['window']) =>
    book.moves.find(
      (one) => one.event === event.id && one.firm === supplier && one.window === window,
    );
  if (firm.valueUsd === undefined) return undefined;
  /** A value of the day itself already holds the move of that day. */
  const moved = valueOn === event.on ? (moveOver('close')?.percent ?? 0) / 100 : 0;
  const valueUsd = firm.valueUsd / (1 + moved);
  const scenario = fillDefaults({ version: 1, name: 'terms', shocks: [] });
  const { usd: orderedUsd, imputed } = contractUsd(order, settingsOf(before, scenario));
  const gains = WINDOWS.flatMap((window) => {
    const move = moveOver(window);
    if (move === undefined) return [];
    const usd = (valueUsd * move.percent) / 100;
    const perOrderedUsd = orderedUsd === null || orderedUsd === 0 ? null : usd / orderedUsd;
    return [{ window, percent: move.percent, usd, perOrderedUsd }];
  });
  return {
    event: event.id,
    deal: order.id,
    supplier,
    orderedUsd,
    imputed,
    valueUsd,
    valueOn,
    looksAhead: isLaterThan(firm, 'valueUsd', before.getAttribute('asOf')),
    gains,
  };
};

/**
 * For every new deal that was good news: market value gained by the supplier per dollar ordered, over
 * one, two, three and five sessions where recorded. The order’s terms are those of the day; the value
 * is that of the day before, times the move in percent.
 */
export const dealGains = (document: NetworkDocument, book: EventBook): DealGain[] =>
  book.events
    .filter(({ kind, direction }) => kind === 'new-deal' && direction === 'good')
    .flatMap((event) => {
      const told = resolve(document, event.on).deals;
      const before = buildNetwork(document, { asOf: dayBefore(event.on) });
      return (event.deals ?? []).flatMap((id) => {
        const order = told.find((deal): deal is Order => deal.id === id && deal.kind === 'order');
        return order === undefined ? [] : (gainOf(book, event, order, before) ?? []);
      });
    });
