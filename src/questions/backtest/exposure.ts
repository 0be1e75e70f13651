import type { Web } from '../../models/chained-boats/web.ts';
import { type Claim, loanClaims, orderClaims, stakeClaims } from '../../models/on-web/claims.ts';
import type { Shock } from '../../scenario/schema.ts';
import type { EventWeb } from './event-web.ts';

/** Dollars of a period that firms are to be paid on their orders: `[supplier, customer, dollars]`. */
const orderDollars = ({ orders }: Web): readonly Claim[] =>
  orders.deal.map((_, leg) => [orders.supplier[leg]!, orders.customer[leg]!, orders.usd[leg]!]);

/** What a torn-up deal was to bring, `[who, dollars]`. */
const dealDollars = (web: Web, deal: string): readonly (readonly [number, number])[] => {
  const { orders, promises, stakes, startValueUsd } = web;
  const legs = (deals: readonly string[]): number[] =>
    [...deals.keys()].filter((leg) => deals[leg] === deal);
  return [
    ...legs(orders.deal).map((leg) => [orders.supplier[leg]!, orders.usd[leg]!] as const),
    ...legs(promises.deal).map((leg) => [promises.payee[leg]!, promises.usd[leg]!] as const),
    ...legs(stakes.deal).map((leg) => {
      const worth = stakes.stake[leg]! * startValueUsd[stakes.issuer[leg]!]!;
      return [stakes.holder[leg]!, worth] as const;
    }),
  ];
};

const shareOfValue = (usd: Float64Array, { startValueUsd }: Web): number[] =>
  Array.from(usd, (dollars, i) =>
    startValueUsd[i]! > 0 ? Math.min(1, dollars / startValueUsd[i]!) : 0,
  );

const originsOf = (web: Web, shocks: readonly Shock[]): ReadonlySet<number> =>
  new Set(shocks.flatMap((shock) => ('firm' in shock ? [web.firms.indexOf(shock.firm)] : [])));

/**
 * Direct exposure, without any model: dollars that a firm has at stake with the origin, or in the
 * deals of the news, over its market value. Stakes at their worth, faces of loans, a year of orders.
 * The origin itself counts in full.
 */
export const directDollars = ({ hit: { web }, shocks }: EventWeb): number[] => {
  const usd = new Float64Array(web.size);
  const origins = originsOf(web, shocks);
  for (const [who, through, dollars] of [
    ...stakeClaims(web),
    ...loanClaims(web),
    ...orderDollars(web),
  ]) {
    if (origins.has(through)) usd[who]! += dollars;
  }
  for (const shock of shocks) {
    if (shock.kind !== 'cancel') continue;
    for (const [who, dollars] of dealDollars(web, shock.deal)) usd[who]! += shock.size * dollars;
  }
  const shares = shareOfValue(usd, web);
  for (const origin of origins) shares[origin] = 1;
  return shares;
};

/**
 * The first step of the cascade and no more: what each firm loses in value if the origin were gone
 * (stakes, loans, core value × revenue elasticity × the orders’ share of revenue), or what the torn-up
 * deals take in round 1.
 */
export const firstStep = ({ hit: { web, first }, shocks }: EventWeb): number[] => {
  const origins = originsOf(web, shocks);
  if (origins.size === 0) return shareOfValue(first.valueLossUsd, web);
  const usd = new Float64Array(web.size);
  for (const [who, through, dollars] of [
    ...stakeClaims(web),
    ...loanClaims(web),
    ...orderClaims(web),
  ]) {
    if (origins.has(through)) usd[who]! += dollars;
  }
  const shares = shareOfValue(usd, web);
  for (const origin of origins) shares[origin] = 1;
  return shares;
};
