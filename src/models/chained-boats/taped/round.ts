import type { Node, Tape } from '../../../numerics/program/tape.ts';
import type { Loop, Unknown } from '../../../numerics/program/tape-loop.ts';
import type { State } from '../state.ts';
import { inputWeights } from './capacity.ts';
import { stepFirm } from './firm.ts';
import type { TapedRound, TapedState } from './legs.ts';
import { valueScaleUsd } from './scales.ts';

const UNKNOWNS = [
  'activityLoss',
  'capacityLoss',
  'valueLossUsd',
  'debtUnpaid',
  'bindingUnpaid',
  'discretionaryUnpaid',
  'promisedUnpaid',
] as const satisfies readonly (keyof TapedState)[];

/** The fixed point of the rounds on a tape: its unknowns, and the loop that gives them back. */
export interface TapedCascade {
  readonly seen: TapedState;
  readonly loop: Loop;
  /** Firms that stand, but would fail at the slightest more: beyond them slopes say nothing. */
  readonly atEdge: readonly number[];
}

/**
 * The local linear piece of the round map around a state where the rounds have come to rest: every
 * step of `stepAll` once, with the side of each larger-of and smaller-of that is active there.
 *
 * @param state  the fixed point, from `findLimit`
 */
export const tapedCascade = (
  tape: Tape,
  parts: Omit<TapedRound, 'tape' | 'seen'>,
  state: State,
): TapedCascade => {
  const { web } = parts;
  const weight = inputWeights({ ...parts, tape });
  const ordersOfCustomer = web.firms.map((): number[] => []);
  web.orders.customer.forEach((customer, leg) => {
    ordersOfCustomer[customer]!.push(leg);
  });
  const start = tape.size;
  const seen = Object.fromEntries(
    UNKNOWNS.map((name) => [name, Array.from(state[name], tape.leaf)]),
  ) as Record<(typeof UNKNOWNS)[number], Node[]>;
  const round: TapedRound = { ...parts, tape, seen };
  const results = web.firms.map((_, i) => {
    const since = tape.size;
    return { since, ...stepFirm(round, state.failed[i] === 1, { ordersOfCustomer, weight }, i) };
  });
  const unknowns = UNKNOWNS.flatMap((name) =>
    results.map(
      ({ since, nodes }, i): Unknown => ({
        leaf: seen[name][i]!,
        result: nodes[name],
        since,
        size: name === 'valueLossUsd' ? valueScaleUsd(web, i) : 1,
      }),
    ),
  );
  const atEdge = [...results.keys()].filter((i) => results[i]!.atEdge);
  return { seen, loop: { start, end: tape.size, unknowns }, atEdge };
};
