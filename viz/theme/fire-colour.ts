import { mix } from './mix.ts';
import type { Theme } from './tokens.ts';

/** Shares of equity lost at which the steps of the fire ramp stand. */
export const FIRE_STOPS = [0, 0.1, 0.25, 0.45, 0.7, 1] as const;

/** The colour of a loss of `lossFraction` (0..1, clamped) of a firm's value. */
export const fireColour = (theme: Theme, lossFraction: number): string => {
  const loss = Math.min(1, Math.max(0, lossFraction));
  const upper = Math.max(
    1,
    FIRE_STOPS.findIndex((stop) => loss <= stop),
  );
  const low = FIRE_STOPS[upper - 1]!;
  const high = FIRE_STOPS[upper]!;
  return mix(theme.fire[upper - 1]!, theme.fire[upper]!, (loss - low) / (high - low));
};
