import type { ModelInputs } from '../../../src/models/chained-boats/inputs/inputs.ts';
import type { Shock } from '../../../src/scenario/schema.ts';
import { identityLess, linearSolve, zeros } from '../../linear-solve.ts';

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** Sum of `amount` over the legs whose end in `column` is firm i. */
export const sumAt = (column: Int32Array, i: number, amount: (leg: number) => number): number => {
  let total = 0;
  column.forEach((firm, leg) => {
    if (firm === i) total += amount(leg);
  });
  return total;
};

/** Share left of what the shocks of one kind hit: of firm `at` (by index) or deal `at` (by id). */
export const leftBy =
  (inputs: ModelInputs, shocks: readonly Shock[], layers: readonly string[]) =>
  (
    kind: 'revenue' | 'value' | 'funding' | 'capacity' | 'default' | 'cancel',
    at: number | string,
  ) =>
    shocks.reduce((left, shock) => {
      if (shock.kind === 'cancel') return shock.deal === at ? left * (1 - shock.size) : left;
      if (typeof at === 'string') return left;
      const firms = shock.kind === 'multiple' ? layers : inputs.firms;
      const hit = shock.kind === 'multiple' ? shock.layer : shock.firm;
      const same = kind === (shock.kind === 'multiple' ? 'value' : shock.kind);
      return same && (hit === 'all' || firms[at] === hit) ? left * (1 - shock.size) : left;
    }, 1);

export interface Books {
  readonly revenue: number;
  readonly debt: number;
  readonly binding: number;
  readonly discretionary: number;
  readonly promised: number;
  readonly uses: number;
  /** Outside money: what was planned, or what is needed for every commitment to stand. */
  readonly funding: number;
  /** Means beyond the uses; stakes that could be sold are not counted. */
  readonly spare: number;
}

/** A firm's year with every commitment honoured. Reserves and stakes are cushions: they fill no gap. */
export const booksOf = (inputs: ModelInputs, i: number): Books => {
  const { orders, promises, loans } = inputs;
  const orderUsd = (leg: number) => orders.usd[leg]!;
  const serviceUsd = (leg: number) => loans.serviceUsd[leg]!;
  const promisedUsd = (leg: number) => promises.usd[leg]!;
  const revenue = inputs.externalRevenueUsd[i]! + sumAt(orders.supplier, i, orderUsd);
  const debt = inputs.outsideServiceUsd[i]! + sumAt(loans.borrower, i, serviceUsd);
  const binding = sumAt(orders.customer, i, (leg) => orderUsd(leg) * orders.takeOrPay[leg]!);
  const discretionary = sumAt(orders.customer, i, orderUsd) - binding;
  const promised = sumAt(promises.payer, i, promisedUsd);
  const uses =
    inputs.fixedCostUsd[i]! +
    inputs.variableCostUsd[i]! +
    sum([debt, binding, discretionary, promised]);
  const known =
    revenue +
    inputs.fundsUsd[i]! +
    sumAt(promises.payee, i, promisedUsd) +
    sumAt(loans.lender, i, serviceUsd);
  const funding = Math.max(inputs.plannedFundingUsd[i]!, uses - known);
  const spare = known + funding + inputs.reserveUsd[i]! - uses;
  return { revenue, debt, binding, discretionary, promised, uses, funding, spare };
};

/** Holder x issuer, with or without what is not owned yet. */
export const holdingsOf = ({ stakes, firms }: ModelInputs, warrants: boolean): number[][] => {
  const holdings = zeros(firms.length);
  stakes.holder.forEach((holder, leg) => {
    if (stakes.contingent[leg] && !warrants) return;
    holdings[holder]![stakes.issuer[leg]!]! += stakes.stake[leg]!;
  });
  return holdings;
};

/** Book: means less operating cost, debt and binding orders. Market: as given, or worth of claims. */
export const startEquityOf = (inputs: ModelInputs, books: readonly Books[]): number[] => {
  const { loans } = inputs;
  if (inputs.valuation === 'book') {
    const own = books.map((firm) => firm.spare + firm.discretionary + firm.promised);
    const sellable = holdingsOf(inputs, false).map((row, i) =>
      row.map((stake) => stake * inputs.liquidShare[i]!),
    );
    return linearSolve(identityLess(sellable), own);
  }
  const isKnown = inputs.firms.map((_, i) => !Number.isNaN(inputs.valueUsd[i]!));
  const passedOn = holdingsOf(inputs, true).map((row, i) => (isKnown[i] ? row.map(() => 0) : row));
  const given = isKnown.map((known, i) => {
    const lent = (leg: number) => (loans.guarantee[leg] ? 0 : loans.faceUsd[leg]!);
    return known ? inputs.valueUsd[i]! : sumAt(loans.lender, i, lent);
  });
  return linearSolve(identityLess(passedOn), given);
};
