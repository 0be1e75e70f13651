import type { Impacts } from './impacts.ts';

export interface SingleHit {
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
export const passOnce = (impacts: Impacts, shock: Float64Array): SingleHit => {
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
