import { type Losses, UNKNOWNS } from './round.ts';
import type { Web } from './web.ts';

/** The unknowns in plain numbers: all zero at the start, and they only rise. */
export interface State extends Readonly<Record<keyof Losses<number>, Float64Array>> {
  /** 1 once the firm has failed; it stays failed. */
  readonly failed: Uint8Array;
}

export const calmState = (size: number): State => ({
  activityLoss: new Float64Array(size),
  capacityLoss: new Float64Array(size),
  valueLossUsd: new Float64Array(size),
  debtUnpaid: new Float64Array(size),
  bindingUnpaid: new Float64Array(size),
  discretionaryUnpaid: new Float64Array(size),
  promisedUnpaid: new Float64Array(size),
  failed: new Uint8Array(size),
});

const RATIOS = UNKNOWNS.filter((name) => name !== 'valueLossUsd');

/** Every loss back to 0. */
export const calmDown = (state: State): void => {
  for (const name of RATIOS) state[name].fill(0);
  state.valueLossUsd.fill(0);
  state.failed.fill(0);
};

export const copyState = (source: State, target: State): void => {
  for (const name of RATIOS) target[name].set(source[name]);
  target.valueLossUsd.set(source.valueLossUsd);
  target.failed.set(source.failed);
};

/** One firm's unknowns alone. */
export const copyFirm = (source: State, target: State, i: number): void => {
  target.activityLoss[i] = source.activityLoss[i]!;
  target.capacityLoss[i] = source.capacityLoss[i]!;
  target.valueLossUsd[i] = source.valueLossUsd[i]!;
  target.debtUnpaid[i] = source.debtUnpaid[i]!;
  target.bindingUnpaid[i] = source.bindingUnpaid[i]!;
  target.discretionaryUnpaid[i] = source.discretionaryUnpaid[i]!;
  target.promisedUnpaid[i] = source.promisedUnpaid[i]!;
  target.failed[i] = source.failed[i]!;
};

/**
 * Raise every unknown of `target` to at least what it was in `floor`.
 * @param raised  told of every firm of which one was raised
 */
export const keepHigher = (floor: State, target: State, raised?: (i: number) => void): void => {
  for (const name of UNKNOWNS) {
    const least = floor[name];
    const losses = target[name];
    for (let i = 0; i < losses.length; i++) {
      const loss = least[i]!;
      if (losses[i]! >= loss) continue;
      losses[i] = loss;
      raised?.(i);
    }
  }
};

/** A firm's yardstick for value, above 0; 1 dollar where it has none: losses below 1e-15 of it are rounding. */
export const valueScaleUsd = (web: Web, i: number): number =>
  Math.max(web.startValueUsd[i]!, Math.abs(web.coreValueUsd[i]!)) || 1;

/** Largest rise between two states over all unknowns: ratios as they are, values over their scale. */
export const largestRise = (web: Web, before: State, after: State): number => {
  let largest = 0;
  for (const name of RATIOS) {
    const earlier = before[name];
    const later = after[name];
    for (let i = 0; i < web.size; i++) {
      const rise = later[i]! - earlier[i]!;
      if (rise > largest) largest = rise;
    }
  }
  for (let i = 0; i < web.size; i++) {
    const rise = after.valueLossUsd[i]! - before.valueLossUsd[i]!;
    largest = Math.max(largest, rise / valueScaleUsd(web, i));
    if (after.failed[i] !== before.failed[i]) largest = 1;
  }
  return largest;
};

/**
 * A state beyond both along the last rise: their higher + reach x what rose, ratios kept in 0..1. Used
 * to bracket the limit from the other side. Only what is held up from before (a loss of an earlier
 * year) is higher in `earlier`.
 */
export const extrapolate = (
  web: Web,
  earlier: State,
  later: State,
  reach: number,
  target: State,
): void => {
  for (const name of RATIOS) {
    for (let i = 0; i < web.size; i++) {
      const was = earlier[name][i]!;
      const is = later[name][i]!;
      target[name][i] = Math.min(1, Math.max(was, is) + reach * Math.max(0, is - was));
    }
  }
  for (let i = 0; i < web.size; i++) {
    const was = earlier.valueLossUsd[i]!;
    const is = later.valueLossUsd[i]!;
    const loss = Math.max(was, is);
    const further = loss + reach * Math.max(0, is - was);
    target.valueLossUsd[i] = Math.min(Math.max(loss, web.startValueUsd[i]!), further);
  }
  target.failed.set(later.failed);
};

/** Whether no unknown of `image` lies beyond `bound`, but for rounding of the last digits. */
export const staysWithin = (web: Web, image: State, bound: State): boolean => {
  for (const name of RATIOS) {
    for (let i = 0; i < web.size; i++) {
      if (image[name][i]! > bound[name][i]! + 1e-15) return false;
    }
  }
  for (let i = 0; i < web.size; i++) {
    const room = 1e-15 * valueScaleUsd(web, i);
    if (image.valueLossUsd[i]! > bound.valueLossUsd[i]! + room) return false;
    if (image.failed[i]! > bound.failed[i]!) return false;
  }
  return true;
};
