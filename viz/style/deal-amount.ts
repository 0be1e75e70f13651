import type { Deal } from '../../src/data/schema.ts';

/** Whole-term dollars and dollars a year never share a scale: a map shows one or the other. */
export type WidthBasis = 'total' | 'per-year';

const yearsOf = ({ startYear, endYear }: Deal): number | null =>
  startYear === undefined || endYear === undefined ? null : Math.max(1, endYear - startYear);

const sumKnown = (...amounts: readonly (number | undefined)[]): number | null => {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
};

const totalUsd = (deal: Deal): number | null => {
  switch (deal.kind) {
    case 'order': {
      if (deal.amountUsd !== undefined) return deal.amountUsd;
      if (deal.schedule !== undefined) return sumKnown(...deal.schedule.map(({ usd }) => usd));
      const years = yearsOf(deal);
      return deal.perYearUsd === undefined || years === null ? null : deal.perYearUsd * years;
    }
    case 'equity':
      return (
        deal.valueUsd ?? sumKnown(deal.paidUsd, deal.commitmentUsd) ?? deal.exerciseCostUsd ?? null
      );
    case 'debt':
      return sumKnown(deal.faceUsd, deal.commitmentUsd);
  }
};

const perYearUsd = (deal: Deal): number | null => {
  const years = yearsOf(deal);
  if (deal.kind === 'debt') return deal.servicePerYearUsd ?? null;
  if (deal.kind === 'order' && deal.perYearUsd !== undefined) return deal.perYearUsd;
  if (years === null) return null;
  const flow = deal.kind === 'order' ? totalUsd(deal) : (deal.commitmentUsd ?? null);
  return flow === null ? null : flow / years;
};

/**
 * Dollars of a deal on one basis; null where they are not known on it.
 *
 * A yearly flow counts as a total, and a total as a yearly flow, only over a stated term.
 */
export const dealAmountUsd = (deal: Deal, basis: WidthBasis): number | null =>
  basis === 'total' ? totalUsd(deal) : perYearUsd(deal);
