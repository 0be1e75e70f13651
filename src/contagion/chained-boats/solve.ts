import type { ShockArrays } from './shocks.ts';
import { calmState, copyState, extrapolate, largestRise, type State, staysWithin } from './state.ts';
import { stepAll, stepFirm } from './step.ts';
import type { Web } from './web.ts';

export interface SolveOptions {
  /** Synchronous rounds that are played one by one before the closing tail step. */
  readonly playedRounds: number;
  /** Largest distance from the limit that counts as converged, as a share of a firm's size. */
  readonly tolerance: number;
  /** Passes of the solver behind the tail step; beyond them the answer is marked unconverged. */
  readonly maxPasses: number;
}

export const defaultSolveOptions: SolveOptions = {
  playedRounds: 60,
  tolerance: 1e-10,
  maxPasses: 200_000,
};

/** What a round saw and what it made of it, and the same for the round before. */
export interface RoundView {
  readonly round: number;
  /** Plain rounds that this one stands for, at least. */
  readonly spans: number;
  readonly seenBefore: State;
  readonly before: State;
  readonly seen: State;
  readonly after: State;
}

export interface Solution {
  readonly state: State;
  readonly converged: boolean;
  readonly residual: number;
  readonly errorBound: number | null;
  readonly iterations: number;
}

/** Rises below this are rounding of the last digits. */
const ROUNDING = 4e-16;

/**
 * How far `later` = step(`earlier`) can be from the limit, or null if that can't be shown.
 * The losses only rise towards the least fixed point of the loss map. A state z above `later` with
 * step(z) <= z is an upper bound of that fixed point (Tarski), so the limit lies between the two.
 */
const distanceToLimit = (
  web: Web,
  shocks: ShockArrays,
  earlier: State,
  later: State,
  { rise, rate }: { readonly rise: number; readonly rate: number },
): number | null => {
  if (rise <= ROUNDING) return rate < 1 ? rise / (1 - rate) : null;
  if (rate >= 1) return null;
  const bound = calmState(web.size);
  const image = calmState(web.size);
  for (const widen of [2, 8, 64]) {
    const reach = (widen * rate) / (1 - rate) + 1e-6;
    extrapolate(web, earlier, later, reach, bound);
    stepAll(web, shocks, bound, image);
    if (staysWithin(web, image, bound)) return reach * rise;
  }
  return null;
};

/**
 * Play the cascade round by round, then find the limit that the rounds fall to: the greatest fixed
 * point of the model, the best outcome consistent with the shock. Rounds are synchronous; once
 * `playedRounds` are over, asynchronous passes (Gauss-Seidel, same limit by monotonicity) go on and
 * one last round, the tail, takes the play from the last one to the limit.
 *
 * @param onRound  called for every round in order; its states are reused after it returns
 */
export const solve = (
  web: Web,
  shocks: ShockArrays,
  options: SolveOptions,
  onRound: (view: RoundView) => void,
): Solution => {
  let seenBefore = calmState(web.size);
  let seen = calmState(web.size);
  let after = calmState(web.size);
  let rise = 0;
  let rate = 0;
  let iterations = 0;
  for (let round = 1; round <= options.playedRounds; round++) {
    stepAll(web, shocks, seen, after);
    iterations += 1;
    const previous = rise;
    rise = largestRise(web, seen, after);
    rate = previous > 0 ? rise / previous : 0;
    if (rise === 0) {
      return { state: after, converged: true, residual: 0, errorBound: 0, iterations };
    }
    onRound({ round, spans: 1, seenBefore, before: seen, seen, after });
    if (rise <= options.tolerance / 4) {
      const errorBound = distanceToLimit(web, shocks, seen, after, { rise, rate });
      if (errorBound !== null && errorBound <= options.tolerance) {
        return { state: after, converged: true, residual: rise, errorBound, iterations };
      }
    }
    [seenBefore, seen, after] = [seen, after, seenBefore];
  }
  return closeTail(web, shocks, options, onRound, { seenBefore, before: seen, spare: after });
};

const CHECK_EVERY = 8;

const closeTail = (
  web: Web,
  shocks: ShockArrays,
  options: SolveOptions,
  onRound: (view: RoundView) => void,
  played: { readonly seenBefore: State; readonly before: State; readonly spare: State },
): Solution => {
  const limit = calmState(web.size);
  copyState(played.before, limit);
  const after = played.spare;
  const passBefore = calmState(web.size);
  let passes = 0;
  let rise = Number.POSITIVE_INFINITY;
  let rate = 1;
  let errorBound: number | null = null;
  while (passes < options.maxPasses && errorBound === null) {
    for (let pass = 0; pass < CHECK_EVERY; pass++) {
      copyState(limit, passBefore);
      for (let i = 0; i < web.size; i++) stepFirm(web, shocks, limit, limit, i);
      const previous = rise;
      rise = largestRise(web, passBefore, limit);
      rate = previous > 0 ? rise / previous : 0;
    }
    passes += CHECK_EVERY;
    stepAll(web, shocks, limit, after);
    const lastRise = largestRise(web, limit, after);
    const settling = { rise: lastRise, rate: Math.min(rate, 1) };
    if (lastRise / Math.max(1 - rate, 1e-9) > options.tolerance * 4 && lastRise > ROUNDING) continue;
    const bound = lastRise === 0 ? 0 : distanceToLimit(web, shocks, limit, after, settling);
    if (bound !== null && bound <= options.tolerance) errorBound = bound;
  }
  stepAll(web, shocks, limit, after);
  onRound({
    round: options.playedRounds + 1,
    spans: passes,
    seenBefore: played.seenBefore,
    before: played.before,
    seen: limit,
    after,
  });
  return {
    state: after,
    converged: errorBound !== null,
    residual: largestRise(web, limit, after),
    errorBound,
    iterations: options.playedRounds + passes,
  };
};
