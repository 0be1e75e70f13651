import type { HitWeb } from './hit-web.ts';

/** Share of every firm's output that the shock itself takes: sales not made, or not deliverable. */
export const firstOutputLoss = ({ first }: HitWeb): Float64Array =>
  first.activityLoss.map((lost, i) => Math.max(lost, first.capacityLoss[i]!));

export const OUTPUT_UNIT = { en: 'share of sales', zh: '销售额比例' };
