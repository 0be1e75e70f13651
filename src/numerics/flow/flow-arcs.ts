import { ModelError } from '../../base/errors.ts';

/** Arcs of a flow network: arc a leads from node `tail[a]` to node `head[a]` and takes at most `capacity[a]`. */
export interface FlowArcs {
  readonly size: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Finite, at least 0; any unit. */
  readonly capacity: Float64Array;
}

/** Bits that a capacity keeps; sums of two of them are still exact. */
const BITS = 51;

/**
 * Capacities as multiples of one power of two, rounded down by less than 2^-50 of the largest. Sums and
 * differences of flows up to them are then exact, so that a flow that fills an arc leaves nothing, and
 * what comes into a node goes out of it to the last bit.
 *
 * @throws ModelError for a capacity that is negative or not finite
 */
export const exactCapacities = (capacity: Float64Array): Float64Array => {
  let largest = 0;
  capacity.forEach((amount, arc) => {
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY)) {
      throw new ModelError({
        where: `capacity[${arc}]`,
        found: String(amount),
        expected: 'a finite number, at least 0',
      });
    }
    largest = Math.max(largest, amount);
  });
  if (largest === 0) return capacity.slice();
  const unit = 2 ** Math.max(-1022, Math.floor(Math.log2(largest)) - BITS + 1);
  return capacity.map((amount) => Math.floor(amount / unit) * unit);
};
