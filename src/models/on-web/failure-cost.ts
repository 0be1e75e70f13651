import type { Web } from '../chained-boats/web.ts';

/** Of all value that is known, the share that failing itself would destroy, 0..1. */
export const failureCostShare = ({ failureCostUsd, startValueUsd, valueUsd }: Web): number => {
  let cost = 0;
  let value = 0;
  for (let i = 0; i < valueUsd.length; i++) {
    if (Number.isNaN(valueUsd[i]!)) continue;
    cost += failureCostUsd[i]!;
    value += startValueUsd[i]!;
  }
  return value > 0 ? Math.min(1, cost / value) : 0;
};
