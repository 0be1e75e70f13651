import { nineDigits } from '../../base/agreed-digits.ts';
import { type LongWork, workThrough } from '../../base/long-work.ts';
import type { Network } from '../../data/graph.ts';
import { compileWeb, fillDefaults } from '../../models/chained-boats/simulate.ts';
import { checkScenario } from '../../scenario/check.ts';
import { receiptFor } from '../../scenario/receipt.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { BreakPoints, CurvePoint } from './breakpoint-schema.ts';
import { kneesOf } from './knees.ts';
import { ownSizeOf, type Struck, scaledTo, strikerOf } from './scaled-shock.ts';

/** Sizes are right to within this. */
export const TOLERANCE = 2 ** -17;
const GRID = 64;
/** A stretch of the curve is drawn straight where its middle is off by no more than this share of the whole. */
const STRAIGHT = 2e-4;
/** Between grid points no finer than this, but for failures, which are found to the tolerance. */
const FINEST = 1 / 1024;

const sameFailures = (one: Struck, other: Struck): boolean =>
  one.failed.every((failed, i) => failed === other.failed[i]);

/**
 * Sizes between two ends at which somebody fails, or the loss bends: halve until neither does.
 *
 * A larger shock never lessens anybody's loss, so firms that stand at both ends, or have failed at
 * both, do so between.
 */
const refine = (
  at: (size: number) => Struck,
  low: Struck,
  high: Struck,
  scaleUsd: number,
  found: Struck[],
): void => {
  const width = high.size - low.size;
  const breaks = !sameFailures(low, high);
  if (width <= (breaks ? TOLERANCE : FINEST)) return;
  const middle = at((low.size + high.size) / 2);
  const off = Math.abs(middle.grossLossUsd - (low.grossLossUsd + high.grossLossUsd) / 2);
  if (!breaks && off <= STRAIGHT * scaleUsd) return;
  refine(at, low, middle, scaleUsd, found);
  found.push(middle);
  refine(at, middle, high, scaleUsd, found);
};

const pointOf = ({ size, grossLossUsd, ownersLossUsd, failed, converged }: Struck): CurvePoint => ({
  size,
  grossLossUsd,
  ownersLossUsd,
  failed: failed.reduce((sum, one) => sum + one, 0),
  converged,
});

/**
 * Where firms fail as a scenario's shocks grow together, and the curve of the loss.
 *
 * Sizes run from 0 to 1, the size of the largest shock; the others keep their proportions to it. The
 * model's losses never fall as a shock grows, so every firm fails at one size or never, and halving finds
 * it to `TOLERANCE`. The curve is sampled evenly, more finely where it bends and to the tolerance where
 * somebody fails.
 *
 * @returns ended early, what was found so far; the curve then stops at the last size looked at
 * @throws ScenarioError for a scenario without a shock above 0, or as `simulate`
 */
export const breakPoints = async (
  network: Network,
  scenario: Scenario,
  follow: LongWork = {},
): Promise<BreakPoints> => {
  const ownSize = ownSizeOf(scenario.shocks);
  checkScenario(network, scenario);
  const full = fillDefaults(scenario);
  const compiled = compileWeb(network, full);
  const strike = strikerOf(compiled);
  const at = (size: number): Struck => strike(scaledTo(full.shocks, size), size);
  const whole = at(1);
  const runs: Struck[] = [at(0)];
  const { complete } = await workThrough(
    GRID,
    (step) => {
      const low = runs.at(-1)!;
      const high = step + 1 === GRID ? whole : at((step + 1) / GRID);
      refine(at, low, high, whole.grossLossUsd, runs);
      runs.push(high);
    },
    follow,
  );
  const own = at(ownSize);
  const { firms: ids } = compiled.web;
  const firms = ids
    .map((id, i) => ({
      id,
      failsAt: runs.find(({ failed }) => failed[i] === 1)?.size ?? null,
      lossUsd: own.lossUsd[i]!,
      lossAtFullUsd: whole.lossUsd[i]!,
    }))
    .sort(
      (a, b) =>
        (a.failsAt ?? 2) - (b.failsAt ?? 2) ||
        b.lossAtFullUsd - a.lossAtFullUsd ||
        (a.id < b.id ? -1 : 1),
    );
  return {
    version: 1,
    receipt: receiptFor(network, full, [
      firms.map(({ id, failsAt, lossAtFullUsd }) => [id, failsAt, nineDigits(lossAtFullUsd)]),
    ]),
    ownSize,
    tolerance: TOLERANCE,
    firms,
    curve: runs.map(pointOf),
    knees: kneesOf(runs, ids),
    complete,
  };
};
