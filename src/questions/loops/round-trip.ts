import { maxFlow } from '../../numerics/flow/max-flow.ts';
import type { Payment } from './payments.ts';

/** What of a firm's sales can be its own capital coming back. */
export interface RoundTrip {
  /** Known dollars of orders that others place with it. */
  readonly soldUsd: number;
  /** Known dollars that it puts into others, equity and debt. */
  readonly investedUsd: number;
  /** The most that can run from the one to the other. */
  readonly boundUsd: number;
}

/**
 * The round-trip bound of a firm: the maximum flow from what it invests (equity, debt) over all payments
 * of others back to the orders placed with it. `soldUsd` less the bound is revenue that it can't have
 * paid for itself. A bound on what is possible: that the same dollars came back is not shown. Bounds of
 * two firms may use the same payment, so they don't add up.
 *
 * Dollars between the same two firms count once a direction; payments of unknown dollars count nothing.
 */
export const roundTripOf = (
  payments: readonly Payment[],
  size: number,
  firm: number,
): RoundTrip => {
  const [source, sink] = [size, size + 1];
  const arcs = payments.flatMap(({ payer, payee, layer, usd }) => {
    if (usd === null) return [];
    if (payer === firm) return layer === 'order' ? [] : [{ tail: source, head: payee, usd }];
    if (payee === firm) return layer === 'order' ? [{ tail: payer, head: sink, usd }] : [];
    return [{ tail: payer, head: payee, usd }];
  });
  const sum = (node: 'tail' | 'head', end: number): number =>
    arcs.reduce((total, arc) => (arc[node] === end ? total + arc.usd : total), 0);
  const { value } = maxFlow(
    {
      size: size + 2,
      tail: Int32Array.from(arcs, ({ tail }) => tail),
      head: Int32Array.from(arcs, ({ head }) => head),
      capacity: Float64Array.from(arcs, ({ usd }) => usd),
    },
    source,
    sink,
  );
  return { soldUsd: sum('head', sink), investedUsd: sum('tail', source), boundUsd: value };
};
