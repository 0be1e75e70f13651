import { ModelError } from '../../base/errors.ts';
import { luFactor, luSolveTransposed } from '../../numerics/linear/lu.ts';
import type { Entries } from '../problem/entries.ts';
import { sharesHeld } from '../problem/shares.ts';

/**
 * A = Ĉ (I - C)⁻¹: what the outside owners of each firm have in the assets of every firm, through
 * all chains of holdings (Elliott, Golub and Jackson 2014, section II). Columns add up to 1.
 *
 * @param holdings  [holder, issuer, share], no closed groups
 * @returns         n×n by rows, shares
 * @throws ModelError where I - C is singular in this arithmetic
 */
export const dependencyOf = (holdings: Entries, size: number): Float64Array => {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  const { row: holder, column: issuer, amount } = holdings;
  for (let at = 0; at < amount.length; at++) {
    matrix[holder[at]! * size + issuer[at]!]! -= amount[at]!;
  }
  const lu = luFactor(matrix, size);
  if (lu === undefined) {
    const found = 'firms that own all but nothing of each other';
    throw new ModelError({ where: 'holdings', found, expected: 'a spectral radius below 1' });
  }
  const held = sharesHeld(holdings, size);
  const dependency = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    unit[i] = Math.max(0, 1 - held[i]!);
    dependency.set(luSolveTransposed(lu, unit), i * size);
    unit[i] = 0;
  }
  return dependency;
};

/** A p: the market value of every firm, given what each owns outside the network. */
export const valuesOf = (dependency: Float64Array, assets: Float64Array): Float64Array => {
  const size = assets.length;
  return assets.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += dependency[i * size + j]! * assets[j]!;
    return sum;
  });
};
