import type { HitWeb } from './hit-web.ts';

/** The orders of the period as an input-output table; dollars per period. */
export interface OrderFlows {
  /** `[supplier, customer, dollars]`. */
  readonly flows: { readonly entries: readonly (readonly [number, number, number])[] };
  /** Output per firm: its revenue, or what its purchases and own cost come to where that is more. */
  readonly outputUsd: readonly number[];
  /** Output that isn't sold to firms; money from outside that fills a gap counts as sales. */
  readonly soldOutsideUsd: readonly number[];
  /** Output that isn't bought from firms: own cost and margin. */
  readonly addedUsd: readonly number[];
}

export const orderFlows = ({ web }: HitWeb): OrderFlows => {
  const { orders } = web;
  const entries = [...orders.deal.keys()]
    .filter((leg) => orders.usd[leg]! > 0)
    .map((leg) => [orders.supplier[leg]!, orders.customer[leg]!, orders.usd[leg]!] as const);
  const boughtUsd = new Float64Array(web.size);
  for (const [, customer, usd] of entries) boughtUsd[customer]! += usd;
  const ownUsd = web.firms.map((_, i) =>
    Math.max(web.fixedCostUsd[i]! + web.variableCostUsd[i]!, web.revenueUsd[i]! - boughtUsd[i]!),
  );
  const outputUsd = ownUsd.map((usd, i) => usd + boughtUsd[i]!);
  return {
    flows: { entries },
    outputUsd,
    soldOutsideUsd: outputUsd.map(
      (usd, i) => web.externalRevenueUsd[i]! + Math.max(0, usd - web.revenueUsd[i]!),
    ),
    addedUsd: ownUsd,
  };
};

/** `base` less what the shock itself takes of each firm's output, at least 0. */
export const lessFirstLoss = (
  base: readonly number[],
  outputUsd: readonly number[],
  firstLoss: Float64Array,
): readonly number[] => base.map((usd, i) => Math.max(0, usd - firstLoss[i]! * outputUsd[i]!));
