import { bestChoicesOf } from '../../numerics/fixed-point/best-choices.ts';
import {
  type Climb,
  type ClimbOptions,
  climbToLeast,
} from '../../numerics/fixed-point/least-fixed-point.ts';
import { maxLinearMap } from '../../numerics/fixed-point/max-linear.ts';
import { hittingProbabilities } from '../../numerics/linear/hitting.ts';
import { replaceableMap } from './replaceable.ts';
import type { SupplyWeb } from './supply-web.ts';

/** Where a scenario ends: per firm the share of output lost by channel. */
export interface EsriLosses {
  readonly down: Float64Array;
  readonly up: Float64Array;
  readonly sweeps: number;
  readonly residual: number;
  readonly converged: boolean;
}

export interface LimitOptions {
  readonly replaceable: boolean;
  readonly tolerance: number;
  readonly maxSweeps: number;
}

/** Firms beyond which an inverse takes longer than the climbs that it saves. */
const LARGEST_INVERSE = 1500;

const STILL: Climb = { sweeps: 0, residual: 0, errorBound: 0 };

const closedFirm = (floor: Float64Array): number | undefined => {
  const hit = floor.findIndex((share) => share > 0);
  const isAlone = floor.every((share, i) => (i === hit ? share === 1 : share === 0));
  return hit >= 0 && isAlone ? hit : undefined;
};

/**
 * Losses at the limit, for scenarios of one network.
 *
 * Upstream, with one firm closed: the loss of i is the probability that a walk from supplier to
 * customer, by shares of sales, ever comes to the closed firm. All firms share one inverse for that.
 * Other scenarios and the downstream channel climb to their least fixed points.
 *
 * @returns  of the shares of capacity lost at the start, n: the losses
 */
export const lossesAtLimit = (
  web: SupplyWeb,
  scenarios: number,
  { replaceable, tolerance, maxSweeps }: LimitOptions,
): ((floor: Float64Array) => EsriLosses) => {
  const isWorthIt = web.size <= LARGEST_INVERSE && 4 * scenarios >= web.size;
  const hits = isWorthIt ? hittingProbabilities(web.customers, web.size) : undefined;
  const options: ClimbOptions = { tolerance, maxSweeps, leaps: false };
  const upstream = (floor: Float64Array): { up: Float64Array; climb: Climb } => {
    const closed = hits && closedFirm(floor);
    if (hits && closed !== undefined) return { up: hits(closed), climb: STILL };
    const up = floor.slice();
    return { up, climb: climbToLeast(maxLinearMap(web.up, floor), up, options) };
  };
  const choose = replaceable ? undefined : bestChoicesOf(web.down);
  const downstream = (floor: Float64Array): { down: Float64Array; climb: Climb } => {
    const chosen = choose?.(floor);
    const isShown = chosen?.errorBound != null && chosen.errorBound <= tolerance;
    if (chosen && isShown) return { down: chosen.state, climb: chosen };
    const down = floor.slice();
    const map = replaceable ? replaceableMap(web, floor) : maxLinearMap(web.down, floor);
    return { down, climb: climbToLeast(map, down, options) };
  };
  return (floor) => {
    const { down, climb: below } = downstream(floor);
    const { up, climb: above } = upstream(floor);
    return {
      down,
      up,
      sweeps: Math.max(below.sweeps, above.sweeps),
      residual: Math.max(below.residual, above.residual),
      converged: below.errorBound !== null && above.errorBound !== null,
    };
  };
};
