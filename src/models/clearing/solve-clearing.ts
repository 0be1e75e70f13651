import type { Accuracy } from '../problem/published-model.ts';
import type { ClearingBook } from './book.ts';
import { assetsOf, clearGreatest, clearLeast, isSolvent, type Recovery } from './clear.ts';

/** One figure per firm, in the currency of the problem. */
export interface ClearingAnswer extends Accuracy {
  /** All that a firm pays, to firms and outside. */
  readonly payments: readonly number[];
  readonly paymentsToFirms: readonly number[];
  readonly paymentsOutside: readonly number[];
  /** Assets (outside, and what other firms pay) less all that is owed: below 0 by the shortfall. */
  readonly equity: readonly number[];
  readonly defaulted: readonly boolean[];
}

/** Clear a book and say who pays what to whom. */
export const solveClearing = (
  book: ClearingBook,
  recovery: Recovery,
  clearing: 'greatest' | 'least',
): ClearingAnswer => {
  const clear = clearing === 'greatest' ? clearGreatest : clearLeast;
  const { paid, ...accuracy } = clear(book, recovery);
  const firms = Array.from(paid, (usd, i) => {
    const assets = assetsOf(book, paid, i);
    const defaulted = !isSolvent(book, paid, i);
    const due = book.due[i]!;
    const outside = book.dueOutside[i]!;
    const received = assets - book.assets[i]!;
    const toSenior = Math.min(
      outside,
      recovery.own * book.assets[i]! + recovery.receivable * received,
    );
    const pariPassu = due > 0 ? (usd * outside) / due : 0;
    const isSenior = book.senior[i]! > 0;
    const paidOutside = !defaulted ? outside : isSenior ? toSenior : pariPassu;
    return {
      toFirms: isSenior ? usd : due > 0 ? (usd * (due - outside)) / due : 0,
      outside: paidOutside,
      all: isSenior ? usd + paidOutside : usd,
      equity: assets - due,
      defaulted,
    };
  });
  return {
    payments: firms.map(({ all }) => all),
    paymentsToFirms: firms.map(({ toFirms }) => toFirms),
    paymentsOutside: firms.map(({ outside }) => outside),
    equity: firms.map(({ equity }) => equity),
    defaulted: firms.map(({ defaulted }) => defaulted),
    ...accuracy,
  };
};
