import type { Timeline, TimelineDay } from '../../../src/questions/timeline/timeline-schema.ts';

/** A day with an answer, and how far the loss moved since the last one before it. */
export interface Kink {
  readonly day: string;
  readonly grossLossUsd: number;
  /** Null on the first day that has an answer. */
  readonly changeUsd: number | null;
  readonly failed: readonly string[];
  readonly changes: TimelineDay['changes'];
  readonly looksAhead: boolean;
  readonly loser: string | undefined;
}

/** Share of the largest loss from which a move is worth a mark. */
const NOTABLE = 0.004;

/** Every day that has an answer, in order. */
export const answered = ({ days }: Timeline): readonly Kink[] => {
  let before: number | null = null;
  return days.flatMap(({ day, result, changes }) => {
    if (result === null) return [];
    const { grossLossUsd, failed, losers, laterValues } = result;
    const changeUsd = before === null ? null : grossLossUsd - before;
    before = grossLossUsd;
    const loser = losers[0]?.id;
    return [{ day, grossLossUsd, changeUsd, failed, changes, looksAhead: laterValues > 0, loser }];
  });
};

/** The days from the one before the first kink on: earlier ones are a flat line. */
export const fromFirstKink = (points: readonly Kink[], kinks: readonly Kink[]): readonly Kink[] => {
  const first = points.findIndex(({ day }) => day === kinks[0]?.day);
  return first < 0 ? points : points.slice(Math.max(0, first - 3));
};

/** Days on which the loss moved enough to see, in order. */
export const kinksOf = (points: readonly Kink[]): readonly Kink[] => {
  const largest = Math.max(0, ...points.map(({ grossLossUsd }) => grossLossUsd));
  return points.filter(({ changeUsd }) => Math.abs(changeUsd ?? 0) > NOTABLE * largest);
};
