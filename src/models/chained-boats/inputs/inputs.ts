/**
 * What the chained-boats model needs, as typed arrays: firms 0..n-1, legs in the order of deals.
 * Dollars are per period (a year, or the mean year of a window); values are stocks in dollars.
 */
export interface ModelInputs {
  readonly firms: readonly string[];
  /** Baseline stocks and flows per firm, length n. */
  readonly externalRevenueUsd: Float64Array;
  readonly fixedCostUsd: Float64Array;
  readonly variableCostUsd: Float64Array;
  readonly fundsUsd: Float64Array;
  /** Means assumed where none are known: a cushion, not a source that closes a gap. */
  readonly reserveUsd: Float64Array;
  readonly outsideServiceUsd: Float64Array;
  /** Outside funding planned for the period; the model raises it to the gap. */
  readonly plannedFundingUsd: Float64Array;
  /** Equity value E0; NaN where nobody knows it (the model then uses the worth of its claims). */
  readonly valueUsd: Float64Array;
  readonly revenueElasticity: Float64Array;
  readonly fundingElasticity: Float64Array;
  readonly failureThreshold: Float64Array;
  readonly failureCostUsd: Float64Array;
  readonly ownRecovery: Float64Array;
  readonly receivableRecovery: Float64Array;
  readonly liquidShare: Float64Array;
  readonly priceImpact: Float64Array;
  readonly orders: OrderLegs;
  readonly stakes: StakeLegs;
  readonly promises: PromiseLegs;
  readonly loans: LoanLegs;
  readonly valuation: 'market' | 'book';
}

export interface OrderLegs {
  readonly deal: readonly string[];
  readonly customer: Int32Array;
  readonly supplier: Int32Array;
  /** Dollars per period; 0 where unknown: nothing then travels along it but its fulfilment. */
  readonly usd: Float64Array;
  readonly takeOrPay: Float64Array;
  readonly essentiality: Float64Array;
  /** Inputs of one category replace each other; an index, unique over the whole web per customer. */
  readonly category: Int32Array;
}

export interface StakeLegs {
  readonly deal: readonly string[];
  readonly holder: Int32Array;
  readonly issuer: Int32Array;
  readonly stake: Float64Array;
  /** Order leg whose fulfilled share the stake is worth (a warrant), or -1. */
  readonly link: Int32Array;
  /** 1: not yet owned, so it can't be sold. */
  readonly contingent: Uint8Array;
}

/** Money promised and not yet paid: equity tranches and undrawn credit. */
export interface PromiseLegs {
  readonly deal: readonly string[];
  readonly payer: Int32Array;
  readonly payee: Int32Array;
  readonly usd: Float64Array;
  readonly link: Int32Array;
}

export interface LoanLegs {
  readonly deal: readonly string[];
  readonly lender: Int32Array;
  readonly borrower: Int32Array;
  readonly faceUsd: Float64Array;
  readonly serviceUsd: Float64Array;
  /** 1: a guarantee, called when the borrower leaves any binding payment unmet. */
  readonly guarantee: Uint8Array;
}
