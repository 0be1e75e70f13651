import type { CascadeRound } from '../../src/models/cascade.ts';

/** One tick of the scrubber: rounds `from`..`to` (1-based positions in `rounds`) played as one. */
export interface Step {
  readonly from: number;
  readonly to: number;
  /** Plain rounds that it stands for, as a reader counts them. */
  readonly firstRound: number;
  readonly lastRound: number;
  readonly lossUsd: number;
  readonly failed: readonly string[];
}

export const ROUND_MS = 900;
/** Closing rounds that each take less than this share of the whole loss are played as one. */
const TAIL_SHARE = 0.01;
const LONGEST_PLAY = 8;

const stepOf = (rounds: readonly CascadeRound[], from: number, to: number): Step => {
  const part = rounds.slice(from - 1, to);
  const last = part.at(-1)!;
  return {
    from,
    to,
    firstRound: part[0]!.round,
    lastRound: last.round + last.spans - 1,
    lossUsd: part.reduce((sum, { lossUsd }) => sum + lossUsd, 0),
    failed: part.flatMap(({ failed }) => failed),
  };
};

/** Rounds as the scrubber shows them: single rounds, then one step for the small rounds at the end. */
export const playbackSteps = (rounds: readonly CascadeRound[]): readonly Step[] => {
  const total = rounds.reduce((sum, { lossUsd }) => sum + Math.abs(lossUsd), 0);
  const isSmall = ({ lossUsd, failed }: CascadeRound): boolean =>
    Math.abs(lossUsd) < TAIL_SHARE * total && failed.length === 0;
  let tail = rounds.length;
  while (tail > 0 && isSmall(rounds[tail - 1]!)) tail -= 1;
  tail = Math.min(tail, Math.max(LONGEST_PLAY, 1));
  const steps = rounds.slice(0, tail).map((_round, index) => stepOf(rounds, index + 1, index + 1));
  return tail < rounds.length ? [...steps, stepOf(rounds, tail + 1, rounds.length)] : steps;
};

/** The step that is being played, or was last finished, at `position`; -1 before the first. */
export const stepAt = (steps: readonly Step[], position: number): number => {
  const index = steps.findIndex(({ to }) => position < to);
  const next = index === -1 ? steps.length : index;
  return next - 1;
};

/** The position after `ms` of playing; every step takes the same time, however much it spans. */
export const advance = (
  steps: readonly Step[],
  position: number,
  ms: number,
  speed: number,
): number => {
  const playing = steps[stepAt(steps, position) + 1];
  if (!playing) return position;
  const width = playing.to - playing.from + 1;
  return Math.min(playing.to, position + (width * ms * speed) / ROUND_MS);
};

/** Position one whole step back or on. */
export const stepFrom = (steps: readonly Step[], position: number, by: 1 | -1): number => {
  const done = stepAt(steps, position);
  const start = done < 0 ? 0 : steps[done]!.to;
  if (by === 1) return steps[done + 1]?.to ?? start;
  if (position > start) return start;
  return done <= 0 ? 0 : steps[done - 1]!.to;
};
