import { type ShockArrays, shockArrays } from '../../models/chained-boats/shocks.ts';
import {
  defaultSolveOptions,
  type RoundView,
  type SolveOptions,
  solve,
  solveSpace,
} from '../../models/chained-boats/solve.ts';
import type { State } from '../../models/chained-boats/state.ts';
import type { Web } from '../../models/chained-boats/web.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { DrawnWeb } from './drawn-web.ts';

/** Rounds whose loss is kept; what comes later is in the total. */
export const ROUNDS = 12;

/** Figures of the whole web that are kept of every draw. */
export const TOTALS = [
  'grossLossUsd',
  'ownersLossUsd',
  'firstLossUsd',
  'amplification',
  'failures',
  'gapUsd',
] as const;

/** Figures of every firm that are kept of every draw. */
export const FIRM_FIGURES = ['lossUsd', 'lossFraction', 'activity', 'gapUsd', 'failed'] as const;

export type TotalFigure = (typeof TOTALS)[number];
export type FirmFigure = (typeof FIRM_FIGURES)[number];

/** Where each figure stands in the row of a draw. */
export const columnOf = {
  total: (figure: TotalFigure): number => TOTALS.indexOf(figure),
  /** Loss of all firms up to a round, 1..ROUNDS. */
  round: (round: number): number => TOTALS.length + round - 1,
  firm: (i: number, figure: FirmFigure): number =>
    TOTALS.length + ROUNDS + i * FIRM_FIGURES.length + FIRM_FIGURES.indexOf(figure),
} as const;

export const rowWidth = (firms: number): number =>
  TOTALS.length + ROUNDS + firms * FIRM_FIGURES.length;

/** A draw's limit is as far off as this share of a firm's size at most: far less than draws differ. */
const DRAW_OPTIONS: SolveOptions = {
  ...defaultSolveOptions,
  tolerance: 1e-6,
  maxPasses: 20_000,
  checkEvery: 4,
  restPasses: 0,
};

const writeFirms = (web: Web, state: State, row: Float64Array, offset: number): void => {
  const width = FIRM_FIGURES.length;
  const first = offset + columnOf.firm(0, 'lossUsd');
  for (let i = 0; i < web.size; i++) {
    const at = first + i * width;
    const startUsd = web.startValueUsd[i]!;
    const lossUsd = state.valueLossUsd[i]!;
    row[at] = lossUsd;
    row[at + 1] = startUsd > 0 ? Math.min(1, lossUsd / startUsd) : 0;
    row[at + 2] = 1 - state.activityLoss[i]!;
    row[at + 3] = web.gapUsd[i]!;
    row[at + 4] = state.failed[i]!;
  }
};

const writeTotals = (
  web: Web,
  state: State,
  heldInside: Float64Array,
  row: Float64Array,
  offset: number,
): void => {
  heldInside.fill(0);
  const { issuer, stake, contingent } = web.stakes;
  for (let leg = 0; leg < issuer.length; leg++) {
    if (!contingent[leg]) heldInside[issuer[leg]!]! += stake[leg]!;
  }
  let gross = 0;
  let owners = 0;
  let failures = 0;
  let gap = 0;
  for (let i = 0; i < web.size; i++) {
    gross += state.valueLossUsd[i]!;
    owners += (1 - heldInside[i]!) * state.valueLossUsd[i]!;
    failures += state.failed[i]!;
    gap += web.gapUsd[i]!;
  }
  const first = row[offset + columnOf.round(1)]!;
  row[offset] = gross;
  row[offset + 1] = owners;
  row[offset + 2] = first;
  row[offset + 3] = first > 0 ? gross / first : Number.NaN;
  row[offset + 4] = failures;
  row[offset + 5] = gap;
};

/** Writes what becomes of one draw; false where its limit was not shown to be reached. */
export type DrawFigures = (
  point: Float64Array | null,
  row: Float64Array,
  offset: number,
) => boolean;

const sumOf = (numbers: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at]!;
  return sum;
};

/**
 * A scenario played on drawn webs: rounds as `simulate` plays them, then the limit. Nothing is allocated per
 * draw. A point of null plays the web as its records stand.
 *
 * A share of value lost is 0 for a firm that was worth nothing; `amplification` is NaN where the shock itself
 * took nothing.
 */
export const drawFigures = (drawn: DrawnWeb, { shocks }: Scenario): DrawFigures => {
  const { compiled, web, draw } = drawn;
  const arrays: ShockArrays = shockArrays(web, shocks, compiled.derivation.layers);
  const space = solveSpace(web.size);
  const heldInside = new Float64Array(web.size);
  let target: Float64Array;
  let start = 0;
  let rounds = 0;
  const onRound = ({ round, after }: RoundView): void => {
    if (round > ROUNDS) return;
    rounds = round;
    target[start + round - 1] = sumOf(after.valueLossUsd);
  };
  return (point, row, offset) => {
    const settled = point === null || draw(point);
    const played = point === null ? compiled.web : web;
    target = row;
    start = offset + columnOf.round(1);
    rounds = 0;
    const { state, converged } = solve(played, arrays, DRAW_OPTIONS, onRound, space);
    row.fill(sumOf(state.valueLossUsd), start + rounds, start + ROUNDS);
    writeTotals(played, state, heldInside, row, offset);
    writeFirms(played, state, row, offset);
    return settled && converged;
  };
};
