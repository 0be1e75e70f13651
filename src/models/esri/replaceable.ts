import type { MonotoneMap } from '../../numerics/fixed-point/least-fixed-point.ts';
import { largestForm } from '../../numerics/fixed-point/max-linear.ts';
import type { SupplyWeb } from './supply-web.ts';

/** A market that can deliver less than this share of its usual sales replaces nobody. */
const NOTHING = 1e-12;

/**
 * What of a supplier's loss its customers can't buy elsewhere: σ_i (1 - h_i), σ_i = min(1, s_i / A),
 * A = Σ of the sales that the firms of its industry can still deliver. σ is 1 where nothing is left;
 * a share of the market, not an amount, decides that, so the currency doesn't matter.
 *
 * @param losses  n, in [0, 1]
 * @param result  n, written
 */
export const unreplacedLosses = (
  { industry, sales, size }: SupplyWeb,
  { usual, left }: Markets,
  losses: Float64Array,
  result: Float64Array,
): void => {
  left.fill(0);
  for (let i = 0; i < size; i++) left[industry[i]!]! += sales[i]! * (1 - losses[i]!);
  for (let i = 0; i < size; i++) {
    const market = industry[i]!;
    const isGone = left[market]! <= NOTHING * usual[market]!;
    const unreplaced = isGone ? 1 : Math.min(1, sales[i]! / left[market]!);
    result[i] = losses[i]! === 0 ? 0 : unreplaced * losses[i]!;
  }
};

export interface Markets {
  readonly usual: Float64Array;
  readonly left: Float64Array;
}

export const marketsOf = ({ industries, industry, sales }: SupplyWeb): Markets => {
  const usual = new Float64Array(industries);
  industry.forEach((market, i) => {
    usual[market]! += sales[i]!;
  });
  return { usual, left: new Float64Array(industries) };
};

/**
 * The downstream map with replaceable suppliers, over the losses of the shock, for a climb. It is
 * monotone: more losses leave less to replace them with.
 *
 * @param floor  n, shares in [0, 1]
 */
export const replaceableMap = (web: SupplyWeb, floor: Float64Array): MonotoneMap => {
  const { size, down } = web;
  const markets = marketsOf(web);
  const felt = new Float64Array(size);
  const now = new Float64Array(size);
  const moved = new Uint8Array(size).fill(1);
  const feel = (state: Float64Array): void => {
    unreplacedLosses(web, markets, state, now);
    for (let i = 0; i < size; i++) {
      if (now[i]! <= felt[i]!) continue;
      felt[i] = now[i]!;
      const end = down.readers.start[i + 1]!;
      for (let at = down.readers.start[i]!; at < end; at++) moved[down.readers.item[at]!] = 1;
    }
  };
  const sweep = (state: Float64Array): void => {
    feel(state);
    for (let row = 0; row < size; row++) {
      if (moved[row] === 0) continue;
      moved[row] = 0;
      const share = Math.min(1, largestForm(down, row, felt));
      if (share > state[row]!) state[row] = share;
    }
  };
  const imageOf = (state: Float64Array, image: Float64Array): void => {
    unreplacedLosses(web, markets, state, now);
    for (let row = 0; row < size; row++) {
      image[row] = Math.max(floor[row]!, Math.min(1, largestForm(down, row, now)));
    }
  };
  const wake = (): void => {
    moved.fill(1);
  };
  return { size, sweep, imageOf, wake };
};
