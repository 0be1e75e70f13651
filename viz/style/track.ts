import type { Cascade } from '../../src/models/cascade.ts';
import { roundBooks } from './transfers.ts';

export interface Hit {
  /** 1 = the first entry of `cascade.rounds`. */
  readonly round: number;
  readonly igniter: string | undefined;
}

export interface Track {
  readonly largestUsd: number;
  /** Loss of each firm after 0, 1, ... rounds, in the order of `cascade.firms`. */
  readonly lossUsd: readonly (readonly number[])[];
  readonly hits: readonly (Hit | null)[];
  /** Per round, the stronger direction of each deal: its victim and dollars. */
  readonly flows: readonly ReadonlyMap<string, { readonly victim: string; readonly usd: number }>[];
}

const tracks = new WeakMap<Cascade, Track>();

/** The rounds of a cascade as running sums, computed once per cascade. */
export const trackOf = (cascade: Cascade): Track => {
  const known = tracks.get(cascade);
  if (known !== undefined) return known;
  const book = roundBooks(cascade);
  const flows = book.map(({ transfers }) => {
    const both = new Map<string, Map<string, number>>();
    for (const { deal, victim, usd } of transfers) {
      const ends = both.get(deal) ?? new Map<string, number>();
      both.set(deal, ends.set(victim, (ends.get(victim) ?? 0) + usd));
    }
    return new Map(
      [...both].map(([deal, ends]) => {
        const [victim, usd] = [...ends].reduce((a, b) => (b[1] > a[1] ? b : a));
        return [deal, { victim, usd }];
      }),
    );
  });
  const lossUsd = cascade.firms.map(({ id }) => {
    const sums = [0];
    for (const round of book) sums.push(sums.at(-1)! + (round.lossUsd.get(id) ?? 0));
    return sums;
  });
  const hits = cascade.firms.map(({ id }): Hit | null => {
    const k = book.findIndex((round) => (round.lossUsd.get(id) ?? 0) > 0);
    if (k < 0) return null;
    const igniter = book[k]!.transfers.find(({ victim }) => victim === id)?.igniter;
    return { round: k + 1, igniter: igniter === id ? undefined : igniter };
  });
  const largestUsd = Math.max(0, ...flows.flatMap((flow) => [...flow.values()].map((f) => f.usd)));
  const track = { flows, lossUsd, hits, largestUsd };
  tracks.set(cascade, track);
  return track;
};
