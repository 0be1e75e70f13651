import type { Firm } from '../../src/data/schema.ts';
import { fireColour } from '../theme/fire-colour.ts';
import { mix } from '../theme/mix.ts';
import type { Theme } from '../theme/tokens.ts';
import { layerLook } from './layers.ts';
import type { Lens } from './lens.ts';
import type { FirmFrame } from './timeline.ts';

/** Disc of a firm in pixels at zoom 1. Unknown values get their own size, never the smallest disc. */
const LEAST_RADIUS = 7;
const LARGEST_RADIUS = 44;
const UNKNOWN_RADIUS = 9;
/** Below this loss the fill blends from the layer's colour into the ramp instead of jumping. */
const FULL_HEAT_FROM = 0.005;

/**
 * r = max(7, 44 (v / v_max)^0.3) px. Compressed on purpose: values run over three orders of
 * magnitude, and with true area half of the firms would sit on the floor.
 */
export const discRadius = (valueUsd: number, largestValueUsd: number): number =>
  largestValueUsd > 0
    ? Math.max(LEAST_RADIUS, LARGEST_RADIUS * (valueUsd / largestValueUsd) ** 0.3)
    : LEAST_RADIUS;

/** Disc of a firm in pixels at zoom 1: by its value, or by the measure that the lens is set to. */
export const firmRadius = (firm: Firm, largestValueUsd: number, { size }: Lens): number => {
  if (size === null) {
    return firm.aggregate === true || firm.valueUsd === undefined
      ? UNKNOWN_RADIUS
      : discRadius(firm.valueUsd, largestValueUsd);
  }
  const share = size.get(firm.id);
  return share === undefined
    ? UNKNOWN_RADIUS
    : Math.max(LEAST_RADIUS, LARGEST_RADIUS * Math.sqrt(share));
};

/** Palest colour of a measure: still apart from the page. */
const PALE = 0.12;

/** A firm's colour at rest: its layer's, or paler the lower its score; unknown scores are grey. */
const restColour = (firm: Firm, theme: Theme, { colour }: Lens): string => {
  if (colour === null) {
    const { tone } = layerLook(firm.layer);
    return tone === null ? theme.text3 : theme.layers[tone];
  }
  const share = colour.get(firm.id);
  return share === undefined
    ? theme.hairline
    : mix(theme.surface, theme.focus, PALE + (1 - PALE) * Math.sqrt(share));
};

/** `disc`: a firm with a value; `ash`: failed; `unknown`: nobody knows; `many`: an aggregate. */
export type FirmShape = 'disc' | 'ash' | 'unknown' | 'many';

export interface FirmStyle {
  readonly shape: FirmShape;
  readonly radius: number;
  readonly fill: string;
  readonly ring: string;
  readonly gap: string;
  /** Length of the ring, clockwise from 12: 1 = untouched. */
  readonly equityLeft: number;
  readonly glyph: string;
  readonly glyphColour: string;
  /** Value of a firm that no market prices. */
  readonly estimated: boolean;
  /** Share lost as a true state of the run, for the label; null: none or unknown. */
  readonly lossFraction: number | null;
}

const shapeOf = (firm: Firm, outcome: FirmFrame | undefined): FirmShape => {
  if (firm.aggregate === true) return 'many';
  if (firm.valueUsd === undefined) return 'unknown';
  return outcome?.failed === true ? 'ash' : 'disc';
};

/** Text on a fill: whichever of the theme's two extremes is further from it. */
const inkOn = (theme: Theme, fill: string): string => {
  const brightness = [1, 3, 5].reduce(
    (sum, at, k) => sum + Number.parseInt(fill.slice(at, at + 2), 16) * [0.299, 0.587, 0.114][k]!,
    0,
  );
  const [darkest, brightest] =
    theme.name === 'dark' ? [theme.bg, theme.text] : [theme.text, theme.surface];
  return brightness > 128 ? darkest : brightest;
};

/** How a firm is drawn: by its record at rest, by its outcome while a cascade is shown. */
export const firmStyle = (
  firm: Firm,
  theme: Theme,
  largestValueUsd: number,
  lens: Lens,
  outcome?: FirmFrame,
): FirmStyle => {
  const shape = shapeOf(firm, outcome);
  const { glyph } = layerLook(firm.layer);
  const cool = restColour(firm, theme, lens);
  const hollow = shape === 'unknown' || shape === 'many';
  const heat = hollow ? 0 : (outcome?.heat ?? 0);
  const hot = mix(cool, fireColour(theme, heat), Math.min(1, heat / FULL_HEAT_FROM));
  const fill = shape === 'disc' ? hot : theme.bg;
  return {
    shape,
    radius: firmRadius(firm, largestValueUsd, lens),
    fill,
    ring: shape === 'ash' ? theme.ash : hollow ? cool : theme.focus,
    gap: theme.hairline,
    equityLeft: hollow ? 1 : 1 - heat,
    glyph: { disc: glyph, ash: '✕', unknown: '?', many: 'Σ' }[shape],
    glyphColour: shape === 'ash' ? theme.ash : hollow ? theme.text2 : inkOn(theme, fill),
    estimated: firm.listed !== true && !hollow,
    lossFraction: hollow ? null : (outcome?.lossFraction ?? null),
  };
};
