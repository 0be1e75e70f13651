import type { Node, Tape } from '../../../numerics/program/tape.ts';
import type { Loop, Unknown } from '../../../numerics/program/tape-loop.ts';
import { meansScaleUsd, stepFirm } from '../equations.ts';
import { inputsOfCustomers, weigher } from '../essential-inputs.ts';
import {
  type Figures,
  type Means,
  ofUnknowns,
  type Round,
  type Shocks,
  UNKNOWNS,
} from '../round.ts';
import { type State, valueScaleUsd } from '../state.ts';
import { nobodyAsks } from '../step.ts';
import type { Web } from '../web.ts';
import type { TapedInputs } from './inputs.ts';
import type { TapedWeb } from './web.ts';

/** All that a round is made of, but for what is seen. */
export interface TapedParts {
  /** Who deals with whom, and the numbers that yardsticks are taken from. */
  readonly web: Web;
  readonly inputs: TapedInputs;
  readonly baseline: TapedWeb;
  readonly shocks: Shocks<Node>;
}

/** The fixed point of the rounds on a tape: its unknowns, and the loop that gives them back. */
export interface TapedCascade {
  readonly seen: Readonly<Record<(typeof UNKNOWNS)[number], readonly Node[]>>;
  readonly loop: Loop;
  /** Firms that stand, but would fail at the slightest more: beyond them slopes say nothing. */
  readonly atEdge: readonly number[];
}

/** A margin below this share of a firm's means, or of its value, is the very edge. */
const EDGE = 1e-9;

/** Whether a firm that is hit and stands would fail at the slightest more. */
const standsAtEdge = (
  web: Web,
  i: number,
  {
    meansLossUsd,
    bindingShortUsd,
    lossUsd,
  }: Readonly<Record<'meansLossUsd' | 'bindingShortUsd' | 'lossUsd', number>>,
): boolean => {
  const scale = meansScaleUsd(web, i) || 1;
  const isHit = meansLossUsd > EDGE * scale;
  if (isHit && bindingShortUsd > -EDGE * scale) return true;
  const start = web.startValueUsd[i]!;
  const floor = web.failureThreshold[i]! * start;
  return floor > 0 && start - lossUsd - floor < EDGE * start;
};

/**
 * The local linear piece of the round map around a state where the rounds have come to rest: every
 * firm's step once, with the side of each larger-of and smaller-of that is active there. Whether a firm
 * has failed is taken as it stands: failing is a jump, not a slope.
 *
 * @param state  the fixed point, from `findLimit`
 */
export const tapedCascade = (
  tape: Tape,
  { web, inputs, baseline, shocks }: TapedParts,
  state: State,
): TapedCascade => {
  const inputWeight = web.orders.deal.map(() => tape.zero);
  weigher(web.orders)(tape, inputs.orders, inputWeight);
  const figures: Figures<Node> = { ...inputs, ...baseline, inputWeight };
  const start = tape.size;
  const seen = ofUnknowns((name) => Array.from(state[name], tape.leaf));
  const atEdge: number[] = [];
  const column = (): Node[] => web.firms.map(() => tape.zero);
  const means: Means<Node> = {
    outsideLossUsd: column(),
    ordersLossUsd: column(),
    fundingLossUsd: column(),
    receiptsLossUsd: column(),
  };
  const round: Round<Node> = {
    algebra: tape,
    blame: nobodyAsks(tape),
    web,
    figures,
    inputs: inputsOfCustomers(web.orders, web.size, (leg) => inputWeight[leg] !== tape.zero),
    shocks,
    seen,
    means,
    failed: (i, bindingShort, loss, meansLoss) => {
      if (state.failed[i] === 1) return tape.one;
      const margins = {
        bindingShortUsd: tape.numberOf(bindingShort),
        lossUsd: tape.numberOf(loss),
        meansLossUsd: tape.numberOf(meansLoss),
      };
      if (standsAtEdge(web, i, margins)) atEdge.push(i);
      return tape.zero;
    },
  };
  const after = ofUnknowns(column);
  const since = web.firms.map((_, i) => {
    const from = tape.size;
    stepFirm(round, after, i);
    return from;
  });
  const unknowns = UNKNOWNS.flatMap((name) =>
    web.firms.map(
      (_, i): Unknown => ({
        leaf: seen[name][i]!,
        result: after[name][i]!,
        since: since[i]!,
        size: name === 'valueLossUsd' ? valueScaleUsd(web, i) : 1,
      }),
    ),
  );
  return { seen, loop: { start, end: tape.size, unknowns }, atEdge };
};
