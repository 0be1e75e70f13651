import { ModelError } from '../../base/errors.ts';
import { holdingsTimes, type Market, type SalesOutcome } from './market.ts';
import { type ImpactKind, priceImpact } from './price-impact.ts';

export interface LimitRule {
  readonly impact: ImpactKind;
  readonly floor: number;
  readonly limit: number;
  /** Leverage after a sale, at most the limit. */
  readonly target: number;
  readonly shortfall: number;
  readonly insolventSell: boolean;
  readonly maxRounds: number;
}

/** Leverage nearer to the limit than this share of it is at the limit. */
const TIE = 1e-12;

const checkStart = ({ equity, otherAssets }: Market, held: Float64Array, limit: number): void => {
  held.forEach((value, i) => {
    const assets = value + otherAssets[i]!;
    if (assets <= limit * equity[i]! * (1 + TIE)) return;
    throw new ModelError({
      where: `equity[${i}]`,
      found: `${equity[i]} for assets of ${assets}`,
      expected: `leverage of at most ${limit} before the shock`,
      hint: 'Such a firm would sell without any shock.',
    });
  });
};

/** Share of its holdings that a firm sells. */
const shareSold = (held: number, other: number, equity: number, rule: LimitRule): number => {
  if (held <= 0) return 0;
  if (equity <= 0) return rule.insolventSell ? 1 : 0;
  const assets = held + other;
  if (assets <= rule.limit * equity * (1 + TIE)) return 0;
  return Math.min(1, (assets - rule.target * equity) / held);
};

/**
 * Rounds of sales by firms above a limit of leverage (Cont and Schaanning 2017). Firm i with assets
 * over equity above the limit sells the share Γ_i = min(1, (assets - target × equity) / holdings) of
 * all that it can sell, asset k falls by Ψ_k(Σ Γ_i Π_ik), and holders lose (1 - (1 - α) Γ_i) Π_ik Ψ_k,
 * α the part of the fall that sellers bear on what they sell. Proceeds repay debt. Ends when nobody
 * is above the limit.
 *
 * @param shock  per asset, share of its price lost, in [0, 1]
 * @throws ModelError where a firm is above the limit before the shock
 */
export const sellAboveLimit = (
  market: Market,
  shock: Float64Array,
  rule: LimitRule,
): SalesOutcome => {
  const { assets, depths, firms, holdings, otherAssets } = market;
  const { start, column } = holdings;
  const whole = new Float64Array(assets).fill(1);
  const amounts = holdings.weight.slice();
  const held = new Float64Array(firms);
  const count = (): void => {
    for (let i = 0; i < firms; i++) held[i] = holdingsTimes(holdings, amounts, i, whole);
  };
  count();
  checkStart(market, held, rule.limit);
  const directLosses = held.map((_, i) => holdingsTimes(holdings, amounts, i, shock));
  const equity = market.equity.map((own, i) => Math.max(0, own - directLosses[i]!));
  const prices = shock.map((lost) => 1 - lost);
  for (let at = 0; at < amounts.length; at++) amounts[at]! *= prices[column[at]!]!;
  const saleLosses = new Float64Array(firms);
  const causedLosses = new Float64Array(firms);
  const sold = new Float64Array(firms);
  const sales = (): Float64Array => {
    count();
    return held.map((value, i) => shareSold(value, otherAssets[i]!, equity[i]!, rule));
  };
  let rounds = 0;
  let share = sales();
  for (; rounds < rule.maxRounds && share.some((part) => part > 0); rounds++) {
    const volume = new Float64Array(assets);
    for (let i = 0; i < firms; i++) {
      sold[i]! += share[i]! * held[i]!;
      for (let at = start[i]!; at < start[i + 1]!; at++) {
        volume[column[at]!]! += share[i]! * amounts[at]!;
      }
    }
    const fall = volume.map((amount, k) =>
      priceImpact(rule.impact, amount, depths[k]!, prices[k]!, rule.floor),
    );
    const lossOf = new Float64Array(assets);
    const sharesBefore = amounts.slice();
    for (let i = 0; i < firms; i++) {
      const borne = 1 - (1 - rule.shortfall) * share[i]!;
      let lost = 0;
      for (let at = start[i]!; at < start[i + 1]!; at++) {
        const k = column[at]!;
        const loss = borne * amounts[at]! * fall[k]!;
        lost += loss;
        lossOf[k]! += loss;
        amounts[at]! *= (1 - share[i]!) * (1 - fall[k]!);
      }
      saleLosses[i]! += lost;
      equity[i] = Math.max(0, equity[i]! - lost);
    }
    const perSale = lossOf.map((loss, k) => (volume[k]! > 0 ? loss / volume[k]! : 0));
    for (let i = 0; i < firms; i++) {
      causedLosses[i]! += share[i]! * holdingsTimes(holdings, sharesBefore, i, perSale);
    }
    for (let k = 0; k < assets; k++) prices[k]! *= 1 - fall[k]!;
    share = sales();
  }
  const residual = share.reduce((most, part) => Math.max(most, part), 0);
  const converged = residual === 0;
  return { directLosses, saleLosses, causedLosses, sold, prices, rounds, converged, residual };
};
