import type { Deal, Status } from '../../src/data/schema.ts';
import type { DealTone, Theme } from '../theme/tokens.ts';
import { dealAmountUsd, type WidthBasis } from './deal-amount.ts';

export type DealPattern = 'solid' | 'dash' | 'double' | 'dot' | 'dash-dot';

export interface DealStyle {
  readonly pattern: DealPattern;
  readonly colour: string;
  /** Pixels at zoom 1. */
  readonly width: number;
  readonly alpha: number;
  readonly filledHead: boolean;
  /** Dollars unknown: a thin line with a gap at its middle, never drawn as zero. */
  readonly gap: boolean;
  readonly hidden: boolean;
}

const LEAST_WIDTH = 1.25;
const LARGEST_WIDTH = 9;

const STATUS: Readonly<Record<Status, { readonly alpha: number; readonly filled: boolean }>> = {
  closed: { alpha: 1, filled: true },
  signed: { alpha: 1, filled: true },
  announced: { alpha: 0.75, filled: true },
  loi: { alpha: 0.5, filled: false },
  reported: { alpha: 0.5, filled: false },
  rumoured: { alpha: 0.5, filled: false },
  cancelled: { alpha: 0, filled: false },
};

/** What a reader can tell apart, and hide, in the legend. */
export type DealLook = DealTone | 'guarantee';

export const DEAL_PATTERNS: Readonly<Record<DealLook, DealPattern>> = {
  equity: 'solid',
  order: 'dash',
  debt: 'double',
  warrant: 'dot',
  guarantee: 'dash-dot',
};

/** A double line or a dotted one can't be told from a plain one when it is thinner than this. */
const LEAST_PATTERN_WIDTH: Readonly<Record<DealPattern, number>> = {
  solid: 0,
  dash: 0,
  double: 3.5,
  dot: 2.25,
  'dash-dot': 2,
};

/** Warrants are equity and are drawn apart: nothing is held until something happens. */
export const dealTone = (deal: Deal): DealTone =>
  deal.kind === 'equity' && /warrant/i.test(deal.instrument) ? 'warrant' : deal.kind;

export const dealLook = (deal: Deal): DealLook =>
  deal.kind === 'debt' && /guarant/i.test(deal.instrument) ? 'guarantee' : dealTone(deal);

/** Width in pixels: 9 sqrt(usd / largest), at least 1.25. */
export const dealWidth = (usd: number | null, largestUsd: number): number =>
  usd === null || largestUsd <= 0
    ? LEAST_WIDTH
    : Math.max(LEAST_WIDTH, LARGEST_WIDTH * Math.sqrt(usd / largestUsd));

/** How a deal is drawn at rest. `largestUsd` is the largest deal shown, on the same `basis`. */
export const dealStyle = (
  deal: Deal,
  theme: Theme,
  basis: WidthBasis,
  largestUsd: number,
): DealStyle => {
  const pattern = DEAL_PATTERNS[dealLook(deal)];
  const usd = dealAmountUsd(deal, basis);
  const { alpha, filled } = STATUS[deal.status];
  return {
    pattern,
    colour: theme.deals[dealTone(deal)],
    width: Math.max(LEAST_PATTERN_WIDTH[pattern], dealWidth(usd, largestUsd)),
    alpha,
    filledHead: filled,
    gap: usd === null,
    hidden: deal.status === 'cancelled',
  };
};
