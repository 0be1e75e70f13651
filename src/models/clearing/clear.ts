import { fallToGreatest } from '../../numerics/fixed-point/clamped-fixed-point.ts';
import type { ClampedMap } from '../../numerics/fixed-point/clamped-map.ts';
import type { ClearingBook } from './book.ts';

export interface Recovery {
  readonly own: number;
  readonly receivable: number;
}

/** What every firm pays on the class of debt that firms hold, and how it was found. */
export interface Cleared {
  readonly paid: Float64Array;
  readonly converged: boolean;
  readonly residual: number;
  readonly iterations: number;
}

/** A firm whose assets reach what it owes up to this relative gap pays in full: ties count as solvent. */
const TIE = 1e-12;

/** Assets outside plus what the firms in the network pay. */
export const assetsOf = ({ assets, income }: ClearingBook, paid: Float64Array, firm: number) => {
  let sum = assets[firm]!;
  for (let at = income.start[firm]!; at < income.start[firm + 1]!; at++) {
    sum += income.weight[at]! * paid[income.column[at]!]!;
  }
  return sum;
};

export const isSolvent = (book: ClearingBook, paid: Float64Array, firm: number): boolean =>
  assetsOf(book, paid, firm) >= book.due[firm]! * (1 - TIE);

/** What is left for the class after default, before it is known whether there is a default. */
const recoveredMap = (book: ClearingBook, { own, receivable }: Recovery): ClampedMap => ({
  rows: { ...book.income, weight: book.income.weight.map((share) => receivable * share) },
  base: book.assets.map((usd, i) => own * usd - book.senior[i]!),
  top: book.top,
});

/**
 * The greatest clearing vector: everybody pays until the assets of some firms don't reach, and the
 * set of firms in default grows to the least one that is consistent (Rogers and Veraart 2013,
 * section 3; Eisenberg and Noe 2001, section 3.2). Cost: a few sweeps or linear systems per round.
 */
export const clearGreatest = (book: ClearingBook, recovery: Recovery): Cleared => {
  const recovered = recoveredMap(book, recovery);
  const paid = book.top.slice();
  const jumps = recovery.own < 1 || recovery.receivable < 1;
  if (!jumps) {
    const { sweeps: iterations, ...fall } = fallToGreatest(recovered, paid);
    return { paid, ...fall, iterations };
  }
  const base = new Float64Array(book.size).fill(Number.POSITIVE_INFINITY);
  for (let iterations = 0; ; ) {
    const { sweeps, ...fall } = fallToGreatest({ ...recovered, base }, paid);
    iterations += sweeps;
    let fresh = false;
    for (let i = 0; i < book.size; i++) {
      if (base[i] !== Number.POSITIVE_INFINITY || isSolvent(book, paid, i)) continue;
      base[i] = recovered.base[i]!;
      fresh = true;
    }
    if (!fresh) return { paid, ...fall, iterations };
  }
};

/**
 * The least clearing vector: nobody pays until what is there makes some firms pay and some solvent,
 * and both sets grow. For given sets the payments solve a map without a jump, of which the fixed
 * point is unique, since every active firm is reached by money from outside.
 */
export const clearLeast = (book: ClearingBook, recovery: Recovery): Cleared => {
  const recovered = recoveredMap(book, recovery);
  const base = recovered.base.slice();
  const top = new Float64Array(book.size);
  const active = new Uint8Array(book.size);
  const paid = new Float64Array(book.size);
  for (let iterations = 0, fall = { converged: true, residual: 0 }; ; ) {
    let grown = false;
    for (let i = 0; i < book.size; i++) {
      if (base[i] === Number.POSITIVE_INFINITY) continue;
      const assets = assetsOf(book, paid, i);
      const own = recovered.base[i]! + recovery.receivable * (assets - book.assets[i]!);
      const solvent = assets >= book.due[i]! * (1 - TIE);
      if (!solvent && (own <= 0 || active[i] === 1)) continue;
      if (solvent) base[i] = Number.POSITIVE_INFINITY;
      active[i] = 1;
      top[i] = book.top[i]!;
      grown = true;
    }
    if (!grown) return { paid, ...fall, iterations };
    paid.set(top);
    const { sweeps, ...found } = fallToGreatest({ ...recovered, base, top }, paid);
    iterations += sweeps;
    fall = found;
  }
};
