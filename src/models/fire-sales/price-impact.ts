export type ImpactKind = 'linear' | 'bounded' | 'square-root';

/**
 * Share of its present price that an asset loses when `sold` of it is sold.
 *
 * linear: q / D. bounded: (1 - B / S) (1 - exp(-q / ((1 - B) D))), the same as linear for the first
 * small sale; S, the present price over the price before the shock, never falls below B by sales.
 * square-root: √(q / D). Never more than 1.
 *
 * @param sold   q, at present prices
 * @param depth  D, in the same currency, above 0
 * @param price  S, share of the price before the shock
 * @param floor  B, share of the price before the shock, below 1
 */
export const priceImpact = (
  kind: ImpactKind,
  sold: number,
  depth: number,
  price: number,
  floor: number,
): number => {
  if (sold === 0) return 0;
  if (kind === 'linear') return Math.min(1, sold / depth);
  if (kind === 'square-root') return Math.min(1, Math.sqrt(sold / depth));
  if (price <= floor) return 0;
  return -(1 - floor / price) * Math.expm1(-sold / ((1 - floor) * depth));
};
