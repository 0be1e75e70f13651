import type { Node, Tape } from '../../../numerics/program/tape.ts';
import type { Loop } from '../../../numerics/program/tape-loop.ts';
import { type Baseline, baselineOver, type Claims, moneyOver, worthOver } from '../baseline.ts';
import { meansScaleUsd } from '../equations.ts';
import type { Column } from '../round.ts';
import { valueScaleUsd } from '../state.ts';
import type { Web } from '../web.ts';
import type { TapedInputs } from './inputs.ts';

/** The baseline of a web on a tape. */
export interface TapedWeb extends Baseline<Node> {
  /** Starting values that hang on each other. */
  readonly loop: Loop;
}

/** Outside money at the baseline: what was planned, or the gap where that is more. */
export const tapedFunding = (tape: Tape, web: Web, inputs: TapedInputs): readonly Node[] =>
  moneyOver(tape, web, inputs, (i) => meansScaleUsd(web, i) || 1).fundingUsd;

/** Starting values: known ones as they are; unknown ones, and all in book valuation, a loop of `worthOver`. */
const tapedStartValues = (tape: Tape, web: Web, inputs: TapedInputs, claims: Claims<Node>) => {
  const book = web.valuation === 'book';
  const hanging = web.firms.flatMap((_, i) => (book || inputs.valueUsd[i] === null ? [i] : []));
  const start = tape.size;
  const leaves = new Map(hanging.map((i) => [i, tape.leaf(web.startValueUsd[i]!)]));
  const values = web.firms.map((_, i) => leaves.get(i) ?? inputs.valueUsd[i] ?? tape.zero);
  const unknowns = hanging.map((i) => {
    const since = tape.size;
    const result = worthOver(tape, web, inputs, claims, values, i);
    return { leaf: leaves.get(i)!, result, since, size: valueScaleUsd(web, i) };
  });
  return { values, loop: { start, end: tape.size, unknowns } };
};

/**
 * `buildWeb` on a tape: the same baseline, with the slope of every figure in every input.
 *
 * @param web     the same baseline in numbers: who deals with whom, yardsticks, starting values
 * @param inputs  its numbers as nodes
 */
export const tapedWeb = (tape: Tape, web: Web, inputs: TapedInputs): TapedWeb => {
  let loop: Loop = { start: 0, end: 0, unknowns: [] };
  const startValues = (claims: Claims<Node>): Column<Node> => {
    const found = tapedStartValues(tape, web, inputs, claims);
    loop = found.loop;
    return found.values;
  };
  const baseline = baselineOver(tape, web, inputs, startValues, (i) => meansScaleUsd(web, i) || 1);
  return { ...baseline, loop };
};
