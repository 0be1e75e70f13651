import { ModelError } from '../../base/errors.ts';
import { Front } from './front.ts';
import type { ShockArrays } from './shocks.ts';
import {
  calmState,
  copyState,
  extrapolate,
  largestRise,
  type State,
  staysWithin,
} from './state.ts';
import { stepAll } from './step.ts';
import type { Web } from './web.ts';

export interface LimitOptions {
  /** Largest distance from the limit that counts as converged, as a share of a firm's size. */
  readonly tolerance: number;
  /** Passes over all firms; beyond them the answer is marked unconverged. */
  readonly maxPasses: number;
  /** Passes between two looks at how near the limit is. */
  readonly checkEvery: number;
  /** Passes in which the last digits may still come to rest once the tolerance is met. */
  readonly restPasses: number;
}

/** The state that rounds fall to, and how sure that is. */
export interface Limit {
  readonly seen: State;
  /** step(seen): what a last full pass makes of it. */
  readonly after: State;
  readonly residual: number;
  /** No unknown is further than this from the limit, as a share of a firm's size; null: not shown. */
  readonly errorBound: number | null;
  readonly passes: number;
}

/** States that finding a limit writes to: kept by a caller that finds many. */
export type LimitSpace = Readonly<Record<'seen' | 'earlier' | 'after' | 'bound' | 'image', State>>;

export const limitSpace = (size: number): LimitSpace => ({
  seen: calmState(size),
  earlier: calmState(size),
  after: calmState(size),
  bound: calmState(size),
  image: calmState(size),
});

/** Rises below this are rounding: some tens of units in the last place of a ratio. */
const ROUNDING = 1e-14;

/**
 * How far `after` = step(`seen`) can be from the limit, or null if that can't be shown.
 * The losses only rise towards the least fixed point of the loss map. A state z above `seen` with
 * step(z) <= z is an upper bound of that fixed point (Tarski), so the limit lies between the two. It is looked
 * for along what rose in the last pass, in which every unknown that still moves has its part, and along the step.
 *
 * @param residual  largest rise of a last full step
 * @param rate      ratio of the largest rises of the last two passes
 */
const distanceToLimit = (
  web: Web,
  shocks: ShockArrays,
  { earlier, seen, after, bound, image }: LimitSpace,
  residual: number,
  rate: number,
): number | null => {
  if (residual === 0) return 0;
  if (rate >= 1) return null;
  if (residual <= ROUNDING) return residual / (1 - rate);
  for (const [from, to] of [
    [earlier, seen],
    [seen, after],
  ] as const) {
    const rise = largestRise(web, from, to);
    for (const widen of [2, 8, 64]) {
      const reach = (widen * rate) / (1 - rate) + 1e-6;
      extrapolate(web, from, to, reach, bound);
      stepAll(web, shocks, bound, image);
      if (staysWithin(web, image, bound)) return reach * rise;
    }
  }
  return null;
};

/**
 * One last full step of every firm: none moves more than those that something near had stirred.
 * @throws ModelError where a firm reacts to one that it has no deal with: `neighboursOf` misses a tie
 */
const checkRest = (
  web: Web,
  shocks: ShockArrays,
  { seen, after }: LimitSpace,
  residual: number,
): void => {
  stepAll(web, shocks, seen, after);
  const found = largestRise(web, seen, after);
  if (found === residual) return;
  throw new ModelError({
    where: 'limit of the rounds',
    found: `a firm that still moves by ${found} of its size`,
    expected: `at most ${residual}, which is what firms near something new move by`,
    hint: 'An equation sees a firm that shares no deal with the one it is of.',
  });
};

/**
 * Follow the losses from `start` up to their limit by passes in place (Gauss-Seidel). Any order of
 * updates of a monotone map from below its least fixed point ends in that fixed point, so this is
 * where the synchronous rounds lead too. A pass keeps what it found before where rounding would
 * take it back, so that the last digits come to rest.
 *
 * @param start  a state that rounds from the calm baseline passed through, or that holds losses of
 *               value from before, which stay lost (`seen` keeps them, `after` may not); not changed
 * @param space  where to work; the limit that is returned stands in it
 */
export const findLimit = (
  web: Web,
  shocks: ShockArrays,
  start: State,
  { tolerance, maxPasses, checkEvery, restPasses }: LimitOptions,
  space: LimitSpace = limitSpace(web.size),
): Limit => {
  const { seen, earlier, after } = space;
  copyState(start, seen);
  const front = new Front(web, shocks, seen);
  let passRise = Number.POSITIVE_INFINITY;
  let residual = Number.POSITIVE_INFINITY;
  /** A distance from the limit that was shown; later states are nearer. */
  let shown: number | null = null;
  for (let passes = checkEvery; passes <= maxPasses; passes += checkEvery) {
    let rate = 1;
    for (let pass = 0; pass < checkEvery; pass++) {
      copyState(seen, earlier);
      front.pass(earlier, seen);
      const previous = passRise;
      passRise = largestRise(web, earlier, seen);
      rate = previous > 0 ? Math.min(1, passRise / previous) : 0;
    }
    front.look(seen, after);
    residual = largestRise(web, seen, after);
    const near = residual <= ROUNDING || residual <= tolerance * (1 - rate);
    if (near && (shown === null || residual <= ROUNDING)) {
      const distance = distanceToLimit(web, shocks, space, residual, rate);
      if (distance !== null && distance <= tolerance) shown = distance;
    }
    if (shown === null || (residual > ROUNDING && passes < restPasses)) continue;
    checkRest(web, shocks, space, residual);
    return { seen, after, residual, errorBound: shown, passes };
  }
  checkRest(web, shocks, space, residual);
  return { seen, after, residual, errorBound: null, passes: maxPasses };
};
