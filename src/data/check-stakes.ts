import type { Report } from './place.ts';
import { dealOn } from './resolve-deal.ts';
import type { Equity, NetworkDocument } from './schema.ts';

/** Rounding that stakes given in decimals may show when they are summed. */
const TOLERANCE = 1e-9;

interface Holding {
  readonly deal: Equity;
  readonly index: number;
}

/** The part of the issuer that a deal holds on `day` and that no other deal already counts. */
const stakeOn = (deal: Equity, day: string): number => {
  if ((deal.announcedOn ?? '') > day) return 0;
  const state = dealOn(deal, day) as Equity;
  if (state.status === 'cancelled') return 0;
  const counted = state.within === undefined ? 0 : (state.withinShare ?? 1);
  return (state.stake ?? 0) * (1 - counted);
};

const daysOf = (holdings: readonly Holding[]): string[] => {
  const days = holdings.flatMap(({ deal }) => [
    deal.announcedOn ?? '',
    ...(deal.history ?? []).map(({ on }) => on),
  ]);
  return [...new Set(days)].sort();
};

/** Stakes in one issuer never sum above 1, on no day; contingent warrants count as if exercised. */
export const checkStakes = (document: NetworkDocument, report: Report): void => {
  const byIssuer = new Map<string, Holding[]>();
  document.deals.forEach((deal, index) => {
    if (deal.kind !== 'equity') return;
    byIssuer.set(deal.issuer, [...(byIssuer.get(deal.issuer) ?? []), { deal, index }]);
  });
  for (const [issuer, holdings] of byIssuer) {
    for (const day of daysOf(holdings)) {
      const held = holdings.filter(({ deal }) => stakeOn(deal, day) > 0);
      const sum = held.reduce((total, { deal }) => total + stakeOn(deal, day), 0);
      if (sum <= 1 + TOLERANCE) continue;
      const since = day === '' ? '' : ` on ${day}`;
      report(['deals', held.at(-1)!.index, 'stake'], {
        found: `stakes in ${issuer} that sum to ${Number(sum.toFixed(6))}${since}`,
        expected: 'at most 1',
        hint: `They are ${held.map(({ deal }) => deal.id).join(', ')}.`,
      });
      break;
    }
  }
};
