/** A monotone map of shares in [0, 1]: no row falls when another one rises. */
export interface MonotoneMap {
  readonly size: number;
  /** One pass in place over the rows whose inputs moved since they were last seen; no row falls. */
  readonly sweep: (state: Float64Array) => void;
  /** The map of `state`, all rows at once, into `image`. */
  readonly imageOf: (state: Float64Array, image: Float64Array) => void;
  /** Let the next sweep look at every row again. */
  readonly wake: () => void;
}

export interface ClimbOptions {
  /** Largest distance from the fixed point that counts as converged. */
  readonly tolerance: number;
  readonly maxSweeps: number;
  /**
   * True lets the climb leap along its direction wherever the map of the place reached is no lower
   * than that place. Right for maps of which such a place can't lie above the least fixed point:
   * convex maps with a strict upper bound (which ends the climb), or concave maps whose positive
   * rows are all reached from a positive start.
   */
  readonly leaps: boolean;
}

export interface Climb {
  readonly sweeps: number;
  /** Largest rise that one more application of the map would bring. */
  readonly residual: number;
  /** No row is further than this below the least fixed point; null: not shown. */
  readonly errorBound: number | null;
}

/** Differences below this are rounding: some units in the last place of a share. */
const ROUNDING = 1e-15;
const SWEEPS_BETWEEN_LEAPS = 4;

const largestGap = (upper: Float64Array, lower: Float64Array): number => {
  let largest = 0;
  for (let row = 0; row < upper.length; row++) {
    const gap = upper[row]! - lower[row]!;
    if (gap > largest) largest = gap;
  }
  return largest;
};

/** Whether image >= place in every row (`above`), or image <= place; up to rounding. */
const holds = (place: Float64Array, image: Float64Array, above: boolean): boolean => {
  const [lower, upper] = above ? [place, image] : [image, place];
  for (let row = 0; row < lower.length; row++) {
    if (lower[row]! > upper[row]! * (1 + ROUNDING)) return false;
  }
  return true;
};

const MENDS = 4;

/**
 * Whether map(place) is above (or below) `place`. A pass in place leaves rows on which the two are
 * equal but for rounding, which a long reach magnifies: a few times, rows in the way give way.
 */
const isBound = (
  map: MonotoneMap,
  place: Float64Array,
  image: Float64Array,
  above: boolean,
): boolean => {
  for (let mend = 0; mend < MENDS; mend++) {
    map.imageOf(place, image);
    if (holds(place, image, above)) return true;
    for (let row = 0; row < place.length; row++) {
      const better = above
        ? Math.min(place[row]!, image[row]!)
        : Math.max(place[row]!, image[row]!);
      place[row] = better;
    }
  }
  return false;
};

/** `state` moved on by `reach` times its last step, within 1. */
const reachOn = (
  state: Float64Array,
  before: Float64Array,
  reach: number,
  result: Float64Array,
): void => {
  for (let row = 0; row < state.length; row++) {
    const now = state[row]!;
    result[row] = Math.min(1, now + reach * (now - before[row]!));
  }
};

/**
 * Raise `state`, a place below the least fixed point that the map doesn't lower, up to that fixed
 * point. Any order of updates ends there (Kleene); `errorBound` is shown, not guessed: a place z
 * above the state with map(z) <= z lies above the least fixed point (Tarski), so the state is within
 * z - state of it.
 *
 * @param state  size of the map, shares in [0, 1]; raised in place
 */
export const climbToLeast = (
  map: MonotoneMap,
  state: Float64Array,
  { tolerance, maxSweeps, leaps }: ClimbOptions,
): Climb => {
  const before = new Float64Array(map.size);
  const place = new Float64Array(map.size);
  const image = new Float64Array(map.size);
  const residualOf = (): number => {
    map.imageOf(state, image);
    return largestGap(image, state);
  };
  let lastRise = Number.POSITIVE_INFINITY;
  let lastRate = 1;
  let sinceLeap = 0;
  for (let sweeps = 1; sweeps <= maxSweeps; sweeps++) {
    before.set(state);
    map.sweep(state);
    let rise = 0;
    for (let row = 0; row < state.length; row++) rise += state[row]! - before[row]!;
    if (rise === 0) return { sweeps, residual: residualOf(), errorBound: 0 };
    const rate = rise / lastRise;
    const steady = rate < 1 && Math.abs(rate - lastRate) <= 0.1 * (1 - rate);
    lastRise = rise;
    lastRate = rate;
    sinceLeap += 1;
    if (rate === 0 || rate >= 1) continue;
    const reach = rate / (1 - rate);
    const largestRise = largestGap(state, before);
    if (2 * reach * largestRise <= tolerance) {
      if (largestRise <= ROUNDING) {
        return { sweeps, residual: residualOf(), errorBound: largestRise / (1 - rate) };
      }
      const wide = 1.5 * reach + 1e-6;
      reachOn(state, before, wide, place);
      if (isBound(map, place, image, false)) {
        const errorBound = largestGap(place, state);
        if (errorBound <= tolerance) return { sweeps, residual: residualOf(), errorBound };
      }
    } else if (leaps && steady && rate > 0.5 && sinceLeap >= SWEEPS_BETWEEN_LEAPS) {
      sinceLeap = 0;
      for (const part of [0.99, 0.9, 0.7]) {
        reachOn(state, before, part * reach, place);
        if (!isBound(map, place, image, true)) continue;
        state.set(place);
        map.wake();
        lastRise = Number.POSITIVE_INFINITY;
        break;
      }
    }
  }
  return { sweeps: maxSweeps, residual: residualOf(), errorBound: null };
};
