import { endsOf } from '../../src/data/ends.ts';
import type { Network } from '../../src/data/graph.ts';
import type { Deal } from '../../src/data/schema.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import { mix } from '../theme/mix.ts';
import type { DealTone, Theme } from '../theme/tokens.ts';
import { type MapFilter, type Visible, visibleSet } from './core-set.ts';
import { dealAmountUsd, type WidthBasis } from './deal-amount.ts';
import { type DealStyle, dealStyle, dealTone } from './deal-style.ts';
import { type FirmStyle, firmRadius, firmStyle } from './firm-style.ts';
import { layLanes, type Placement } from './lanes.ts';
import { type Lens, NO_LENS } from './lens.ts';
import type { Lit } from './selection.ts';
import { shortName } from './short-name.ts';
import type { Frame } from './timeline.ts';

/**
 * Which way a loss ran along a deal: 1 along the deal's own direction (who owns, owes or orders ->
 * whom), -1 against it. A loss runs towards the firm that suffers it: a markdown from the issuer
 * back to the holder, a lost order on to the supplier. Null where the firm isn't an end of the deal.
 */
export const lossDirection = (deal: Deal, victim: string): 1 | -1 | null => {
  const [payer, payee] = endsOf(deal);
  if (victim === payee) return 1;
  return victim === payer ? -1 : null;
};

const BASE: Readonly<Record<DealTone, number>> = {
  order: 0.16,
  equity: 0.26,
  debt: 0.36,
  warrant: 0.46,
};
const STEP = 0.1;

/**
 * How far each deal bows to the left of its own direction, as a share of the distance between its
 * firms (height of the curve's control point).
 *
 * Opposite deals open into an eye, since each bows to its own left. Deals of one pair in one
 * direction nest by kind; a second deal of a kind takes the next free step outwards.
 */
export const curvatures = (network: Network): ReadonlyMap<string, number> => {
  const siblings = new Map<string, string[]>();
  for (const id of network.edges()) {
    const pair = network.extremities(id).join(' ');
    siblings.set(pair, [...(siblings.get(pair) ?? []), id]);
  }
  const result = new Map<string, number>();
  for (const ids of siblings.values()) {
    const nested = ids
      .map((id) => ({ id, base: BASE[dealTone(network.getEdgeAttributes(id))] }))
      .sort((a, b) => a.base - b.base || (a.id < b.id ? -1 : 1));
    let last = 0;
    for (const { id, base } of nested) {
      last = Math.max(base, last + STEP);
      result.set(id, last);
    }
  }
  return result;
};

/** Everything about the map that doesn't move while a cascade plays. */
export interface Layout {
  readonly visible: Visible;
  readonly placement: Placement;
  readonly curvature: ReadonlyMap<string, number>;
  readonly largestValueUsd: number;
  readonly largestUsd: number;
  readonly basis: WidthBasis;
  readonly lens: Lens;
}

/** What stands on the map at this moment. */
export interface Moment {
  readonly theme: Theme;
  readonly frame: Frame | null;
  /** The selection: all else steps back. */
  readonly lit: Lit | null;
  /** What the pointer or the focus is on: comes forward, and nothing steps back. */
  readonly hover: Lit | null;
}

export interface FirmPicture extends FirmStyle {
  /** 1 = in full view; colours are already mixed towards the page. */
  readonly alpha: number;
}

export interface DealPicture extends DealStyle {
  readonly curvature: number;
  /** Which way the fire runs: 1 along the deal, -1 against it, 0 no fire. */
  readonly fire: 1 | -1 | 0;
  readonly brightness: number;
  readonly progress: number;
  readonly ember: number;
  readonly lit: boolean;
}

/** Below this width labels take no part in the layout: only the largest are shown. */
export const NARROW_STAGE = 720;

/** How far everything else steps back: for a selection, and while fire runs. */
const UNSELECTED = 0.25;
const COLD_FIRM = 0.35;
const COLD_DEAL = 0.3;
/** Resting lines are quieter than the discs they join; a double line carries twice the ink. */
const CALM = 0.62;
const CALM_DOUBLE = 0.42;
const UNSELECTED_DEAL = 0.12;
const UNSELECTED_FIRE = 0.06;

/** A loss that rounds to 0.0 % doesn't bring a firm forward. */
const LEAST_HEAT = 0.001;

/** Smaller than this a disc can't carry its letter. */
const LEAST_RADIUS = 6.5;

const largest = (values: readonly (number | null | undefined)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);

/** Rough width of a label in pixels at 12 px: wide glyphs are square, Latin ones about half. */
export const labelWidth = (text: string): number =>
  [...text].reduce((sum, glyph) => sum + (glyph > '\u2e80' ? 12 : 6.6), 0);

/** Up to this distance in pixels a deal bows by its full curvature, beyond it grows slowly. */
const FULL_BOW = 200;
const SLOW_BOW = 0.3;

/** Curvatures for these places: a deal across the whole map must not bow out of it. */
const bowed = (network: Network, { places }: Placement): ReadonlyMap<string, number> => {
  const result = new Map<string, number>();
  for (const [id, curvature] of curvatures(network)) {
    const [payer, payee] = network.extremities(id).map((firm) => places.get(firm));
    if (payer === undefined || payee === undefined) continue;
    const distance = Math.hypot(payee.x - payer.x, payee.y - payer.y);
    const bow = Math.min(distance, FULL_BOW) + SLOW_BOW * Math.max(0, distance - FULL_BOW);
    result.set(id, distance > 0 ? (curvature * bow) / distance : curvature);
  }
  return result;
};

/** Place the visible firms of a network on a stage of these pixels. */
export const layPicture = (
  network: Network,
  filter: MapFilter,
  language: Language,
  stage: { readonly width: number; readonly height: number },
  basis: WidthBasis = 'total',
  lens: Lens = NO_LENS,
): Layout => {
  const visible = visibleSet(network, filter);
  const firms = [...visible.firms].map((id) => network.getNodeAttributes(id));
  const deals = [...visible.deals].map((id) => network.getEdgeAttributes(id));
  const largestValueUsd = largest(
    firms.map((firm) => (firm.aggregate === true ? null : firm.valueUsd)),
  );
  const placed = new Map(network.getAttribute('layout').map(({ firm, x }) => [firm, x]));
  const placement = layLanes(
    firms.map((firm) => ({
      id: firm.id,
      layer: firm.layer,
      shelf: firm.shelf,
      radius: firmRadius(firm, largestValueUsd, lens) + 4,
      labelWidth: stage.width < NARROW_STAGE ? 0 : labelWidth(shortName(firm, language)),
      x: placed.get(firm.id),
    })),
    [...visible.deals].map((id) => network.extremities(id) as [string, string]),
    stage,
  );
  return {
    visible,
    placement,
    curvature: bowed(network, placement),
    largestValueUsd,
    largestUsd: largest(deals.map((deal) => dealAmountUsd(deal, basis))),
    basis,
    lens,
  };
};

/** 0 before the shock, 1 once the run has set out: how far what is cold steps back. */
const underWay = (frame: Frame | null): number =>
  frame === null || frame.rounds === 0 ? 0 : Math.min(1, frame.position / 0.2);

export const firmPicture = (
  network: Network,
  layout: Layout,
  { theme, frame, lit, hover }: Moment,
  id: string,
): FirmPicture => {
  const outcome = frame?.firms.get(id);
  const style = firmStyle(
    network.getNodeAttributes(id),
    theme,
    layout.largestValueUsd,
    layout.lens,
    outcome,
  );
  const touched =
    outcome !== undefined && (outcome.heat >= LEAST_HEAT || outcome.failed || outcome.spark);
  const cold = touched ? 1 : 1 - (1 - COLD_FIRM) * underWay(frame);
  const shown = hover?.firms.has(id) || lit?.firms.has(id);
  const alpha = shown ? 1 : lit === null ? cold : UNSELECTED;
  const fade = (colour: string): string => mix(theme.bg, colour, alpha);
  return {
    ...style,
    alpha,
    radius: Math.max(LEAST_RADIUS, style.radius * layout.placement.scale),
    fill: fade(style.fill),
    ring: fade(style.ring),
    gap: fade(style.gap),
    glyphColour: fade(style.glyphColour),
  };
};

export const dealPicture = (
  network: Network,
  layout: Layout,
  { theme, frame, lit, hover }: Moment,
  id: string,
): DealPicture => {
  const deal = network.getEdgeAttributes(id);
  const style = dealStyle(deal, theme, layout.basis, layout.largestUsd);
  const heat = frame?.deals.get(id);
  const fire = heat === undefined ? 0 : (lossDirection(deal, heat.victim) ?? 0);
  const glow = Math.sqrt(Math.max(heat?.brightness ?? 0, heat?.ember ?? 0));
  const calm = style.pattern === 'double' ? CALM_DOUBLE : CALM;
  const cold = calm * (1 - (1 - COLD_DEAL) * underWay(frame) * (1 - glow));
  const isLit = (lit?.deals.has(id) || hover?.deals.has(id)) ?? false;
  const shade = isLit ? 1 : lit === null ? cold : UNSELECTED_DEAL;
  const shown = lit === null || isLit ? 1 : UNSELECTED_FIRE;
  return {
    ...style,
    width: style.width * Math.max(0.6, layout.placement.scale),
    alpha: style.alpha * shade,
    curvature: layout.curvature.get(id) ?? 0,
    fire,
    brightness: (heat?.brightness ?? 0) * shown,
    progress: heat?.progress ?? 0,
    ember: (heat?.ember ?? 0) * shown,
    lit: isLit,
  };
};
