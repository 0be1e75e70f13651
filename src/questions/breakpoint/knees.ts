import type { BreakPoints } from './breakpoint-schema.ts';
import type { Struck } from './scaled-shock.ts';

type Knee = BreakPoints['knees'][number];

/** Steps narrower than this are the two sides of one break. */
const NARROW = 1e-4;
/** A rise across a narrow step that is more than this share of the whole loss is a jump. */
const JUMP = 1e-3;
/** Slopes that differ by more than this share of the mean slope meet at a knee. */
const TURN = 0.15;
/** Knees closer than this are one. */
const APART = 0.02;

const slope = (low: Struck, high: Struck): number =>
  high.size > low.size ? (high.grossLossUsd - low.grossLossUsd) / (high.size - low.size) : 0;

const newlyFailed = (before: Struck, after: Struck, ids: readonly string[]): string[] =>
  ids.filter((_, i) => after.failed[i]! > before.failed[i]!);

/** Runs without the far side of narrow steps: what is left is smooth between breaks. */
const slopeAround = (runs: readonly Struck[], at: number, side: -1 | 1): number => {
  const from = runs[at]!;
  for (let next = at + side; next >= 0 && next < runs.length; next += side) {
    const to = runs[next]!;
    if (Math.abs(to.size - from.size) < NARROW * 10) continue;
    return side < 0 ? slope(to, from) : slope(from, to);
  }
  return 0;
};

const jumps = (runs: readonly Struck[], ids: readonly string[], wholeUsd: number): Knee[] =>
  runs.slice(1).flatMap((high, index): Knee[] => {
    const low = runs[index]!;
    const failed = newlyFailed(low, high, ids);
    const rise = high.grossLossUsd - low.grossLossUsd;
    if (high.size - low.size > NARROW || (rise <= JUMP * wholeUsd && failed.length === 0))
      return [];
    return [
      {
        kind: 'jump',
        size: high.size,
        beforeUsd: low.grossLossUsd,
        afterUsd: high.grossLossUsd,
        slopeBeforeUsd: slopeAround(runs, index, -1),
        slopeAfterUsd: slopeAround(runs, index + 1, 1),
        failed,
      },
    ];
  });

const turns = (runs: readonly Struck[], wholeUsd: number): Knee[] =>
  runs.slice(1, -1).flatMap((run, index): Knee[] => {
    const [before, after] = [slopeAround(runs, index + 1, -1), slopeAround(runs, index + 1, 1)];
    if (Math.abs(after - before) <= TURN * wholeUsd) return [];
    return [
      {
        kind: 'knee',
        size: run.size,
        beforeUsd: run.grossLossUsd,
        afterUsd: run.grossLossUsd,
        slopeBeforeUsd: before,
        slopeAfterUsd: after,
        failed: [],
      },
    ];
  });

/** Largest first, none within `APART` of a larger one. */
const sharpest = (knees: readonly Knee[], taken: readonly Knee[]): Knee[] => {
  const turn = ({ slopeBeforeUsd, slopeAfterUsd }: Knee): number =>
    Math.abs(slopeAfterUsd - slopeBeforeUsd);
  const kept: Knee[] = [];
  for (const knee of knees.toSorted((a, b) => turn(b) - turn(a))) {
    const near = [...taken, ...kept].some(({ size }) => Math.abs(size - knee.size) < APART);
    if (!near) kept.push(knee);
  }
  return kept;
};

/**
 * Jumps (somebody fails, or the loss rises at once) and knees (its slope turns by more than 15 % of its
 * mean slope), by size.
 *
 * @param runs  by size, fine where somebody fails
 */
export const kneesOf = (runs: readonly Struck[], ids: readonly string[]): Knee[] => {
  const wholeUsd = runs.at(-1)?.grossLossUsd ?? 0;
  if (wholeUsd === 0) return [];
  const sudden = jumps(runs, ids, wholeUsd);
  return [...sudden, ...sharpest(turns(runs, wholeUsd), sudden)].sort((a, b) => a.size - b.size);
};
