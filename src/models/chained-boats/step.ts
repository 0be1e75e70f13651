import { type Algebra, floats } from '../../numerics/program/algebra.ts';
import { belowThreshold, bindingUnmet, stepFirm as stepOver } from './equations.js?numbers';
import type { Blame, Means, Round } from './round.ts';
import type { ShockArrays } from './shocks.ts';
import type { State } from './state.ts';
import type { Web } from './web.ts';

/** Nobody asks who lit whom: every quantity comes back as it is. */
class NobodyAsks<Q> implements Blame<Q> {
  readonly algebra: Algebra<Q>;

  constructor(algebra: Algebra<Q>) {
    this.algebra = algebra;
  }

  because(quantity: Q): Q {
    return quantity;
  }

  byMeans(quantity: Q): Q {
    return quantity;
  }

  byCapacity(quantity: Q): Q {
    return quantity;
  }

  byFailing(quantity: Q): Q {
    return quantity;
  }

  limited(lossUsd: Q, mostUsd: Q, yardstickUsd: number): Q {
    return this.algebra.min(mostUsd, lossUsd, yardstickUsd);
  }
}

export const nobodyAsks = <Q>(algebra: Algebra<Q>): Blame<Q> => new NobodyAsks(algebra);

const nobody = nobodyAsks(floats);

const meansOf = (size: number): Means<number> => ({
  outsideLossUsd: new Float64Array(size),
  ordersLossUsd: new Float64Array(size),
  fundingLossUsd: new Float64Array(size),
  receiptsLossUsd: new Float64Array(size),
});

/** Where steps put their means: each is read before the next is written. */
let scratch = meansOf(128);

class NumbersRound implements Round<number> {
  readonly algebra = floats;
  readonly blame = nobody;
  readonly web: Web;
  readonly figures: Web;
  readonly inputs: Web['essentialInputs'];
  readonly shocks: ShockArrays;
  readonly seen: State;
  readonly means: Means<number>;

  constructor(web: Web, shocks: ShockArrays, seen: State) {
    if (scratch.ordersLossUsd.length < web.size) scratch = meansOf(2 * web.size);
    this.web = web;
    this.figures = web;
    this.inputs = web.essentialInputs;
    this.shocks = shocks;
    this.seen = seen;
    this.means = scratch;
  }

  failed(i: number, bindingShortUsd: number, lossUsd: number): number {
    const fails =
      this.seen.failed[i] === 1 ||
      this.shocks.default[i]! > 0 ||
      bindingUnmet(this.web, i, bindingShortUsd) ||
      belowThreshold(this.web, i, lossUsd);
    return fails ? 1 : 0;
  }
}

/** A round in plain numbers. */
export const roundOf = (web: Web, shocks: ShockArrays, seen: State): Round<number> =>
  new NumbersRound(web, shocks, seen);

/** One firm's part of a round, in place where `result` is what is seen; nothing is kept. */
export const stepFirm = (round: Round<number>, result: State, i: number): void => {
  result.failed[i] = stepOver(round, result, i);
};

/** One synchronous round: everybody reacts to what they saw of everybody at the end of the last. */
export const stepAll = (web: Web, shocks: ShockArrays, seen: State, result: State): void => {
  const round = roundOf(web, shocks, seen);
  for (let i = 0; i < web.size; i++) stepFirm(round, result, i);
};
