import { ModelError } from '../../base/errors.ts';
import { floats } from '../../numerics/program/algebra.ts';
import { type Claims, type Ties, worthOver } from './baseline.ts';
import type { ModelInputs } from './inputs/inputs.ts';

const PASSES = 10_000;

/**
 * Starting values in plain numbers: those stated, and, where nobody states one and everywhere in book
 * valuation, the worth of what the firm holds (`worthOver`; Suzuki 2002: means less claims). Chains and
 * rings of holdings settle by passes. Under market valuation a ring of firms of unknown value that own
 * each other wholly is worth nothing more than its outside claims; under book valuation the passes settle
 * when every ring sells less than the whole of itself.
 *
 * @throws ModelError when book values don't settle
 */
export const startValues = (
  inputs: ModelInputs,
  ties: Ties,
  claims: Claims<number>,
): Float64Array => {
  const book = inputs.valuation === 'book';
  const hanging = [...inputs.firms.keys()].filter((i) => book || Number.isNaN(inputs.valueUsd[i]!));
  let values = inputs.valueUsd.slice();
  for (const i of hanging) values[i] = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    const next = values.slice();
    for (const i of hanging) next[i] = worthOver(floats, ties, inputs, claims, values, i);
    const settled = hanging.every((i) => {
      const rest = book ? 1e-15 * next[i]! : 0;
      return Math.abs(next[i]! - values[i]!) <= rest;
    });
    values = next;
    if (settled) return values;
  }
  if (!book) return values;
  throw new ModelError({
    where: 'book valuation of the stakes',
    found: 'firms that own each other so fully that their values do not settle',
    expected: 'every ring of holdings to leave a part to outside owners',
  });
};
