import type { HitWeb } from './hit-web.ts';

/** Value of every firm at the baseline, dollars, at least 0. */
export const buffersUsd = ({ web }: HitWeb): number[] =>
  Array.from(web.startValueUsd, (value) => Math.max(0, value));

/** Dollars of value that the shock itself takes from every firm: round 1 of the chained-boats model. */
export const firstLossUsd = ({ first }: HitWeb): number[] => [...first.valueLossUsd];

/** A smaller share is rounding; models in which a firm reacts once must not react to that. */
const TRACE = 1e-12;

/** The same as a share of the firm's value, 0..1; 0 where there is no value. */
export const firstLossShare = (hit: HitWeb): number[] => {
  const buffers = buffersUsd(hit);
  return firstLossUsd(hit).map((usd, i) => {
    const share = buffers[i]! > 0 ? usd / buffers[i]! : 0;
    return share < TRACE ? 0 : Math.min(1, share);
  });
};
