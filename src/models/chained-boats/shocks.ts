import { ScenarioError } from '../../base/errors.ts';
import { type Algebra, floats } from '../../numerics/program/algebra.ts';
import type { Shock } from '../../scenario/schema.ts';
import type { Shocks } from './round.ts';
import type { Web } from './web.ts';

/** Every shock of a scenario in plain numbers. */
export type ShockArrays = Readonly<Record<keyof Shocks<number>, Float64Array>>;

const SHOCK_KINDS = [
  'revenue',
  'value',
  'funding',
  'capacity',
  'default',
  'cancelledOrder',
  'cancelledPromise',
  'cancelledWarrant',
] as const satisfies readonly (keyof ShockArrays)[];

/** One thing for every kind of shock. */
export const ofShocks = <Thing>(
  of: (kind: keyof ShockArrays) => Thing,
): Readonly<Record<keyof ShockArrays, Thing>> =>
  Object.fromEntries(SHOCK_KINDS.map((kind) => [kind, of(kind)])) as Record<
    keyof ShockArrays,
    Thing
  >;

const indicesOf = <Item>(items: readonly Item[], matches: (item: Item, index: number) => boolean) =>
  items.flatMap((item, index) => (matches(item, index) ? [index] : []));

/** Where a shock strikes: firms or legs. */
interface Hit {
  readonly kind: keyof ShockArrays;
  readonly at: readonly number[];
}

/** @throws ScenarioError as `shocksOver` */
const hitsOf = (web: Web, shock: Shock, layers: readonly string[]): readonly Hit[] => {
  if (shock.kind === 'cancel') return cancelled(web, shock.deal);
  if (shock.kind === 'multiple') {
    const at = indicesOf(layers, (layer) => layer === shock.layer);
    if (at.length === 0) throw missing('layer', shock.layer, new Set(layers));
    return [{ kind: 'value', at }];
  }
  const at = indicesOf(web.firms, (id) => shock.firm === 'all' || id === shock.firm);
  if (at.length === 0) throw missing('firm', shock.firm, new Set(web.firms));
  return [{ kind: shock.kind, at }];
};

/**
 * A scenario's shocks for the compiled web; two losses of the same thing leave (1 - a)(1 - b).
 *
 * @param layers  layer of every firm, in the order of web.firms
 * @param sizes   size of every shock
 * @throws ScenarioError for a firm, layer or deal that the web hasn't, or a deal that can't be torn up
 */
export const shocksOver = <Q>(
  { zero, one, subtract, multiply }: Algebra<Q>,
  web: Web,
  shocks: readonly Shock[],
  layers: readonly string[],
  sizes: readonly Q[],
): Readonly<Record<keyof ShockArrays, readonly Q[]>> => {
  const lengths: Readonly<Record<keyof ShockArrays, number>> = {
    revenue: web.size,
    value: web.size,
    funding: web.size,
    capacity: web.size,
    default: web.size,
    cancelledOrder: web.orders.deal.length,
    cancelledPromise: web.promises.deal.length,
    cancelledWarrant: web.stakes.deal.length,
  };
  const losses = ofShocks((kind) => new Array<Q>(lengths[kind]).fill(zero));
  shocks.forEach((shock, which) => {
    const kept = subtract(one, sizes[which]!);
    for (const { kind, at } of hitsOf(web, shock, layers)) {
      const column = losses[kind];
      for (const index of at) {
        column[index] = subtract(one, multiply(subtract(one, column[index]!), kept));
      }
    }
  });
  return losses;
};

/** `shocksOver` in plain numbers. */
export const shockArrays = (
  web: Web,
  shocks: readonly Shock[],
  layers: readonly string[],
): ShockArrays => {
  const sizes = shocks.map(({ size }) => size);
  const losses = shocksOver(floats, web, shocks, layers, sizes);
  return ofShocks((kind) => Float64Array.from(losses[kind]));
};

const missing = (kind: string, found: string, known: ReadonlySet<string>): ScenarioError =>
  new ScenarioError({
    where: `shock on ${kind}`,
    found: JSON.stringify(found),
    expected: `one of the ${known.size} ${kind}s of this web`,
  });

const cancelled = (web: Web, deal: string): readonly Hit[] => {
  const orders = indicesOf(web.orders.deal, (id) => id === deal);
  const promises = indicesOf(web.promises.deal, (id) => id === deal);
  const warrants = indicesOf(
    web.stakes.deal,
    (id, leg) => id === deal && web.stakes.contingent[leg] === 1,
  );
  if (orders.length + promises.length + warrants.length === 0) {
    throw new ScenarioError({
      where: `shock ${deal}:cancel`,
      found: 'a deal with nothing left to tear up (paid for, or not in this web)',
      expected: 'an order, an unpaid tranche, an undrawn credit or a warrant',
      hint: 'For money already paid, shock the value of the issuer or the default of the borrower.',
    });
  }
  return [
    { kind: 'cancelledOrder', at: orders },
    { kind: 'cancelledPromise', at: promises },
    { kind: 'cancelledWarrant', at: warrants },
  ];
};
