import { ScenarioError } from '../../base/errors.ts';
import type { Shock } from '../../scenario/schema.ts';
import type { Web } from './web.ts';

/** Every shock of a scenario as losses in 0..1: per firm (length n) and per leg. */
export interface ShockArrays {
  readonly revenue: Float64Array;
  readonly value: Float64Array;
  readonly funding: Float64Array;
  readonly capacity: Float64Array;
  readonly default: Float64Array;
  readonly cancelledOrder: Float64Array;
  readonly cancelledPromise: Float64Array;
  readonly cancelledWarrant: Float64Array;
}

/** Two losses of the same thing leave (1 - a)(1 - b). */
const combine = (losses: Float64Array, index: number, size: number): void => {
  losses[index] = 1 - (1 - losses[index]!) * (1 - size);
};

const indicesOf = <Item>(items: readonly Item[], matches: (item: Item, index: number) => boolean) =>
  items.flatMap((item, index) => (matches(item, index) ? [index] : []));

/**
 * Translate a scenario's shocks for the compiled web.
 * @param layers  layer of every firm, in the order of web.firms
 * @throws ScenarioError for a firm, layer or deal that the web hasn't, or a deal that can't be torn up
 */
export const shockArrays = (
  web: Web,
  shocks: readonly Shock[],
  layers: readonly string[],
): ShockArrays => {
  const perFirm = () => new Float64Array(web.size);
  const arrays: ShockArrays = {
    revenue: perFirm(),
    value: perFirm(),
    funding: perFirm(),
    capacity: perFirm(),
    default: perFirm(),
    cancelledOrder: new Float64Array(web.orders.deal.length),
    cancelledPromise: new Float64Array(web.promises.deal.length),
    cancelledWarrant: new Float64Array(web.stakes.deal.length),
  };
  for (const shock of shocks) {
    if (shock.kind === 'cancel') {
      cancelDeal(web, arrays, shock.deal, shock.size);
    } else if (shock.kind === 'multiple') {
      const hit = indicesOf(layers, (layer) => layer === shock.layer);
      if (hit.length === 0) throw missing('layer', shock.layer, new Set(layers));
      for (const i of hit) combine(arrays.value, i, shock.size);
    } else {
      const hit = indicesOf(web.firms, (id) => shock.firm === 'all' || id === shock.firm);
      if (hit.length === 0) throw missing('firm', shock.firm, new Set(web.firms));
      for (const i of hit) combine(arrays[shock.kind], i, shock.size);
    }
  }
  return arrays;
};

const missing = (kind: string, found: string, known: ReadonlySet<string>): ScenarioError =>
  new ScenarioError({
    where: `shock on ${kind}`,
    found: JSON.stringify(found),
    expected: `one of the ${known.size} ${kind}s of this web`,
  });

const cancelDeal = (web: Web, arrays: ShockArrays, deal: string, size: number): void => {
  const orders = indicesOf(web.orders.deal, (id) => id === deal);
  const promises = indicesOf(web.promises.deal, (id) => id === deal);
  const warrants = indicesOf(
    web.stakes.deal,
    (id, leg) => id === deal && web.stakes.contingent[leg] === 1,
  );
  for (const leg of orders) combine(arrays.cancelledOrder, leg, size);
  for (const leg of promises) combine(arrays.cancelledPromise, leg, size);
  for (const leg of warrants) combine(arrays.cancelledWarrant, leg, size);
  if (orders.length + promises.length + warrants.length > 0) return;
  throw new ScenarioError({
    where: `shock ${deal}:cancel`,
    found: 'a deal with nothing left to tear up (paid for, or not in this web)',
    expected: 'an order, an unpaid tranche, an undrawn credit or a warrant',
    hint: 'For money already paid, shock the value of the issuer or the default of the borrower.',
  });
};
