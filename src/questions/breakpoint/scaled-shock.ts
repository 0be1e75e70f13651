import { ScenarioError } from '../../base/errors.ts';
import { finalState } from '../../models/chained-boats/final-state.ts';
import { heldInsideOf } from '../../models/chained-boats/outcome.ts';
import type { CompiledWeb } from '../../models/chained-boats/simulate.ts';
import type { Shock } from '../../scenario/schema.ts';

/** A web under one shock of some size. */
export interface Struck {
  readonly size: number;
  readonly grossLossUsd: number;
  readonly ownersLossUsd: number;
  readonly lossUsd: Float64Array;
  readonly failed: Uint8Array;
  readonly converged: boolean;
}

/** The shocks in their proportions, the largest at `size`. */
export const scaledTo = (shocks: readonly Shock[], size: number): Shock[] => {
  const largest = shocks.reduce((most, shock) => Math.max(most, shock.size), 0);
  return shocks.map((shock) => ({ ...shock, size: (shock.size / largest) * size }));
};

/** The size of the largest shock. @throws ScenarioError where there is nothing to scale */
export const ownSizeOf = (shocks: readonly Shock[]): number => {
  const largest = shocks.reduce((most, shock) => Math.max(most, shock.size), 0);
  if (largest > 0) return largest;
  throw new ScenarioError({
    where: 'shocks',
    found: shocks.length === 0 ? 'none' : 'sizes of 0',
    expected: 'at least one shock above 0: its direction is what grows',
  });
};

/** Solve one compiled web for many shocks. */
export const strikerOf = (compiled: CompiledWeb) => {
  const heldInside = heldInsideOf(compiled.web);
  return (shocks: readonly Shock[], size: number): Struck => {
    const { after, errorBound } = finalState(compiled, [...shocks]);
    let [grossLossUsd, ownersLossUsd] = [0, 0];
    after.valueLossUsd.forEach((usd, i) => {
      grossLossUsd += usd;
      ownersLossUsd += (1 - heldInside[i]!) * usd;
    });
    return {
      size,
      grossLossUsd,
      ownersLossUsd,
      lossUsd: after.valueLossUsd,
      failed: after.failed,
      converged: errorBound !== null,
    };
  };
};
