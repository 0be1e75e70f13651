import type { SupplyWeb } from './supply-web.ts';

export interface Scores {
  readonly total: number;
  readonly downstream: number;
  readonly upstream: number;
}

/**
 * Weighted losses: of each firm the larger of its two losses, and by channel.
 *
 * @param losses  n each, in [0, 1]
 */
export const scoreOf = (
  { weights }: SupplyWeb,
  { down, up }: { readonly down: Float64Array; readonly up: Float64Array },
): Scores => {
  let [total, downstream, upstream] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    downstream += weight * down[i]!;
    upstream += weight * up[i]!;
    total += weight * Math.max(down[i]!, up[i]!);
  }
  return { total, downstream, upstream };
};
