import type { Cascade } from '../../src/models/cascade.ts';
import { type Hit, type Track, trackOf } from './track.ts';

export interface FirmFrame {
  /** Share of value lost up to the whole round shown: a true state. Null: no known value to lose. */
  readonly lossFraction: number | null;
  readonly lossUsd: number;
  readonly failed: boolean;
  /** Round of the first loss and the largest igniter in it; null: not hit up to the round shown. */
  readonly hit: Hit | null;
  /** 0..1, the same share between rounds: for appearance only. */
  readonly heat: number;
  /** The loss of this firm sets out here, in the round being travelled: nobody lit it. */
  readonly spark: boolean;
}

export interface DealFrame {
  /** Firm that the fire runs to in the round being travelled. */
  readonly victim: string;
  /** Dollars of the round being travelled, in that direction. */
  readonly usd: number;
  /** 0..1: dollars over the largest transfer of the whole run; 0 when nothing travels. */
  readonly brightness: number;
  /** 0..1: how far the front has come. */
  readonly progress: number;
  /** 0..1: what glows on after earlier rounds, 30 % of their brightness. */
  readonly ember: number;
}

export interface Frame {
  readonly position: number;
  /** Whole rounds that the figures show, 0 = before the first. */
  readonly round: number;
  readonly rounds: number;
  /** Gross loss after `round` rounds. */
  readonly lossUsd: number;
  readonly firms: ReadonlyMap<string, FirmFrame>;
  /** Deals with heat or ember only. */
  readonly deals: ReadonlyMap<string, DealFrame>;
}

/** A round's clock, as shares of it: the fire travels, then strikes, then all settles. */
export const TRAVEL_END = 380 / 900;
export const IMPACT_END = 560 / 900;
/** A round's transfers fade to embers while the next sets out. */
const FADE_END = 0.15;
const EMBER = 0.3;

const ramp = (value: number, start: number, end: number): number => {
  const share = Math.min(1, Math.max(0, (value - start) / (end - start)));
  return share * share * (3 - 2 * share);
};

const dealFrames = (track: Track, position: number): ReadonlyMap<string, DealFrame> => {
  // At a whole position the round just finished still stands lit, so that stepping shows it.
  const travelling = Math.max(0, Math.ceil(position) - 1);
  const share = position === 0 ? 0 : position - travelling;
  const progress = share === 0 ? 0 : ramp(share, 0, TRAVEL_END);
  const frames = new Map<string, DealFrame>();
  for (let k = 0; k < travelling; k++) {
    const faded = k === travelling - 1 ? ramp(share, 0, FADE_END) : 1;
    for (const [deal, { victim, usd }] of track.flows[k]!) {
      const was = usd / track.largestUsd;
      const ember = Math.max(frames.get(deal)?.ember ?? 0, EMBER * was);
      const brightness = was * (1 - faded);
      frames.set(deal, { victim, usd: brightness > 0 ? usd : 0, brightness, progress: 1, ember });
    }
  }
  for (const [deal, { victim, usd }] of share > 0 ? (track.flows[travelling] ?? []) : []) {
    const brightness = (usd / track.largestUsd) * ramp(share, 0, FADE_END);
    const ember = frames.get(deal)?.ember ?? 0;
    frames.set(deal, { victim, usd, brightness, progress, ember });
  }
  return frames;
};

/**
 * The cascade as it stands at `position`, 0..rounds.length, clamped.
 *
 * Figures (`round`, `lossUsd`, `lossFraction`, `failed`) are those of a whole round, the round whose
 * impact is over; `heat`, `brightness`, `progress` and `ember` run smoothly and are appearance only.
 */
export const frameAt = (cascade: Cascade, position: number): Frame => {
  const track = trackOf(cascade);
  const rounds = cascade.rounds.length;
  const at = Math.min(rounds, Math.max(0, position));
  const whole = Math.min(rounds, Math.floor(at));
  const struck = ramp(at - whole, TRAVEL_END, IMPACT_END);
  const round = at - whole >= IMPACT_END ? whole + 1 : whole;
  const firms = new Map(
    cascade.firms.map((outcome, i): [string, FirmFrame] => {
      const sums = track.lossUsd[i]!;
      const hit = track.hits[i]!;
      const [before, after] = [sums[whole]!, sums[Math.min(rounds, whole + 1)]!];
      const { startValueUsd, valueKnown, failedInRound } = outcome;
      const shareOf = (usd: number): number => Math.min(1, Math.max(0, usd / startValueUsd));
      const canLose = valueKnown && startValueUsd > 0;
      const failedAt = cascade.rounds.findIndex((entry) => entry.round === failedInRound) + 1;
      return [
        outcome.id,
        {
          lossFraction: canLose ? shareOf(sums[round]!) : null,
          lossUsd: sums[round]!,
          failed: failedInRound !== null && failedAt <= round,
          heat: canLose ? shareOf(before + (after - before) * struck) : 0,
          hit: hit !== null && hit.round <= round ? hit : null,
          spark: hit !== null && hit.round === whole + 1 && hit.igniter === undefined,
        },
      ];
    }),
  );
  const lossUsd = track.lossUsd.reduce((sum, sums) => sum + sums[round]!, 0);
  return { position: at, round, rounds, lossUsd, firms, deals: dealFrames(track, at) };
};
