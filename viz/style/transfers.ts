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
