import { Front } from './front.ts';
import { findLimit, type LimitOptions, type LimitSpace, limitSpace } from './limit.ts';
import type { ShockArrays } from './shocks.ts';
import { calmDown, calmState, largestRise, type State } from './state.ts';
import type { Web } from './web.ts';

export interface SolveOptions extends LimitOptions {
  /** Most synchronous rounds that are played one by one before the closing tail step. */
  readonly playedRounds: number;
  /** A round in which nothing rises by more than this share ends the play. */
  readonly quietRise: number;
}

export const defaultSolveOptions: SolveOptions = {
  playedRounds: 60,
  quietRise: 1e-6,
  tolerance: 1e-10,
  maxPasses: 200_000,
  checkEvery: 8,
  restPasses: 64,
};

/** What a round saw and what it made of it, and the same for the round before. */
export interface RoundView {
  readonly round: number;
  /** Passes that this round stands for: more than 1 in the tail. */
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

/** States that a solve writes to: kept by a caller that solves many. */
export interface SolveSpace {
  readonly rounds: readonly [State, State, State];
  readonly limit: LimitSpace;
}

export const solveSpace = (size: number): SolveSpace => ({
  rounds: [calmState(size), calmState(size), calmState(size)],
  limit: limitSpace(size),
});

/**
 * Play the cascade in synchronous rounds, then close it with one tail round that goes to the limit:
 * the greatest fixed point of the model, the best outcome consistent with the shock.
 *
 * @param onRound  called for every round in order; its states are reused after it returns
 * @param space    where to work; the state that is returned stands in it
 */
export const solve = (
  web: Web,
  shocks: ShockArrays,
  options: SolveOptions,
  onRound: (view: RoundView) => void,
  space: SolveSpace = solveSpace(web.size),
): Solution => {
  let [seenBefore, seen, after] = space.rounds;
  calmDown(seenBefore);
  calmDown(seen);
  const front = new Front(web, shocks, seen);
  let round = 0;
  for (let rise = 1; round < options.playedRounds && rise > options.quietRise; ) {
    front.round(seen, after);
    rise = largestRise(web, seen, after);
    if (rise === 0) {
      return { state: after, converged: true, residual: 0, errorBound: 0, iterations: round + 1 };
    }
    round += 1;
    onRound({ round, spans: 1, seenBefore, before: seen, seen, after });
    [seenBefore, seen, after] = [seen, after, seenBefore];
  }
  const limit = findLimit(web, shocks, seen, options, space.limit);
  onRound({
    round: round + 1,
    spans: limit.passes,
    seenBefore,
    before: seen,
    seen: limit.seen,
    after: limit.after,
  });
  return {
    state: limit.after,
    converged: limit.errorBound !== null,
    residual: limit.residual,
    errorBound: limit.errorBound,
    iterations: round + limit.passes,
  };
};
