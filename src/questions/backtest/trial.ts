import { isLaterThan } from '../../data/figures.ts';
import type { NetworkDocument } from '../../data/schema.ts';
import type { EventBook, MarketEvent } from './event-schema.ts';
import { type EventWeb, eventWeb, type Settings } from './event-web.ts';
import type { DayFacts } from './predictor.ts';
import { type Closes, sectorSlope } from './sector-slope.ts';

/** A firm whose move is scored. */
export interface TriedFirm {
  readonly id: string;
  /** Place in the compiled web. */
  readonly index: number;
  readonly movePercent: number;
  /** Sector slope, fitted on the other events. */
  readonly slope: number;
  /** What the sector slope leaves unexplained of the move. */
  readonly excessPercent: number;
  /** The origin of the news, or a firm with news of its own that day. */
  readonly ownNews: boolean;
  /** No value that old is known of it: the earliest later one stands in. */
  readonly looksAhead: boolean;
}

export interface LeftOut {
  readonly firm: string;
  readonly why: 'not-in-web' | 'value-unknown' | 'no-slope';
}

/** An event with the moves that predictions about it are scored on. */
export interface Trial {
  readonly on: EventWeb;
  readonly facts: DayFacts;
  readonly firms: readonly TriedFirm[];
  readonly leftOut: readonly LeftOut[];
}

const triedFirm = (
  on: EventWeb,
  facts: DayFacts,
  ownNews: ReadonlySet<string>,
  id: string,
  movePercent: number,
): TriedFirm | LeftOut => {
  const { network, asOf, event, hit } = on;
  const index = hit.web.firms.indexOf(id);
  if (index < 0 || network.getNodeAttribute(id, 'aggregate') === true) {
    return { firm: id, why: 'not-in-web' };
  }
  if (Number.isNaN(hit.web.valueUsd[index]!)) return { firm: id, why: 'value-unknown' };
  const slope = facts.slopes[index]!;
  if (slope === null) return { firm: id, why: 'no-slope' };
  return {
    id,
    index,
    movePercent,
    slope,
    excessPercent: movePercent - slope * event.soxPercent,
    ownNews: ownNews.has(id) || id === event.origin,
    looksAhead: isLaterThan(network.getNodeAttributes(id), 'valueUsd', asOf),
  };
};

/**
 * An event, on the web of the day before, with the moves to be explained; or why it can't be scored.
 * The slopes that clean a move of its sector part never see the event itself.
 */
export const trialOf = (
  document: NetworkDocument,
  book: EventBook,
  closes: Closes,
  event: MarketEvent,
  settings: Settings = {},
): Trial | { readonly why: string } => {
  const on = eventWeb(document, event, settings);
  if ('why' in on) return on;
  const facts: DayFacts = {
    soxPercent: event.soxPercent,
    slopes: on.hit.web.firms.map((firm) => sectorSlope(book, closes, firm, event.id)),
  };
  const ownNews = new Set(
    book.moves.flatMap(({ event: id, firm, ownNews: own }) =>
      own && id === event.id ? [firm] : [],
    ),
  );
  const firms: TriedFirm[] = [];
  const leftOut: LeftOut[] = [];
  for (const [id, percent] of closes.get(event.id) ?? []) {
    const tried = triedFirm(on, facts, ownNews, id, percent);
    if ('why' in tried) leftOut.push(tried);
    else firms.push(tried);
  }
  return { on, facts, firms, leftOut };
};
