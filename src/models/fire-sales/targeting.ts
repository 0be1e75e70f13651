import { ModelError } from '../../base/errors.ts';
import { holdingsTimes, type Market, type SalesOutcome } from './market.ts';
import { type ImpactKind, priceImpact } from './price-impact.ts';

/** @throws ModelError where a firm in debt has no equity, so no leverage to return to */
const debtOverEquity = ({ equity, otherAssets }: Market, held: Float64Array): Float64Array =>
  equity.map((own, i) => {
    const debt = held[i]! + otherAssets[i]! - own;
    if (debt <= 0) return 0;
    if (own > 0) return debt / own;
    const expected = 'equity above 0 for a firm with assets';
    throw new ModelError({ where: `equity[${i}]`, found: '0', expected });
  });

/**
 * One round of sales back to the leverage before the shock (Greenwood, Landier and Thesmar 2015):
 * losses A M F1, sales φ = Mᵀ B A M F1, prices F2 = L φ, losses from sales A M F2, all at holdings
 * before the shock as in the paper. A firm sells in proportion to what it holds, and at most all of
 * what the shock leaves it; that is what it sells when the shock takes its equity.
 *
 * @param shock  per asset, share of its price lost, in [0, 1]
 * @throws ModelError where a firm in debt has no equity
 */
export const sellToTarget = (
  market: Market,
  shock: Float64Array,
  { impact, floor }: { readonly impact: ImpactKind; readonly floor: number },
): SalesOutcome => {
  const { assets, depths, firms, holdings } = market;
  const { start, column, weight } = holdings;
  const whole = new Float64Array(assets).fill(1);
  const held = Float64Array.from({ length: firms }, (_, i) =>
    holdingsTimes(holdings, weight, i, whole),
  );
  const leverage = debtOverEquity(market, held);
  const directLosses = held.map((_, i) => holdingsTimes(holdings, weight, i, shock));
  const sold = held.map((value, i) =>
    Math.min(leverage[i]! * directLosses[i]!, value - directLosses[i]!),
  );
  const share = sold.map((amount, i) => (held[i]! > 0 ? amount / held[i]! : 0));
  const volume = new Float64Array(assets);
  for (let i = 0; i < firms; i++) {
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      volume[column[at]!]! += share[i]! * weight[at]!;
    }
  }
  const fall = volume.map((amount, k) =>
    priceImpact(impact, amount, depths[k]!, 1 - shock[k]!, floor),
  );
  const saleLosses = held.map((_, i) => holdingsTimes(holdings, weight, i, fall));
  const lossOf = new Float64Array(assets);
  for (let at = 0; at < weight.length; at++)
    lossOf[column[at]!]! += weight[at]! * fall[column[at]!]!;
  const perSale = lossOf.map((loss, k) => (volume[k]! > 0 ? loss / volume[k]! : 0));
  return {
    directLosses,
    saleLosses,
    causedLosses: share.map((part, i) => part * holdingsTimes(holdings, weight, i, perSale)),
    sold,
    prices: fall.map((part, k) => (1 - shock[k]!) * (1 - part)),
    rounds: 1,
    converged: true,
    residual: 0,
  };
};
