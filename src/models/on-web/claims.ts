import type { Web } from '../chained-boats/web.ts';

/** `[who loses, through whom, dollars]`. */
export type Claim = readonly [number, number, number];

const otherFirms = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(([holder, issuer, usd]) => holder !== issuer && usd > 0);

/** What stakes and warrants are worth at the baseline: `[holder, issuer, dollars]`. */
export const stakeClaims = ({ stakes, startValueUsd }: Web): readonly Claim[] =>
  otherFirms(
    stakes.deal.map((_, leg) => {
      const issuer = stakes.issuer[leg]!;
      return [stakes.holder[leg]!, issuer, stakes.stake[leg]! * startValueUsd[issuer]!];
    }),
  );

/** Faces of loans and guarantees: `[lender, borrower, dollars]`. */
export const loanClaims = ({ loans }: Web): readonly Claim[] =>
  otherFirms(
    loans.deal.map((_, leg) => [loans.lender[leg]!, loans.borrower[leg]!, loans.faceUsd[leg]!]),
  );

/** A core value below this share of the whole is rounding: the firm is worth what it holds. */
const TRACE = 1e-12;

/**
 * What suppliers stand to lose in value on their customers: core value × elasticity × the order's
 * share of revenue, `[supplier, customer, dollars]`.
 */
export const orderClaims = (web: Web): readonly Claim[] => {
  const { orders, revenueUsd, revenueElasticity, coreValueUsd, startValueUsd } = web;
  return otherFirms(
    orders.deal.map((_, leg) => {
      const supplier = orders.supplier[leg]!;
      const revenue = revenueUsd[supplier]!;
      const share = revenue > 0 ? orders.usd[leg]! / revenue : 0;
      const hasCore = coreValueUsd[supplier]! > TRACE * startValueUsd[supplier]!;
      const core = hasCore ? coreValueUsd[supplier]! : 0;
      return [supplier, orders.customer[leg]!, core * revenueElasticity[supplier]! * share];
    }),
  );
};

/** Everything that a firm can lose through another one: stakes, loans and the value behind orders. */
export const allClaims = (web: Web): readonly Claim[] => [
  ...stakeClaims(web),
  ...loanClaims(web),
  ...orderClaims(web),
];
