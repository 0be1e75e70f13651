import type { ModelInputs } from '../../src/models/chained-boats/inputs/inputs.ts';

type PerFirm = readonly number[];

/** A model problem written by hand: what isn't given is switched off. */
export interface SmallProblem {
  readonly externalRevenueUsd?: PerFirm;
  readonly fixedCostUsd?: PerFirm;
  readonly variableCostUsd?: PerFirm;
  readonly fundsUsd?: PerFirm;
  readonly reserveUsd?: PerFirm;
  readonly outsideServiceUsd?: PerFirm;
  readonly plannedFundingUsd?: PerFirm;
  readonly valueUsd?: PerFirm;
  readonly revenueElasticity?: number;
  readonly fundingElasticity?: number;
  readonly failureThreshold?: PerFirm;
  readonly failureCostUsd?: PerFirm;
  readonly ownRecovery?: number;
  readonly receivableRecovery?: number;
  readonly liquidShare?: number;
  readonly priceImpact?: number;
  readonly valuation?: 'market' | 'book';
  readonly orders?: readonly {
    readonly customer: number;
    readonly supplier: number;
    readonly usd: number;
    readonly takeOrPay?: number;
    readonly essentiality?: number;
    readonly category?: number;
  }[];
  readonly stakes?: readonly {
    readonly holder: number;
    readonly issuer: number;
    readonly stake: number;
    /** Index of the order that a warrant is contingent on. */
    readonly warrantOn?: number;
  }[];
  readonly promises?: readonly {
    readonly payer: number;
    readonly payee: number;
    readonly usd: number;
    readonly link?: number;
  }[];
  readonly loans?: readonly {
    readonly lender: number;
    readonly borrower: number;
    readonly faceUsd: number;
    readonly serviceUsd: number;
    readonly guarantee?: boolean;
  }[];
}

export const smallInputs = (size: number, problem: SmallProblem): ModelInputs => {
  const perFirm = (values: PerFirm | undefined, fallback = 0) =>
    Float64Array.from({ length: size }, (_, i) => values?.[i] ?? fallback);
  const { orders = [], stakes = [], promises = [], loans = [] } = problem;
  return {
    firms: Array.from({ length: size }, (_, i) => `firm-${i}`),
    externalRevenueUsd: perFirm(problem.externalRevenueUsd),
    fixedCostUsd: perFirm(problem.fixedCostUsd),
    variableCostUsd: perFirm(problem.variableCostUsd),
    fundsUsd: perFirm(problem.fundsUsd),
    reserveUsd: perFirm(problem.reserveUsd),
    outsideServiceUsd: perFirm(problem.outsideServiceUsd),
    plannedFundingUsd: perFirm(problem.plannedFundingUsd),
    valueUsd: perFirm(problem.valueUsd),
    revenueElasticity: perFirm(undefined, problem.revenueElasticity ?? 0),
    fundingElasticity: perFirm(undefined, problem.fundingElasticity ?? 0),
    failureThreshold: perFirm(problem.failureThreshold),
    failureCostUsd: perFirm(problem.failureCostUsd),
    ownRecovery: perFirm(undefined, problem.ownRecovery ?? 1),
    receivableRecovery: perFirm(undefined, problem.receivableRecovery ?? 1),
    liquidShare: perFirm(undefined, problem.liquidShare ?? 0),
    priceImpact: perFirm(undefined, problem.priceImpact ?? 0),
    valuation: problem.valuation ?? 'market',
    orders: {
      deal: orders.map((_, leg) => `order-${leg}`),
      customer: Int32Array.from(orders, (order) => order.customer),
      supplier: Int32Array.from(orders, (order) => order.supplier),
      usd: Float64Array.from(orders, (order) => order.usd),
      takeOrPay: Float64Array.from(orders, (order) => order.takeOrPay ?? 0),
      essentiality: Float64Array.from(orders, (order) => order.essentiality ?? 0),
      category: Int32Array.from(
        orders,
        (order, leg) => order.customer * 1000 + (order.category ?? leg),
      ),
    },
    stakes: {
      deal: stakes.map((_, leg) => `stake-${leg}`),
      holder: Int32Array.from(stakes, (stake) => stake.holder),
      issuer: Int32Array.from(stakes, (stake) => stake.issuer),
      stake: Float64Array.from(stakes, (stake) => stake.stake),
      link: Int32Array.from(stakes, (stake) => stake.warrantOn ?? -1),
      contingent: Uint8Array.from(stakes, (stake) => (stake.warrantOn === undefined ? 0 : 1)),
    },
    promises: {
      deal: promises.map((_, leg) => `promise-${leg}`),
      payer: Int32Array.from(promises, (promise) => promise.payer),
      payee: Int32Array.from(promises, (promise) => promise.payee),
      usd: Float64Array.from(promises, (promise) => promise.usd),
      link: Int32Array.from(promises, (promise) => promise.link ?? -1),
    },
    loans: {
      deal: loans.map((_, leg) => `loan-${leg}`),
      lender: Int32Array.from(loans, (loan) => loan.lender),
      borrower: Int32Array.from(loans, (loan) => loan.borrower),
      faceUsd: Float64Array.from(loans, (loan) => loan.faceUsd),
      serviceUsd: Float64Array.from(loans, (loan) => loan.serviceUsd),
      guarantee: Uint8Array.from(loans, (loan) => (loan.guarantee ? 1 : 0)),
    },
  };
};
