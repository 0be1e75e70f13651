import { ModelError } from '../../base/errors.ts';
import type { ModelInputs } from './inputs/inputs.ts';
import type { Tiers } from './web.ts';

const PASSES = 10_000;

/**
 * Starting values under market valuation. A firm of unknown value (NaN) is worth what it holds:
 * E0_i = sum_j S_ij E0_j + faces of its loans. Chains and rings of such firms settle by passes;
 * a ring of unknown firms that own each other wholly is worth nothing more than its outside claims.
 */
export const marketValues = (inputs: ModelInputs): Float64Array => {
  const { stakes, loans } = inputs;
  const unknown = inputs.valueUsd.map((value) => (Number.isNaN(value) ? 1 : 0));
  const faces = new Float64Array(inputs.firms.length);
  for (let leg = 0; leg < loans.lender.length; leg++) {
    if (!loans.guarantee[leg]) faces[loans.lender[leg]!]! += loans.faceUsd[leg]!;
  }
  let values = inputs.valueUsd.map((value, i) => (unknown[i] ? 0 : value));
  for (let pass = 0; pass < PASSES; pass++) {
    const next = values.map((value, i) => (unknown[i] ? faces[i]! : value));
    for (let leg = 0; leg < stakes.holder.length; leg++) {
      const holder = stakes.holder[leg]!;
      if (unknown[holder]) next[holder]! += stakes.stake[leg]! * values[stakes.issuer[leg]!]!;
    }
    if (next.every((value, i) => value === values[i])) return next;
    values = next;
  }
  return values;
};

/**
 * Starting values under book valuation, E0 = slack + discretionary and promised payments, where the
 * slack holds what the sellable stakes are worth: E0_i = b_i + liq_i sum_j S_ij E0_j (Suzuki 2002:
 * means less claims). The sum converges when every ring sells less than the whole of itself.
 * @throws ModelError when it doesn't converge
 */
export const bookValues = (
  inputs: ModelInputs,
  claims: { readonly slackUsd: Float64Array; readonly tiers: Tiers },
): Float64Array => {
  const { stakes } = inputs;
  const base = claims.slackUsd.map(
    (slack, i) => slack + claims.tiers.discretionaryUsd[i]! + claims.tiers.promisedUsd[i]!,
  );
  let values = base.slice();
  for (let pass = 0; pass < PASSES; pass++) {
    const next = base.slice();
    for (let leg = 0; leg < stakes.holder.length; leg++) {
      if (stakes.contingent[leg]) continue;
      const holder = stakes.holder[leg]!;
      const liquid = inputs.liquidShare[holder]! * stakes.stake[leg]!;
      next[holder]! += liquid * values[stakes.issuer[leg]!]!;
    }
    const settled = next.every((value, i) => Math.abs(value - values[i]!) <= 1e-15 * value);
    values = next;
    if (settled) return values;
  }
  throw new ModelError({
    where: 'book valuation of the stakes',
    found: 'firms that own each other so fully that their values do not settle',
    expected: 'every ring of holdings to leave a part to outside owners',
  });
};
