import type { Cascade, Cause } from '../../src/models/cascade.ts';

/** Dollars lost by `victim` in one round because of one deal. */
export interface Transfer {
  readonly deal: string;
  /** Who lit it; undefined where the scenario itself tore the deal up. */
  readonly igniter: string | undefined;
  readonly victim: string;
  readonly cause: Cause;
  readonly usd: number;
}

export interface RoundBook {
  /** Largest first. */
  readonly transfers: readonly Transfer[];
  /** Net loss of each firm in this round, all causes together. */
  readonly lossUsd: ReadonlyMap<string, number>;
}

const books = new WeakMap<Cascade, readonly RoundBook[]>();

/**
 * The ledgers turned on their side: one book per entry of `cascade.rounds`. Lines without a deal
 * (own shock, lost outside funding, limited liability) count in `lossUsd` only. Computed once per
 * cascade.
 */
export const roundBooks = (cascade: Cascade): readonly RoundBook[] => {
  const known = books.get(cascade);
  if (known !== undefined) return known;
  const drafts = new Map(
    cascade.rounds.map(({ round }) => [
      round,
      { transfers: [] as Transfer[], lossUsd: new Map<string, number>() },
    ]),
  );
  for (const { id: victim, ledger } of cascade.firms) {
    for (const { round, deal, firm: igniter, cause, usd } of ledger) {
      const draft = drafts.get(round);
      if (draft === undefined) continue;
      draft.lossUsd.set(victim, (draft.lossUsd.get(victim) ?? 0) + usd);
      if (deal !== undefined && usd > 0) {
        draft.transfers.push({ deal, igniter, victim, cause, usd });
      }
    }
  }
  const result = [...drafts.values()].map(({ transfers, lossUsd }) => ({
    transfers: transfers.sort((a, b) => b.usd - a.usd),
    lossUsd,
  }));
  books.set(cascade, result);
  return result;
};

/** Caption of round `k` (1 = the first entry of `cascade.rounds`): its largest transfers. */
export const topTransfers = (cascade: Cascade, k: number, count = 3): readonly Transfer[] =>
  roundBooks(cascade)[k - 1]?.transfers.slice(0, count) ?? [];

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
