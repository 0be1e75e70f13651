import type { Distribution } from '../../data/schema.ts';

/** What of a distribution says which numbers come how often. */
export type Shape = Pick<Distribution, 'shape' | 'low' | 'mode' | 'high' | 'probability'>;

const triangularAt = (low: number, mode: number, high: number, u: number): number => {
  const width = high - low;
  if (width === 0) return low;
  const below = (mode - low) / width;
  return u < below
    ? low + Math.sqrt(u * width * (mode - low))
    : high - Math.sqrt((1 - u) * width * (high - mode));
};

/**
 * The number below which a draw falls with probability u: the inverse of the distribution function.
 * A deal that stands with probability p pays 0 for u < 1 - p.
 *
 * @param u  0..1
 */
export const drawnAt = ({ shape, low, mode, high, probability = 1 }: Shape, u: number): number => {
  const beyond = u - (1 - probability);
  if (beyond < 0) return 0;
  const within = probability === 0 ? 0 : Math.min(1, beyond / probability);
  return shape === 'uniform'
    ? low + (high - low) * within
    : triangularAt(low, mode ?? low, high, within);
};

/** Mean of what `drawnAt` gives for even u. */
export const meanOf = ({ shape, low, mode, high, probability = 1 }: Shape): number =>
  probability * (shape === 'uniform' ? (low + high) / 2 : (low + (mode ?? low) + high) / 3);

/** The least and the most that can be drawn. */
export const rangeOf = ({ low, high, probability = 1 }: Shape): readonly [number, number] => [
  probability < 1 ? Math.min(0, low) : low,
  high,
];
