import { describe, expect, it } from 'vitest';
import type { CascadeRound } from '../../../src/models/cascade.ts';
import {
  advance,
  playbackSteps,
  ROUND_MS,
  stepAt,
  stepFrom,
} from '../../../viz/panels/playback.ts';

const round = (
  number: number,
  lossUsd: number,
  extra: Partial<CascadeRound> = {},
): CascadeRound => ({
  round: number,
  lossUsd,
  failed: [],
  spans: 1,
  ...extra,
});

// 100 in all: rounds 4 and 5 take less than 1 each and close the run, the last one standing for 30.
const rounds = [
  round(1, 50),
  round(2, 0.5),
  round(3, 48.5, { failed: ['bravo'] }),
  round(4, 0.9),
  round(5, 0.1, { spans: 30 }),
];
const steps = playbackSteps(rounds);

describe('playbackSteps', () => {
  it('plays small rounds at the end as one, and leaves small rounds before a large one alone', () => {
    expect(steps.map(({ firstRound, lastRound }) => [firstRound, lastRound])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 34],
    ]);
    expect(steps[3]!.lossUsd).toBeCloseTo(1, 12);
  });

  it('keeps every dollar and every failure', () => {
    expect(steps.reduce((sum, { lossUsd }) => sum + lossUsd, 0)).toBeCloseTo(100, 12);
    expect(steps.flatMap(({ failed }) => failed)).toEqual(['bravo']);
  });

  it('shows a small round in which a firm fails', () => {
    const withFailure = playbackSteps([...rounds, round(6, 0.01, { failed: ['carrow'] })]);
    expect(withFailure.at(-1)!.failed).toEqual(['carrow']);
    expect(withFailure.at(-1)!.from).toBe(withFailure.at(-1)!.to);
  });

  it('has no step where nothing happened', () => {
    expect(playbackSteps([])).toEqual([]);
    expect(advance([], 0, 100, 1)).toBe(0);
  });
});

describe('positions', () => {
  it('tells the last finished step', () => {
    expect([0, 0.9, 1, 2.5, 3, 4.2, 5].map((position) => stepAt(steps, position))).toEqual([
      -1, -1, 0, 1, 2, 2, 3,
    ]);
  });

  it('takes the same time for every step, whatever it spans', () => {
    expect(advance(steps, 0, ROUND_MS / 2, 1)).toBe(0.5);
    expect(advance(steps, 3, ROUND_MS / 2, 1)).toBe(4);
    expect(advance(steps, 3, ROUND_MS, 2)).toBe(5);
    expect(advance(steps, 5, ROUND_MS, 1)).toBe(5);
  });

  it('steps to whole steps only', () => {
    expect(stepFrom(steps, 0, 1)).toBe(1);
    expect(stepFrom(steps, 3, 1)).toBe(5);
    expect(stepFrom(steps, 5, 1)).toBe(5);
    expect(stepFrom(steps, 5, -1)).toBe(3);
    expect(stepFrom(steps, 1.4, -1)).toBe(1);
    expect(stepFrom(steps, 0.4, -1)).toBe(0);
    expect(stepFrom(steps, 0, -1)).toBe(0);
  });
});
