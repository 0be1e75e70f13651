import type { Figure } from '../../models/chained-boats/inputs/figures.ts';
import type { Node } from '../../numerics/program/tape.ts';
import { openLoop } from '../../numerics/program/tape-loop.ts';
import { slopesOf, slopesOnSides } from '../../numerics/program/tape-slopes.ts';
import { randomFrom } from '../../numerics/random/random.ts';
import type { Slope } from './sensitivity-schema.ts';
import type { TapedRun } from './taped-run.ts';

/** The slopes of a target in every figure, and how well the adjoint equations hold. */
export interface SlopesFound {
  readonly slopes: readonly Slope[];
  /** Null where there is no solution: the web stands at its tipping point, or the run has no limit. */
  readonly residual: number | null;
}

/** A tie that a figure moves by less than this share of its yardstick, per 100 % of the figure, stays. */
const STAYS = 1e-9;
/** Sides that differ by less than this share of the larger are one slope. */
const SAME = 1e-9;

const yardstick = ({ value }: Figure): number => (value === 0 ? 1 : Math.abs(value));

const unknownSlope = ({ input, value, unit, evidence }: Figure): Slope => ({
  input,
  value,
  unit,
  slope: null,
  slopeBelow: null,
  slopeAbove: null,
  kink: false,
  perPercentUsd: null,
  evidence,
});

/** Nothing is 0, not -0. */
const withoutSign = (slope: number | null): number | null => (slope === 0 ? 0 : slope);

const slopeFrom = (figure: Figure, below: number | null, above: number | null): Slope => {
  const { input, value, unit, min, max, evidence } = figure;
  const slopeBelow = value <= min ? null : withoutSign(below);
  const slopeAbove = value >= max ? null : withoutSign(above);
  const unsettled = (below === null && value > min) || (above === null && value < max);
  if (unsettled) return unknownSlope(figure);
  const kink =
    slopeBelow !== null &&
    slopeAbove !== null &&
    Math.abs(slopeBelow - slopeAbove) > SAME * Math.max(Math.abs(slopeBelow), Math.abs(slopeAbove));
  const slope = kink ? null : (slopeAbove ?? slopeBelow);
  const perPercentUsd = slope === null ? null : withoutSign((slope * value) / 100);
  return { input, value, unit, slope, slopeBelow, slopeAbove, kink, perPercentUsd, evidence };
};

/**
 * How a target moves with every figure, to first order: one solve of (I - dF/dx)^T lambda = dT/dx at the
 * fixed point x = F(x), then dT/dfigure = lambda . dF/dfigure, carried back through the baseline and the
 * derivation of the inputs to the records.
 *
 * Where two limits of the model tie (an order ends just as the window does), the slope has two sides. A
 * second solve, of all ties together with random weights, finds the figures that break a tie; for
 * those alone the two sides are followed forwards. Whether a firm fails is a jump and has no slope:
 * slopes hold while the same firms fail.
 *
 * @param target  a node of the run's tape
 */
export const slopesAt = (run: TapedRun, target: Node): SlopesFound => {
  const { tape, figures, baseline, cascade, limit } = run;
  const unknown = { slopes: figures.map(unknownSlope), residual: null };
  if (limit.errorBound === null) return unknown;
  const loops = [baseline.loop, cascade.loop];
  const open = loops.map((loop) => openLoop(tape, loop));
  const { slope, residual } = slopesOf(tape, open, new Map([[target, 1]]));
  if (!Number.isFinite(residual)) return unknown;
  const random = randomFrom(1);
  const apart = new Map<Node, number>();
  for (const { first, second, size } of tape.ties) {
    const weight = (1 + random()) / size;
    apart.set(first, (apart.get(first) ?? 0) + weight);
    apart.set(second, (apart.get(second) ?? 0) - weight);
  }
  const ties = slopesOf(tape, open, apart);
  const onSide = slopesOnSides(tape, loops, target);
  const slopes = figures.map((figure) => {
    const { leaf } = figure;
    if (Math.abs(ties.slope[leaf]! * yardstick(figure)) <= STAYS) {
      return slopeFrom(figure, slope[leaf]!, slope[leaf]!);
    }
    const { value, min, max } = figure;
    const below = value <= min ? null : onSide(leaf, -1);
    return slopeFrom(figure, below, value >= max ? null : onSide(leaf, 1));
  });
  return { slopes, residual };
};
