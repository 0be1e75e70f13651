import type { ParameterValues } from '../../base/parameter.ts';
import { climbToLeast } from '../../numerics/fixed-point/least-fixed-point.ts';
import { expectedVisits } from '../../numerics/linear/expected-visits.ts';
import { stressFromEchoes } from './from-echoes.ts';
import type { Impacts } from './impacts.ts';
import type { debtrankParameters } from './parameters.ts';
import { stressMap } from './stress-map.ts';

interface SingleHit {
  readonly stress: Float64Array;
  readonly rounds: number;
}

/**
 * Battiston's walk: a firm in distress passes all its distress on in the next round, once, and is
 * then inactive; its own distress may still rise. h_i(t) = min(1, h_i(t-1) + Σ over j that became
 * distressed at t-1 of W_ij h_j(t-1)). Ends after at most n rounds.
 *
 * @param shock  n, shares of the buffers in [0, 1]; not changed
 */
const passOnce = (impacts: Impacts, shock: Float64Array): SingleHit => {
  const { lendersStart, lenders, impactOnLender, size } = impacts;
  const stress = shock.slice();
  const before = new Float64Array(size);
  const reached = new Uint8Array(size);
  let active: number[] = [];
  for (let i = 0; i < size; i++) {
    if (stress[i]! > 0) {
      reached[i] = 1;
      active.push(i);
    }
  }
  let rounds = 0;
  while (active.length > 0) {
    rounds += 1;
    before.set(stress);
    const next: number[] = [];
    for (const j of active) {
      for (let at = lendersStart[j]!; at < lendersStart[j + 1]!; at++) {
        const i = lenders[at]!;
        stress[i] = Math.min(1, stress[i]! + impactOnLender[at]! * before[j]!);
        if (reached[i] === 1 || stress[i] === 0) continue;
        reached[i] = 1;
        next.push(i);
      }
    }
    active = next;
  }
  return { stress, rounds };
};

export interface Spread {
  readonly stress: Float64Array;
  readonly residual: number;
  readonly iterations: number;
  readonly converged: boolean;
}

type Values = ParameterValues<typeof debtrankParameters>;

/** Multiplications of an inverse that take as long as a loan in a climb of ordinary length. */
const INVERSE_PER_LOAN = 400;

interface Echoes {
  readonly visits: Float64Array;
  /** A residual of 1 is an error of at most this. */
  readonly amplification: number;
}

/** All echoes at once, where the shocks are many enough to pay for the inverse. */
const echoesOf = (impacts: Impacts, shocks: number): Echoes | undefined => {
  const { size, impact, start, borrower } = impacts;
  const finite = impact.every((share) => share < 1 / Number.EPSILON);
  if (!finite || size ** 3 > INVERSE_PER_LOAN * impact.length * shocks) return undefined;
  const visits = expectedVisits({ start, column: borrower, weight: impact }, size);
  if (visits === undefined) return undefined;
  let amplification = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += visits[i * size + j]!;
    amplification = Math.max(amplification, sum);
  }
  return { visits, amplification };
};

const climb = (impacts: Impacts, shock: Float64Array, alpha: number, values: Values): Spread => {
  const { tolerance, maxSweeps } = values;
  const stress = shock.slice();
  const { residual, sweeps, errorBound } = climbToLeast(stressMap(impacts, shock, alpha), stress, {
    tolerance,
    maxSweeps,
    leaps: alpha === 0,
  });
  return { stress, residual, iterations: sweeps, converged: errorBound !== null };
};

/**
 * How a shock spreads in the chosen variant.
 *
 * @param shocks  how many there will be: many share one inverse
 * @returns       of a shock, n shares of the buffers: where it ends
 */
export const spreading = (
  impacts: Impacts,
  values: Values,
  shocks: number,
): ((shock: Float64Array) => Spread) => {
  if (values.variant === 'single-hit') {
    return (shock) => {
      const { stress, rounds } = passOnce(impacts, shock);
      return { stress, residual: 0, iterations: rounds, converged: true };
    };
  }
  const alpha = values.variant === 'linear' ? 0 : values.alpha;
  const echoes = alpha === 0 ? echoesOf(impacts, shocks) : undefined;
  return (shock) => {
    const direct = echoes && stressFromEchoes(impacts, echoes.visits, shock);
    if (echoes && direct && direct.residual * echoes.amplification <= values.tolerance) {
      const { stress, residual, rounds } = direct;
      return { stress, residual, iterations: rounds, converged: true };
    }
    return climb(impacts, shock, alpha, values);
  };
};
